package vn.phopay.reconciliation;

import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import vn.phopay.access.AuditEntry;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.PaymentId;

/** What a decision does to its payment. Payments know cases; this is how cases reach payments all the same. */
@FunctionalInterface
public interface CaseEffects {
    /**
     * Records the fact that {@code settlement} makes, in the transaction that resolves the case. Runs on a virtual
     * thread; throws only on a database fault.
     */
    Effect apply(SqlConnection transaction, Settlement settlement);

    /**
     * A decision in force.
     *
     * @param caseId the case
     * @param payment its payment
     * @param amountVnd the payment's amount in đồng
     * @param decision what was decided
     * @param actor who decided; of two, the second
     * @param at when
     */
    record Settlement(
            CaseId caseId, PaymentId payment, long amountVnd, Decision decision, AuditEntry.Actor actor, Instant at) {}

    /** What came of it. */
    sealed interface Effect permits Applied, Refused {}

    /** The fact is recorded. */
    record Applied() implements Effect {}

    /** The payment does not allow it; nothing was written. */
    record Refused(String why) implements Effect {}
}
