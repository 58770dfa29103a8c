package vn.phopay.http.webhook;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.webhook.ManageEndpoints;

/** DELETE /api/v1/webhook-endpoints/{id}: nothing more is sent there. */
public final class DeleteWebhookEndpoint implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.delete(WebhookCalls.ENDPOINT, Access.OWNER);

    private final ManageEndpoints manage;

    /** Deletes through {@code manage}. */
    public DeleteWebhookEndpoint(ManageEndpoints manage) {
        this.manage = manage;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        ManageEndpoints.Result result =
                manage.delete(transaction, WebhookCalls.owner(call), WebhookCalls.endpointId(call));
        return result instanceof ManageEndpoints.Done ? Reply.noContent() : WebhookCalls.toReply(result);
    }
}
