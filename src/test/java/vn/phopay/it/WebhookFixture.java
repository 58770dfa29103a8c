package vn.phopay.it;

import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.SessionRows;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;

/** Services on one database with a clock that stands, shops that ask for webhooks, and payments for them. */
final class WebhookFixture implements AutoCloseable {
    static final String PATH = "/api/v1/webhook-endpoints";
    private static final String BIN = "970422";

    final MovableClock clock = MovableClock.morning();
    final TestDatabase database;
    final TestApp app;
    private final ShopRows rows;
    private final TestBank bank;
    private final AtomicInteger accounts = new AtomicInteger(5_000);

    WebhookFixture(TestDatabase database, Map<String, String> settings) {
        this.database = database;
        this.app = start(settings);
        this.rows = new ShopRows(database.pool());
        this.bank = app.bank("mbbank", BIN);
        clock.advance(Duration.ofSeconds(2));
        await(app.refreshBanks());
    }

    /** One more instance. */
    TestApp start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "PHOPAY_WEBHOOK_ALLOW_LOOPBACK", "yes",
                "PHOPAY_WEBHOOK_INTERVAL_MS", "20",
                "PHOPAY_WEBHOOK_TIMEOUT_MS", "1000",
                "PHOPAY_WEBHOOK_LEASE_MS", "10000"));
        all.putAll(settings);
        return TestApp.start(database, clock, all);
    }

    /** A shop and its owner's token. */
    record Owner(ShopRows.Shop shop, String account, String token) {}

    Owner owner() {
        String account = Integer.toString(accounts.incrementAndGet());
        ShopRows.Shop shop = rows.insert(BIN, account);
        String token = SessionRows.open(database.pool(), shop.merchant(), clock.instant(), Duration.ofDays(30));
        return new Owner(shop, account, token);
    }

    /** An endpoint, its secret included. */
    JsonObject endpoint(Owner owner, String url, String... events) {
        return app.as(owner.token(), "POST", PATH,
                new JsonObject().put("url", url).put("events", new JsonArray(List.of(events))));
    }

    /** Credits of 1,000 đồng and more, in one call, told by the bank under these references. */
    void pay(Owner owner, String... references) {
        List<JsonObject> transactions = new ArrayList<>();
        for (String reference : references) {
            transactions.add(TestBank.transaction(reference, owner.account(), 1_000, "")
                    .put("occurredAt", clock.instant().toString()));
        }
        call(app, transactions);
    }

    /** A reversal of one of them. */
    void reverse(Owner owner, String reference) {
        call(app, List.of(TestBank.transaction("R" + reference, owner.account(), 1_000, "")
                .put("occurredAt", clock.instant().toString())
                .put("direction", "DEBIT").put("reversalOf", reference)));
    }

    /** What the bank tells one instance. */
    void call(TestApp to, List<JsonObject> transactions) {
        byte[] body = TestBank.call(transactions);
        HttpResponse<String> answer = to.sendBytes("POST", bank.path(), body, bank.sign(body, clock.instant()));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    JsonObject get(Owner owner, String path) {
        return app.as(owner.token(), "GET", PATH + path, null);
    }

    /** The deliveries of an endpoint, first one first. */
    List<JsonObject> deliveries(Owner owner, String endpointId) {
        JsonArray items = get(owner, "/" + endpointId + "/deliveries?limit=500").getJsonArray("items");
        return items.stream().map(JsonObject.class::cast).toList().reversed();
    }

    HttpResponse<String> send(Owner owner, String method, String path, JsonObject body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "authorization";
        all[1] = "Bearer " + owner.token();
        System.arraycopy(headers, 0, all, 2, headers.length);
        return app.send(method, PATH + path, body, all);
    }

    Row row(String sql, Object... parameters) {
        return await(database.pool().preparedQuery(sql).execute(Tuple.tuple(List.of(parameters)))).iterator().next();
    }

    @Override
    public void close() {
        app.close();
    }
}
