package vn.phopay.http.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.webhook.ReadWebhooks;

/** GET /api/v1/webhook-endpoints: all of the caller's; they are few. */
public final class GetWebhookEndpoints implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(WebhookCalls.PATH, Access.OWNER);

    private final ReadWebhooks read;
    private final Pool pool;

    /** Reads by {@code read}. */
    public GetWebhookEndpoints(ReadWebhooks read, Pool pool) {
        this.read = read;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return read.endpoints(pool, WebhookCalls.merchant(call)).map(found -> Reply.ok(
                WebhookJson.list(found.stream().map(WebhookJson::of).toList(), null)));
    }
}
