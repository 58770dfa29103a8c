package vn.phopay.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.WebhookDeliveryId;
import vn.phopay.identity.WebhookEndpointId;

/** Shows owners their endpoints and what became of each delivery. Every future fails only on a database fault. */
public final class ReadWebhooks {
    private final EndpointStore endpoints = new EndpointStore();
    private final DeliveryStore deliveries = new DeliveryStore();

    /** All of a merchant's. */
    public Future<List<WebhookEndpoint>> endpoints(SqlClient client, MerchantId merchant) {
        return endpoints.list(client, merchant);
    }

    /** One, if it is that merchant's. */
    public Future<Optional<WebhookEndpoint>> endpoint(SqlClient client, MerchantId merchant, WebhookEndpointId id) {
        return endpoints.find(client, id, merchant);
    }

    /**
     * Which deliveries.
     *
     * @param status of this status only
     * @param before with lower order numbers than this only
     * @param limit most of them
     */
    public record Page(Optional<DeliveryStatus> status, Optional<Long> before, int limit) {}

    /** An endpoint's deliveries, latest first; empty where the merchant has no such endpoint. */
    public Future<Optional<List<WebhookDelivery>>> deliveries(
            SqlClient client, MerchantId merchant, WebhookEndpointId id, Page page) {
        return endpoint(client, merchant, id).compose(found -> found.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : deliveries.list(client, new DeliveryStore.Filter(id, page.status(), page.before()), page.limit())
                        .map(Optional::of));
    }

    /** One delivery; empty where the merchant has no such endpoint, or that no such delivery. */
    public Future<Optional<WebhookDelivery>> delivery(
            SqlClient client, MerchantId merchant, WebhookEndpointId id, WebhookDeliveryId delivery) {
        return endpoint(client, merchant, id).compose(found -> found.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : deliveries.find(client, id, delivery));
    }
}
