package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.FlushReads.KeyHolder;
import vn.phopay.payment.FlushReads.Original;
import vn.phopay.payment.FlushWrites.Decided;
import vn.phopay.payment.Matching.Decision;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.CaseStore;
import vn.phopay.reconciliation.NewCase;

/**
 * Records facts of many calls in one transaction, each exactly once: claim keys, read, decide, write. Two round trips,
 * whatever the number of facts, and a third where the bank repeats itself. The caller sees to BEGIN and COMMIT and that
 * no two facts share a key.
 */
final class PaymentFlush {
    private final FlushReads reads = new FlushReads();
    private final Matching matching;
    private final CaseStore cases;
    private final IdSource ids;
    private final Clock clock;

    PaymentFlush(Matching matching, CaseStore cases, IdSource ids, Clock clock) {
        this.matching = matching;
        this.cases = cases;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records {@code facts}; the outcomes stand in their order and hold once the caller has committed. */
    Future<List<RecordOutcome>> run(SqlConnection transaction, List<Delivery> deliveries, List<PaymentFact> facts) {
        return reads.run(transaction, facts).compose(read -> {
            Plan plan = plan(facts, read);
            Future<Void> written = FlushWrites.run(transaction, deliveries, plan.payments());
            Future<Void> opened = plan.cases().isEmpty()
                    ? Future.succeededFuture()
                    : cases.open(transaction, plan.cases());
            return Future.all(written, opened).map(done -> plan.outcomes());
        });
    }

    private record Plan(List<RecordOutcome> outcomes, List<Decided> payments, List<NewCase> cases) {}

    private Plan plan(List<PaymentFact> facts, FlushReads.Result read) {
        Plan plan = new Plan(new ArrayList<>(facts.size()), new ArrayList<>(facts.size()), new ArrayList<>(0));
        for (PaymentFact fact : facts) {
            KeyHolder holder = read.keyToHolder().get(fact.key());
            if (holder == null) {
                record(fact, decide(fact, read), plan);
            } else {
                plan.outcomes().add(repeat(fact, holder, plan));
            }
        }
        return plan;
    }

    private void record(PaymentFact fact, Decision decision, Plan plan) {
        plan.payments().add(new Decided(fact, decision.outcome(), decision.attribution(), null));
        plan.outcomes().add(new RecordOutcome.Recorded(fact.id(), decision.outcome()));
        decision.caseKind().ifPresent(kind -> plan.cases().add(newCase(kind, fact, fact.key().bankReference())));
    }

    private RecordOutcome repeat(PaymentFact fact, KeyHolder holder, Plan plan) {
        PaymentOutcome outcome = holder.outcome();
        PaymentId first = new PaymentId(holder.paymentId());
        if (holder.meaning().equals(fact.meaning())) {
            return new RecordOutcome.AlreadyRecorded(first, outcome);
        }
        String fingerprint = fact.key().bankReference() + '/' + fact.notice().accountNumber() + '/'
                + fact.notice().amountVnd() + '/' + fact.notice().direction();
        plan.cases().add(newCase(CaseKind.CONFLICT, fact, fingerprint, first));
        return new RecordOutcome.ConflictingDuplicate(first, outcome);
    }

    private Decision decide(PaymentFact fact, FlushReads.Result read) {
        if (fact.notice().direction() == Direction.CREDIT) {
            boolean reversedBefore = read.keyToReversals().getOrDefault(fact.key(), List.of()).stream()
                    .anyMatch(earlier -> earlier.takesBack(fact));
            return matching.decide(fact, read.around(), reversedBefore);
        }
        if (fact.notice().reversalOf() == null) {
            return Decision.of(PaymentOutcome.UNMATCHED, Attribution.NONE);
        }
        return decideReversal(fact, read.reversalToOriginal().get(fact.id().value()));
    }

    private static Decision decideReversal(PaymentFact fact, @Nullable Original original) {
        if (original == null) {
            // Another reversal of the same payment came first and is the one that counts.
            return Decision.parked(CaseKind.REVERSAL_WITHOUT_ORIGINAL);
        }
        if (original.accountNumber() == null) {
            return Decision.of(PaymentOutcome.REVERSED, Attribution.NONE);
        }
        boolean same = original.isCredit()
                && original.accountNumber().equals(fact.notice().accountNumber())
                && original.amountVnd() == fact.notice().amountVnd();
        return same
                ? Decision.of(PaymentOutcome.REVERSED, original.attribution())
                : Decision.parked(CaseKind.AMOUNT_MISMATCH);
    }

    private NewCase newCase(CaseKind kind, PaymentFact fact, String fingerprint) {
        return newCase(kind, fact, fingerprint, fact.id());
    }

    private NewCase newCase(CaseKind kind, PaymentFact fact, String fingerprint, PaymentId about) {
        JsonArray codes = new JsonArray();
        fact.candidates().forEach(code -> codes.add(code.value()));
        JsonObject evidence = new JsonObject()
                .put("bankReference", fact.key().bankReference())
                .put("accountNumber", fact.notice().accountNumber())
                .put("amount", fact.notice().amountVnd())
                .put("direction", fact.notice().direction().name())
                .put("memo", fact.notice().memo())
                .put("bookedAt", fact.notice().bookedAt().toString())
                .put("codes", codes)
                .put("source", fact.source().name());
        Optional.ofNullable(fact.deliveryId()).ifPresent(id -> evidence.put("deliveryId", id.toString()));
        Optional.ofNullable(fact.notice().reversalOf()).ifPresent(of -> evidence.put("reversalOf", of));
        return new NewCase(new CaseId(ids.next()), kind, fact.key().bankCode() + '/' + fingerprint,
                fact.businessDate(), fact.key().bankCode(), about.value(), evidence, clock.instant());
    }
}
