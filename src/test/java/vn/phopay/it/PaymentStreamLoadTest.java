package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.EventClient;
import vn.phopay.testing.SessionRows;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Two instances on one database, under load, with listeners that are cut at random and come back to either. */
class PaymentStreamLoadTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("payment_stream_load").keepingInvariants();

    private static final int SHOPS = 3;
    private static final int LISTENERS = 6;
    private static final int CALLS = 120;
    private static final int PER_CALL = 20;
    private static final Map<String, String> SETTINGS =
            Map.of("PHOPAY_STREAM_POLL_MS", "20", "PHOPAY_STREAM_KEEP_ALIVE_MS", "100");

    private static List<TestApp> apps;
    private static TestBank bank;

    @BeforeAll
    static void start() {
        apps = List.of(TestApp.start(DB, Clock.systemUTC(), SETTINGS), TestApp.start(DB, Clock.systemUTC(), SETTINGS));
        bank = apps.getFirst().bank("mbbank", "970422");
        apps.forEach(app -> TestPostgres.await(app.refreshBanks()));
    }

    @AfterAll
    static void stop() {
        apps.forEach(TestApp::close);
    }

    @Test
    void streamShouldTellEachPaymentOnceInOrderWhenListenersAreCutAtRandomAndChangeInstances() throws Exception {
        long seed = Long.getLong("phopay.seed", new Random().nextLong());
        List<ShopRows.Shop> shops = new ArrayList<>();
        ShopRows rows = new ShopRows(DB.pool());
        for (int i = 0; i < SHOPS; i++) {
            shops.add(rows.insert("970422", "77" + i));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> heard = new ArrayList<>();
            for (int i = 0; i < LISTENERS; i++) {
                ShopRows.Shop shop = shops.get(i % SHOPS);
                Random random = new Random(seed + i);
                heard.add(threads.submit(() -> listen(shop, random)));
            }
            pay(threads, new Random(seed));
            for (int i = 0; i < SHOPS; i++) {
                post(0, List.of(TestBank.transaction("LAST-" + i, "77" + i, 1, "")));
            }
            for (int i = 0; i < LISTENERS; i++) {
                assertEquals(recorded(shops.get(i % SHOPS)), heard.get(i).get(), "seed " + seed + " listener " + i);
            }
        }
    }

    /** Hears some events, is cut, and goes on at any instance, until the last payment of all has come. */
    private static List<String> listen(ShopRows.Shop shop, Random random) {
        String token = SessionRows.open(DB.pool(), shop.merchant(), Instant.now(), Duration.ofHours(1));
        List<String> references = new ArrayList<>();
        String last = "0.00000000-0000-0000-0000-000000000000";
        while (references.isEmpty() || !references.getLast().startsWith("LAST-")) {
            AtomicInteger patience = new AtomicInteger(random.nextInt(60));
            TestApp app = apps.get(random.nextInt(apps.size()));
            EventClient client = EventClient.open(app.uri("/api/v1/payments/stream"), token, last,
                    event -> patience.decrementAndGet() < 0 || event.data().contains("\"LAST-"));
            assertEquals(200, client.status());
            client.awaitEnd();
            client.close();
            client.events().forEach(event ->
                    references.add(new JsonObject(event.data()).getString("bankReference")));
            last = client.events().getLast().id();
        }
        return references;
    }

    /** Credits, copies of them sent to the other instance, and reversals before and after their payment. */
    private static void pay(ExecutorService threads, Random random) throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            List<JsonObject> transactions = new ArrayList<>();
            for (int i = 0; i < PER_CALL; i++) {
                String id = "T" + call + "-" + i;
                String account = "77" + random.nextInt(SHOPS);
                transactions.add(TestBank.transaction(id, account, 1_000 + i, ""));
                if (random.nextInt(10) == 0) {
                    JsonObject reversal = TestBank.transaction("R" + id, account, 1_000 + i, "")
                            .put("direction", "DEBIT").put("reversalOf", id);
                    transactions.add(random.nextInt(transactions.size()), reversal);
                }
            }
            int first = random.nextInt(2);
            calls.add(threads.submit(() -> post(first, transactions)));
            calls.add(threads.submit(() -> post(1 - first, transactions)));
        }
        for (Future<?> call : calls) {
            call.get();
        }
    }

    private static void post(int app, List<JsonObject> transactions) {
        byte[] body = TestBank.call(transactions);
        int status;
        do {
            status = apps.get(app).sendBytes("POST", bank.path(), body, bank.sign(body)).statusCode();
        } while (status == 503);
        assertEquals(200, status);
    }

    private static List<String> recorded(ShopRows.Shop shop) {
        List<String> references = new ArrayList<>();
        TestPostgres.await(DB.pool().preparedQuery("SELECT bank_reference FROM payment WHERE merchant_id = $1"
                + " ORDER BY recorded_xid, payment_id").execute(Tuple.of(shop.merchant())))
                .forEach(row -> references.add(row.getString(0)));
        return references;
    }
}
