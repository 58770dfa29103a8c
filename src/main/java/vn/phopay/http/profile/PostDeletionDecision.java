package vn.phopay.http.profile;

import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.merchant.Caller;
import vn.phopay.profile.DecideDeletion;
import vn.phopay.profile.Deletion;
import vn.phopay.profile.DeletionStore;

/** POST /api/v1/deletion-requests/{id}/propose, /execute and /refuse: staff decide about a wish to be forgotten. */
public final class PostDeletionDecision implements TransactionalEndpoint {
    private final DecideDeletion decide;
    private final DecideDeletion.Action action;
    private final EndpointSpec spec;

    private PostDeletionDecision(DecideDeletion decide, DecideDeletion.Action action) {
        this.decide = decide;
        this.action = action;
        this.spec = EndpointSpec.post(
                "/api/v1/deletion-requests/{id}/" + action.name().toLowerCase(Locale.ROOT), Access.REGISTRARS);
    }

    /** The three endpoints, one for each decision. */
    public static List<TransactionalEndpoint> all(DecideDeletion decide) {
        return Arrays.stream(DecideDeletion.Action.values())
                .<TransactionalEndpoint>map(action -> new PostDeletionDecision(decide, action))
                .toList();
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Fields body = call.body();
        String note = body.text("note", 1, Deletion.REASON_LENGTH_MAX);
        body.check();
        DecideDeletion.Decision decision =
                new DecideDeletion.Decision(DeletionCalls.id(call), action, note);
        Caller caller = new Caller(call.principal(), call.requestId());
        return switch (decide.decide(transaction, decision, caller)) {
            case DecideDeletion.Decided(DeletionStore.Item item) -> Reply.ok(DeletionJson.item(item));
            case DecideDeletion.WrongState(Deletion.Status status) -> Reply.problem(
                    ProblemCode.DELETION_WRONG_STATE, "The request is " + status + ", or was proposed before.");
            case DecideDeletion.NoProposal none -> Reply.problem(
                    ProblemCode.DELETION_WRONG_STATE, "Nobody has proposed to carry it out.");
            case DecideDeletion.TooEarly(Instant dueAt) -> Reply.problem(
                    ProblemCode.DELETION_TOO_EARLY, "Its owner may take it back until " + dueAt + ".");
            case DecideDeletion.SecondPersonNeeded needed -> Reply.problem(
                    ProblemCode.DELETION_SECOND_PERSON_NEEDED, "You proposed it; another person must carry it out.");
            case DecideDeletion.CasesOpen(long cases) -> Reply.problem(
                    ProblemCode.DELETION_CASES_OPEN, cases + " cases about its money are not resolved.");
            case DecideDeletion.NotFound none -> DeletionCalls.notFound();
        };
    }
}
