package vn.phopay.payment;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.db.Sql;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.OutletId;
import vn.phopay.payment.PaymentFactStore.Decided;
import vn.phopay.payment.PaymentFactStore.Origin;
import vn.phopay.time.BusinessDay;

/**
 * Records a person's decision whose a payment is: a new fact, so that what the bank told stays as it was told. Lists,
 * sums of requests and figures follow the latest decision. A payment that a person gives to a request counts for it
 * also where it came late.
 */
public final class AssignPayment {
    private static final Logger LOG = LoggerFactory.getLogger(AssignPayment.class);
    private static final Sql FIND_OUTLET_OWNER = Sql.load("payment/find_outlet_owner");
    private static final Sql READ_REQUEST = Sql.load("payment/read_request_payments");

    private final PaymentFactStore facts = new PaymentFactStore();
    private final RequestLocks requests = new RequestLocks();
    private final IdSource ids;
    private final Clock clock;

    /** Names facts by {@code ids}; {@code clock} tells the business day of a decision. */
    public AssignPayment(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome permits Assigned, AlreadyThere, NotAssignable, TargetUnknown, NotFound {}

    /**
     * It is decided once the transaction commits.
     *
     * @param outcome what became of the payment by it
     * @param before whose it was
     * @param after whose it is
     */
    public record Assigned(PaymentOutcome outcome, Attribution before, Attribution after) implements Outcome {
        /** Whether money left one merchant for another: that takes a second person. */
        public boolean movesBetweenMerchants() {
            return before.merchantId() != null && !before.merchantId().equals(after.merchantId());
        }
    }

    /** A person assigned it there before; nothing changed. */
    public record AlreadyThere() implements Outcome {}

    /** It is no money that came in and counts: a debit, or the twin of the payment that counts. */
    public record NotAssignable() implements Outcome {}

    /** There is no such outlet or request. */
    public record TargetUnknown() implements Outcome {}

    /** There is no such payment. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome assign(SqlConnection transaction, Assignment assignment) {
        Optional<PaymentStanding> locked = await(facts.lock(transaction, assignment.payment()));
        if (locked.isEmpty()) {
            return new NotFound();
        }
        PaymentStanding payment = locked.get();
        if (!payment.isCounted()) {
            return new NotAssignable();
        }
        Optional<Target> target = target(transaction, assignment, payment);
        if (target.isEmpty()) {
            return new TargetUnknown();
        }
        Attribution after = target.get().attribution();
        if (payment.sequence() > 0 && after.equals(payment.attribution())) {
            return new AlreadyThere();
        }
        return keep(transaction, assignment, payment, target.get());
    }

    private record Target(PaymentOutcome outcome, Attribution attribution) {}

    private Outcome keep(SqlConnection transaction, Assignment assignment, PaymentStanding payment, Target target) {
        int sequence = Math.max(payment.sequence(), 0) + 1;
        Origin origin = new Origin(ids.next(), assignment.payment(), PaymentFactStore.assignmentKey(
                assignment.payment(), sequence), assignment.caseId(), assignment.actor(), assignment.evidence(), null,
                BusinessDay.of(clock.instant()));
        PaymentOutcome outcome = payment.reversed() ? PaymentOutcome.REVERSED : target.outcome();
        Decided decided = new Decided(sequence, outcome, target.attribution());
        if (!await(facts.keepAssignment(transaction, origin, decided))) {
            throw new IllegalStateException("the payment is held, and yet somebody else assigned it");
        }
        LOG.info("payment assigned paymentId={} outcome={}", assignment.payment(), outcome);
        return new Assigned(outcome, payment.attribution(), target.attribution());
    }

    private Optional<Target> target(SqlConnection transaction, Assignment assignment, PaymentStanding payment) {
        return assignment.request()
                .map(request -> request(transaction, assignment, payment, request.value()))
                .orElseGet(() -> outlet(transaction, assignment.outlet().orElseThrow(), payment));
    }

    private Optional<Target> outlet(SqlConnection transaction, OutletId outlet, PaymentStanding payment) {
        await(requests.lock(transaction, payment.attribution().paymentRequestId()));
        RowSet<Row> rows = await(FIND_OUTLET_OWNER.execute(transaction, Tuple.of(outlet.value())));
        if (rows.size() == 0) {
            return Optional.empty();
        }
        UUID merchant = rows.iterator().next().getUUID("merchant_id");
        return Optional.of(new Target(
                PaymentOutcome.OUTLET, new Attribution(merchant, outlet.value(), null, null)));
    }

    /** Both the request that loses the payment and the one that gets it are held while they are added up. */
    private Optional<Target> request(
            SqlConnection transaction, Assignment assignment, PaymentStanding payment, UUID request) {
        await(requests.lock(transaction, payment.attribution().paymentRequestId(), request));
        RowSet<Row> rows = await(READ_REQUEST.execute(transaction,
                Tuple.of(request, assignment.payment().value())));
        if (rows.size() == 0) {
            return Optional.empty();
        }
        Row row = rows.iterator().next();
        RequestSum sum = new RequestSum(row.getLong("amount_vnd"), row.getLong("amount_tolerance_vnd"));
        long paidVnd = row.getLong("paid_vnd") + payment.told().amountVnd() - payment.refundedVnd();
        return Optional.of(new Target(sum.outcomeOf(paidVnd), new Attribution(
                Objects.requireNonNull(row.getUUID("merchant_id")), row.getUUID("outlet_id"), null, request)));
    }
}
