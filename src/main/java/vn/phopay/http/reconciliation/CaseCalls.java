package vn.phopay.http.reconciliation;

import java.util.Arrays;
import java.util.Optional;
import vn.phopay.http.Call;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Problem;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.CaseId;
import vn.phopay.reconciliation.CaseFile;
import vn.phopay.reconciliation.CaseOutcome;
import vn.phopay.reconciliation.CaseStatus;
import vn.phopay.reconciliation.Decider;

/** What the endpoints about cases have in common. */
final class CaseCalls {
    /** A proposal is taken, but not in force. */
    private static final int ACCEPTED = 202;

    private CaseCalls() {}

    /** The case of the path; an id of another form is none. */
    static CaseId caseId(Call call) {
        return CaseId.parse(call.path("id")).orElseThrow(() -> new ProblemException(notFound()));
    }

    /** Who acts; {@code If-Match} may be left out, and then whichever version is there is meant. */
    static Decider decider(Call call) {
        Optional<Long> version =
                call.header("if-match").isPresent() ? EntityTag.requiredVersion(call) : Optional.empty();
        return new Decider(call.principal(), call.requestId(), version);
    }

    static <E extends Enum<E>> E member(Class<E> type, String parameter, String text) {
        E[] members = type.getEnumConstants();
        return Arrays.stream(members).filter(member -> member.name().equals(text)).findFirst()
                .orElseThrow(() -> ProblemException.ofField(
                        "?" + parameter, "must be one of " + Arrays.toString(members)));
    }

    static Reply toReply(CaseOutcome outcome) {
        return switch (outcome) {
            case CaseOutcome.Changed(CaseFile file) -> changed(file);
            case CaseOutcome.NotFound none -> notFound().toReply();
            case CaseOutcome.Forbidden none ->
                Reply.problem(ProblemCode.AUTH_FORBIDDEN, "Registrars and administrators decide about cases.");
            case CaseOutcome.WrongState(CaseStatus status) ->
                Reply.problem(ProblemCode.RECON_CASE_WRONG_STATE, "The case is " + status + ".");
            case CaseOutcome.ProposalWaits none -> Reply.problem(ProblemCode.RECON_PROPOSAL_WAITS,
                    "A decision was proposed; another person must approve or reject it first.");
            case CaseOutcome.NoProposal none ->
                Reply.problem(ProblemCode.RECON_NO_PROPOSAL, "Nothing was proposed for this case.");
            case CaseOutcome.SamePerson none -> Reply.problem(ProblemCode.RECON_SECOND_PERSON_NEEDED,
                    "You proposed this yourself; another person must answer it.");
            case CaseOutcome.Stale(long version) -> Reply.problem(ProblemCode.REQUEST_PRECONDITION_FAILED,
                    "Version " + version + " is there now; read it again.");
            case CaseOutcome.NotApplicable(String why) -> Reply.problem(ProblemCode.RECON_DECISION_REFUSED, why);
            case CaseOutcome.BadTarget(String field, String detail) ->
                ProblemException.ofField("/" + field, detail).problem().toReply();
        };
    }

    static Problem notFound() {
        return new Problem(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such case, or none that you may see.");
    }

    private static Reply changed(CaseFile file) {
        return Reply.json(file.standing().pending().isPresent() ? ACCEPTED : 200, CaseJson.item(file))
                .with("etag", EntityTag.ofVersion(file.standing().version()));
    }
}
