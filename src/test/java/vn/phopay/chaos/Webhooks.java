package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.OutsideClient;
import vn.phopay.testing.WebhookReceiver;
import vn.phopay.testing.WebhookReceiver.Received;

/** What shops are told while things break: every event, to each of them, under one id however often it is sent. */
final class Webhooks {
    /** Settings under which what failed, and what a dead sender held, is soon tried again. */
    static final List<String> SETTINGS =
            List.of("PHOPAY_WEBHOOK_ALLOW_LOOPBACK", "yes", "PHOPAY_WEBHOOK_INTERVAL_MS", "50",
                    "PHOPAY_WEBHOOK_TIMEOUT_MS", "1000", "PHOPAY_WEBHOOK_LEASE_MS", "3000",
                    "PHOPAY_WEBHOOK_RETRY_MS_MIN", "100", "PHOPAY_WEBHOOK_RETRY_MS_MAX", "1000");

    private Webhooks() {}

    /** Every shop of {@code town} asks to be told everything, each at a path of its own. */
    static void order(URI base, ChaosTown town, WebhookReceiver receiver) {
        try (OutsideClient client = new OutsideClient(base)) {
            town.shops().forEach(shop -> client.create(client.logIn(shop.phone(), ChaosTown.PASSWORD),
                    "/api/v1/webhook-endpoints",
                    new JsonObject().put("url", receiver.url("/" + shop.id())).put("events", JsonArray.of("*"))));
        }
    }

    /** Waits until every event that a shop was to be told was taken by it; none may be forgotten, given up or extra. */
    static void awaitDelivered(SqlClient client, WebhookReceiver receiver, ChaosRun run) {
        Eventually.until(() -> counts(client), counts -> counts.get("events").equals(counts.get("DELIVERED")));
        Map<String, Long> counts = counts(client);
        assertEquals(Set.of("events", "DELIVERED"), counts.keySet(), run + ": " + counts);
        Set<String> told = new TreeSet<>();
        for (Row row : await(client.query("SELECT event_id FROM webhook_delivery").execute())) {
            told.add(row.getString("event_id"));
        }
        assertTrue(!told.isEmpty(), run + ": nobody was told anything");
        List<Received> received = receiver.received();
        assertEquals(told, received.stream().map(Received::id).collect(Collectors.toCollection(TreeSet::new)),
                run.toString());
        received.stream().collect(Collectors.groupingBy(Received::id)).forEach((id, copies) ->
                assertEquals(1, copies.stream().map(Received::body).distinct().count(), run + ": " + id));
    }

    /** How many events there are, and how many deliveries in each state. */
    private static Map<String, Long> counts(SqlClient client) {
        Map<String, Long> counts = new TreeMap<>();
        await(client.query("SELECT 'events' AS what, count(*) FROM merchant_event"
                + " UNION ALL SELECT status, count(*) FROM webhook_delivery GROUP BY status").execute())
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }
}
