package vn.phopay.reconciliation;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.CaseId;

/** Somebody takes a case in hand, so that others need not. */
public final class AcknowledgeCase {
    private final CaseDesk desk;

    /** Works at {@code desk}. */
    public AcknowledgeCase(CaseDesk desk) {
        this.desk = desk;
    }

    /** Moves an open case on; {@code note} may say what is being done. Of many at once one succeeds. */
    public CaseOutcome acknowledge(SqlConnection transaction, CaseId id, @Nullable String note, Decider decider) {
        Optional<CaseFile> held = desk.hold(transaction, id, null, decider);
        if (held.isEmpty()) {
            return new CaseOutcome.NotFound();
        }
        CaseFile file = held.get();
        Optional<CaseOutcome> obstacle = CaseDesk.obstacle(file, decider);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (file.standing().status() != CaseStatus.OPEN) {
            return new CaseOutcome.WrongState(file.standing().status());
        }
        CaseAct act = new CaseAct(
                id, CaseAct.What.ACKNOWLEDGE, decider.actor(), null, null, null, note, null, null);
        return desk.keep(transaction, act, CaseDesk.Move.ACKNOWLEDGED, "case.acknowledge");
    }
}
