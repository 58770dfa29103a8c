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
import vn.phopay.reconciliation.AcknowledgeCase;
import vn.phopay.reconciliation.Decision;

/** POST /api/v1/cases/{id}/acknowledge: somebody takes a case in hand. */
public final class PostCaseAcknowledgement implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.create("/api/v1/cases/{id}/acknowledge", Access.REGISTRARS);

    private final AcknowledgeCase acknowledge;

    /** Works by {@code acknowledge}. */
    public PostCaseAcknowledgement(AcknowledgeCase acknowledge) {
        this.acknowledge = acknowledge;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        Fields body = call.body();
        body.allowOnly(List.of("note"));
        Optional<String> note = body.optionalText("note", Decision.NOTE_LENGTH_MAX);
        body.check();
        return CaseCalls.toReply(acknowledge.acknowledge(
                transaction, CaseCalls.caseId(call), note.orElse(null), CaseCalls.decider(call)));
    }
}
