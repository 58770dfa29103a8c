package vn.phopay.http.webhook;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Paging;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.webhook.DeliveryStatus;
import vn.phopay.webhook.ReadWebhooks;
import vn.phopay.webhook.WebhookDelivery;

/** GET /api/v1/webhook-endpoints/{id}/deliveries?status=&amp;limit=&amp;after=: what was sent, latest first. */
public final class GetWebhookDeliveries implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(WebhookCalls.DELIVERIES, Access.OWNER);

    private final ReadWebhooks read;
    private final Pool pool;

    /** Reads by {@code read}. */
    public GetWebhookDeliveries(ReadWebhooks read, Pool pool) {
        this.read = read;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        int limit = Paging.limit(call);
        ReadWebhooks.Page page = new ReadWebhooks.Page(
                call.queryParameter("status").map(GetWebhookDeliveries::status),
                Paging.after(call, GetWebhookDeliveries::number), limit + 1);
        return read.deliveries(pool, WebhookCalls.merchant(call), WebhookCalls.endpointId(call), page)
                .map(found -> found.map(all -> Reply.ok(toPage(all, limit))).orElseGet(WebhookCalls::notFound));
    }

    private static JsonObject toPage(List<WebhookDelivery> found, int limit) {
        List<WebhookDelivery> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Long.toString(items.getLast().sequence()) : null;
        return WebhookJson.list(items.stream().map(WebhookJson::of).toList(), next);
    }

    private static DeliveryStatus status(String text) {
        return Arrays.stream(DeliveryStatus.values()).filter(status -> status.name().equals(text)).findFirst()
                .orElseThrow(() -> ProblemException.ofField(
                        "?status", "must be one of " + Arrays.toString(DeliveryStatus.values())));
    }

    private static Optional<Long> number(String text) {
        return Optional.of(text).filter(digits -> digits.matches("[0-9]{1,18}")).map(Long::valueOf);
    }
}
