package vn.phopay.http.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.identity.WebhookDeliveryId;
import vn.phopay.identity.WebhookEndpointId;
import vn.phopay.webhook.ReadWebhooks;

/** GET /api/v1/webhook-endpoints/{id}/deliveries/{deliveryId}: one delivery with its attempts. */
public final class GetWebhookDelivery implements Endpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.get(WebhookCalls.DELIVERIES + "/{deliveryId}", Access.OWNER);

    private final ReadWebhooks read;
    private final Pool pool;

    /** Reads by {@code read}. */
    public GetWebhookDelivery(ReadWebhooks read, Pool pool) {
        this.read = read;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        WebhookEndpointId endpoint = WebhookCalls.endpointId(call);
        WebhookDeliveryId delivery = WebhookCalls.deliveryId(call);
        return read.delivery(pool, WebhookCalls.merchant(call), endpoint, delivery)
                .map(found -> found.map(WebhookJson::of).map(Reply::ok).orElseGet(WebhookCalls::notFound));
    }
}
