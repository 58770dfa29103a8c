package vn.phopay.http.webhook;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.webhook.ManageEndpoints;

/** POST /api/v1/webhook-endpoints/{id}/rotate-secret: a new secret; the one before signs beside it for a day. */
public final class RotateWebhookSecret implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.post(WebhookCalls.ENDPOINT + "/rotate-secret", Access.OWNER);

    private final ManageEndpoints manage;

    /** Draws through {@code manage}. */
    public RotateWebhookSecret(ManageEndpoints manage) {
        this.manage = manage;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return WebhookCalls.toReply(
                manage.rotateSecret(transaction, WebhookCalls.owner(call), WebhookCalls.endpointId(call)));
    }
}
