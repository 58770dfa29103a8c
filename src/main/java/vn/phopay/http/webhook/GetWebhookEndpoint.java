package vn.phopay.http.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.webhook.ReadWebhooks;

/** GET /api/v1/webhook-endpoints/{id}: one endpoint, without its secret. */
public final class GetWebhookEndpoint implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(WebhookCalls.ENDPOINT, Access.OWNER);

    private final ReadWebhooks read;
    private final Pool pool;

    /** Reads by {@code read}. */
    public GetWebhookEndpoint(ReadWebhooks read, Pool pool) {
        this.read = read;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return read.endpoint(pool, WebhookCalls.merchant(call), WebhookCalls.endpointId(call))
                .map(found -> found.map(WebhookJson::ok).orElseGet(WebhookCalls::notFound));
    }
}
