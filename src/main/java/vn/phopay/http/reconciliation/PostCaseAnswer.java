package vn.phopay.http.reconciliation;

import io.vertx.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.reconciliation.AnswerProposal;
import vn.phopay.reconciliation.Decision;

/** POST /api/v1/cases/{id}/approve and /reject: a second person answers what a colleague proposed. */
public final class PostCaseAnswer implements TransactionalEndpoint {
    private final AnswerProposal answer;
    private final boolean approves;
    private final EndpointSpec spec;

    private PostCaseAnswer(AnswerProposal answer, boolean approves) {
        this.answer = answer;
        this.approves = approves;
        this.spec = EndpointSpec.create(
                "/api/v1/cases/{id}/" + (approves ? "approve" : "reject"), Access.REGISTRARS);
    }

    /** The two endpoints, one for each answer. */
    public static List<TransactionalEndpoint> all(AnswerProposal answer) {
        return List.of(new PostCaseAnswer(answer, true), new PostCaseAnswer(answer, false));
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Fields body = call.body();
        body.allowOnly(List.of("note"));
        Optional<String> note = approves
                ? body.optionalText("note", Decision.NOTE_LENGTH_MAX)
                : Optional.of(body.text("note", 1, Decision.NOTE_LENGTH_MAX));
        body.check();
        return CaseCalls.toReply(approves
                ? answer.approve(transaction, CaseCalls.caseId(call), note.orElse(null), CaseCalls.decider(call))
                : answer.reject(transaction, CaseCalls.caseId(call), note.orElseThrow(), CaseCalls.decider(call)));
    }
}
