package vn.phopay.reconciliation;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.CaseId;

/**
 * The second person's part: approves or rejects what a colleague proposed. Nobody answers his own proposal; the
 * constraint {@code case_act_second_person} holds that of the database too. A rejected proposal leaves the case
 * acknowledged, for another decision.
 */
public final class AnswerProposal {
    private final CaseDesk desk;
    private final ResolveCase resolve;

    /** Works at {@code desk}; what is approved comes in force by {@code resolve}. */
    public AnswerProposal(CaseDesk desk, ResolveCase resolve) {
        this.desk = desk;
        this.resolve = resolve;
    }

    /** Puts the proposal in force, or says why that is not possible any more; {@code note} may say why. */
    public CaseOutcome approve(SqlConnection transaction, CaseId id, @Nullable String note, Decider decider) {
        return answer(transaction, id, decider, proposed -> {
            Decision decision = proposed.pending().decision();
            Decision approved = note == null ? decision : decision.because(note);
            return resolve.settleAgain(transaction, proposed.file(),
                    new ResolveCase.Ruling(approved, Optional.of(proposed.pending().answerable())), decider);
        });
    }

    /** Refuses the proposal; {@code note} says why. */
    public CaseOutcome reject(SqlConnection transaction, CaseId id, String note, Decider decider) {
        return answer(transaction, id, decider, proposed -> desk.keep(transaction,
                new CaseAct(id, CaseAct.What.REJECT, decider.actor(), null, null, null, note, null,
                        proposed.pending().answerable()),
                CaseDesk.Move.ACKNOWLEDGED, "case.reject"));
    }

    private record Proposed(CaseFile file, CaseFile.Proposal pending) {}

    private CaseOutcome answer(
            SqlConnection transaction, CaseId id, Decider decider, Function<Proposed, CaseOutcome> step) {
        Optional<CaseFile> held = desk.hold(transaction, id, null, decider);
        if (held.isEmpty()) {
            return new CaseOutcome.NotFound();
        }
        CaseFile file = held.get();
        Optional<CaseOutcome> obstacle = CaseDesk.obstacle(file, decider);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Optional<CaseFile.Proposal> pending = file.standing().pending();
        if (pending.isEmpty()) {
            return new CaseOutcome.NoProposal();
        }
        return pending.get().answerable().proposer().equals(decider.principal().subjectId())
                ? new CaseOutcome.SamePerson()
                : step.apply(new Proposed(file, pending.get()));
    }
}
