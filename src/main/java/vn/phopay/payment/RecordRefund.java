package vn.phopay.payment;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.identity.IdSource;
import vn.phopay.payment.PaymentFactStore.Kept;
import vn.phopay.payment.PaymentFactStore.Kind;
import vn.phopay.payment.PaymentFactStore.Origin;
import vn.phopay.time.BusinessDay;

/**
 * Records that a merchant gave money back, each refund once by its key and never more than came. The payment stands: a
 * refund is an outgoing transfer of its own, so figures of trade keep counting it, and only its request is paid less.
 */
public final class RecordRefund {
    private static final Logger LOG = LoggerFactory.getLogger(RecordRefund.class);

    private final PaymentFactStore facts = new PaymentFactStore();
    private final RequestLocks requests = new RequestLocks();
    private final IdSource ids;

    /** Names facts by {@code ids}. */
    public RecordRefund(IdSource ids) {
        this.ids = ids;
    }

    /** What came of it. */
    public sealed interface Outcome permits Recorded, AlreadyRecorded, KeyTaken, TooMuch, NotRefundable, NotFound {}

    /** It is kept once the transaction commits; this much of the payment has now been given back. */
    public record Recorded(long refundedVnd) implements Outcome {}

    /** The same refund was kept before; nothing changed. */
    public record AlreadyRecorded() implements Outcome {}

    /** A refund of another payment or amount has this key. */
    public record KeyTaken() implements Outcome {}

    /** More than is left of the payment. */
    public record TooMuch(long refundableVnd) implements Outcome {}

    /** It is no money that came in and counts: a debit, or the twin of the payment that counts. */
    public record NotRefundable() implements Outcome {}

    /** There is no such payment. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome record(SqlConnection transaction, Refund refund) {
        Optional<PaymentStanding> locked = await(facts.lock(transaction, refund.payment()));
        if (locked.isEmpty()) {
            return new NotFound();
        }
        Optional<Kept> kept = await(facts.find(transaction, Kind.REFUND, refund.key()));
        if (kept.isPresent()) {
            return repeat(refund, kept.get());
        }
        PaymentStanding payment = locked.get();
        if (!payment.isCounted()) {
            return new NotRefundable();
        }
        if (refund.amountVnd() < 1 || refund.amountVnd() > payment.refundableVnd()) {
            return new TooMuch(payment.refundableVnd());
        }
        return keep(transaction, refund, payment);
    }

    private Outcome keep(SqlConnection transaction, Refund refund, PaymentStanding payment) {
        // Whoever adds up the request's payments waits until this is committed, and then sees it.
        await(requests.lock(transaction, payment.attribution().paymentRequestId()));
        Origin origin = new Origin(ids.next(), refund.payment(), refund.key(), refund.caseId(), refund.actor(),
                refund.evidence(), refund.bookedAt(), BusinessDay.of(refund.bookedAt()));
        if (!await(facts.keepRefund(transaction, origin, refund.amountVnd()))) {
            return repeat(refund, await(facts.find(transaction, Kind.REFUND, refund.key())).orElseThrow());
        }
        LOG.info("refund recorded paymentId={} amountVnd={}", refund.payment(), refund.amountVnd());
        return new Recorded(payment.refundedVnd() + refund.amountVnd());
    }

    private static Outcome repeat(Refund refund, Kept kept) {
        boolean same = kept.paymentId().equals(refund.payment().value()) && kept.amountVnd() == refund.amountVnd();
        return same ? new AlreadyRecorded() : new KeyTaken();
    }
}
