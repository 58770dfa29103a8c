package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.access.AuditEntry;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.FlushPlan.Evidence;
import vn.phopay.payment.PaymentFactStore.Origin;
import vn.phopay.reconciliation.CaseStore;

/**
 * Records facts of many calls in one transaction, each exactly once: claim keys, read, decide, write. Two round trips,
 * whatever the number of facts, and a third where the bank repeats itself. The caller sees to BEGIN and COMMIT and that
 * no two facts speak of the same ({@link FlushKeys}).
 */
final class PaymentFlush {
    private final FlushReads reads = new FlushReads();
    private final PaymentFactStore laterFacts = new PaymentFactStore();
    private final Matching matching;
    private final CaseStore cases;
    private final PaymentCases wording;
    private final IdSource ids;

    PaymentFlush(Matching matching, CaseStore cases, IdSource ids, Clock clock) {
        this.matching = matching;
        this.cases = cases;
        this.wording = new PaymentCases(ids, clock);
        this.ids = ids;
    }

    /** Records {@code facts}; the outcomes stand in their order and hold once the caller has committed. */
    Future<List<RecordOutcome>> run(SqlConnection transaction, List<Delivery> deliveries, List<PaymentFact> facts) {
        return reads.run(transaction, facts).compose(read -> {
            FlushPlan plan = new FlushPlan(read, matching, wording);
            facts.forEach(plan::add);
            return write(transaction, deliveries, plan).map(done -> plan.outcomes());
        });
    }

    private Future<?> write(SqlConnection transaction, List<Delivery> deliveries, FlushPlan plan) {
        List<Future<?>> written = new ArrayList<>(2);
        written.add(FlushWrites.run(transaction, deliveries, plan.payments()));
        if (!plan.cases().isEmpty()) {
            written.add(cases.open(transaction, plan.cases()));
        }
        written.addAll(ReversalWrites.run(transaction, plan));
        plan.evidence().forEach(better -> written.add(keep(transaction, better)));
        return Future.all(written);
    }

    private Future<Boolean> keep(SqlConnection transaction, Evidence better) {
        int sequence = better.strength().sequence();
        PaymentId payment = new PaymentId(better.paymentId());
        JsonObject evidence = new JsonObject()
                .put("bankCode", better.twin().key().bankCode())
                .put("bankReference", better.twin().key().bankReference())
                .put("twinId", better.twin().id().toString())
                .put("claim", better.strength().name());
        Origin origin = new Origin(ids.next(), payment, PaymentFactStore.assignmentKey(payment, sequence), null,
                AuditEntry.Actor.system(), evidence, better.twin().notice().bookedAt(), better.twin().businessDate());
        return laterFacts.keepAssignment(transaction, origin,
                new PaymentFactStore.Decided(sequence, better.outcome(), better.whose()));
    }
}
