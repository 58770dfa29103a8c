package vn.phopay.reconciliation;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.identity.CaseId;

/**
 * Something done about a case; kept for ever.
 *
 * @param caseId the case
 * @param what what was done
 * @param actor who did it
 * @param decision what was proposed or resolved, where it was a decision of staff
 * @param resolution how the case ended, where it did
 * @param reason a code: why the service closed it, or why a second person is needed
 * @param note why, in words
 * @param evidence what shows it
 * @param answers the proposal that it answers
 */
public record CaseAct(
        CaseId caseId,
        What what,
        AuditEntry.Actor actor,
        @Nullable Decision decision,
        @Nullable Resolution resolution,
        @Nullable String reason,
        @Nullable String note,
        @Nullable JsonObject evidence,
        @Nullable Answer answers) {

    /** What is done about cases. */
    public enum What {
        /** Somebody looks after it. */
        ACKNOWLEDGE,
        /** Somebody proposes a decision that takes a second person. */
        PROPOSE,
        /** A second person refuses the proposal. */
        REJECT,
        /** The trouble went away before the proposal was answered. */
        OVERTAKEN,
        /** The case ends: a decision, the approval of a proposal, or by itself. */
        RESOLVE,
        /** More became known of the same trouble. */
        EVIDENCE
    }

    /**
     * The proposal that an act answers.
     *
     * @param actId the proposal
     * @param proposer who had made it; never the one who answers
     */
    public record Answer(UUID actId, UUID proposer) {}

    /** The service closes {@code caseId}. */
    static CaseAct solved(CaseId caseId, Solved.Because because, JsonObject evidence) {
        return new CaseAct(caseId, What.RESOLVE, AuditEntry.Actor.system(), null, Resolution.AUTO, because.name(),
                because.text(), evidence, null);
    }

    /** A proposal comes too late. */
    static CaseAct overtaken(CaseId caseId, Answer answers, Solved.Because because) {
        return new CaseAct(caseId, What.OVERTAKEN, AuditEntry.Actor.system(), null, null, because.name(),
                because.text(), null, answers);
    }
}
