package vn.phopay.http.webhook;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.webhook.ReplayDeliveries;

/** POST /api/v1/webhook-endpoints/{id}/deliveries/{deliveryId}/replay: sends a delivery again, under the same id. */
public final class PostWebhookDeliveryReplay implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.post(WebhookCalls.DELIVERIES + "/{deliveryId}/replay", Access.OWNER);

    private final ReplayDeliveries replay;

    /** Sends through {@code replay}. */
    public PostWebhookDeliveryReplay(ReplayDeliveries replay) {
        this.replay = replay;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return WebhookCalls.toReply(replay.replay(
                transaction, WebhookCalls.owner(call), WebhookCalls.endpointId(call), WebhookCalls.deliveryId(call)));
    }
}
