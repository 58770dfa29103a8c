package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.EventClient;
import vn.phopay.testing.EventClient.Event;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.SessionRows;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PaymentStreamTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("payment_stream");

    private static final String PATH = "/api/v1/payments/stream";
    private static final String BEGINNING = "0.00000000-0000-0000-0000-000000000000";
    private static final Predicate<Event> NEVER = event -> false;
    private static final Map<String, String> SETTINGS = Map.of(
            "PHOPAY_STREAM_POLL_MS", "20",
            "PHOPAY_STREAM_KEEP_ALIVE_MS", "100",
            "PHOPAY_STREAM_SESSION_CHECK_MS", "100",
            "PHOPAY_STREAM_STALL_MS", "300",
            "PHOPAY_STREAM_RETRY_MS", "1234",
            "PHOPAY_STREAMS_PER_MERCHANT_MAX", "2");
    private static final MovableClock CLOCK = MovableClock.morning();

    private static ShopRows shops;
    private static TestApp app;

    @BeforeAll
    static void start() {
        shops = new ShopRows(DB.pool());
        app = TestApp.start(DB, CLOCK, SETTINGS);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void streamShouldTellANewPaymentInTheShapeOfTheList() {
        ShopRows.Shop shop = shops.insert("970422", "1001");
        String token = token(shop);
        EventClient client = EventClient.open(app.uri(PATH), token, "", event -> true);
        pay(shop, "A1", 50_000, "MATCHED");
        client.awaitEnd();
        assertEquals("text/event-stream", client.header("content-type"));
        assertEquals("no-store", client.header("cache-control"));
        Event event = client.events().getFirst();
        assertEquals("payment", event.name());
        JsonObject listed = app.as(token, "GET", "/api/v1/payments", null).getJsonArray("items").getJsonObject(0);
        assertEquals(listed, new JsonObject(event.data()));
    }

    @Test
    void streamShouldTellNobodyElsesPayments() {
        ShopRows.Shop shop = shops.insert("970422", "1002");
        ShopRows.Shop other = shops.insert("970422", "1003");
        EventClient client = EventClient.open(app.uri(PATH), token(shop), BEGINNING, event -> true);
        pay(other, "B1", 1_000, "OUTLET");
        pay(shop, "B2", 1_000, "OUTLET");
        client.awaitEnd();
        assertEquals(List.of("B2"), references(client));
    }

    @Test
    void streamShouldTellAReversalAsAnEventOfItsOwn() {
        ShopRows.Shop shop = shops.insert("970422", "1004");
        pay(shop, "C1", 1_000, "OUTLET");
        EventClient client = EventClient.open(app.uri(PATH), token(shop), BEGINNING, event -> isOf(event, "C2"));
        insert(DB.pool(), shop, "C2", "'DEBIT', 'C1', 1000, 'REVERSED'");
        client.awaitEnd();
        assertEquals(List.of("C1", "C2"), references(client));
        assertEquals("REVERSED", new JsonObject(client.events().getLast().data()).getString("outcome"));
    }

    @Test
    void streamShouldNotSkipAPaymentWhoseTransactionEndsLate() {
        ShopRows.Shop shop = shops.insert("970422", "1005");
        EventClient client = EventClient.open(app.uri(PATH), token(shop), BEGINNING, event -> isOf(event, "D2"));
        SqlConnection late = await(DB.pool().getConnection());
        Transaction transaction = await(late.begin());
        insert(late, shop, "D1", "'CREDIT', NULL, 1000, 'OUTLET'");
        pay(shop, "D2", 1_000, "OUTLET");
        int signs = client.comments().size();
        Eventually.until(() -> client.comments().size(), now -> now > signs + 2);
        assertEquals(List.of(), references(client), "D2 was told before D1 could be");
        await(transaction.commit());
        await(late.close());
        client.awaitEnd();
        assertEquals(List.of("D1", "D2"), references(client));
    }

    @Test
    void streamShouldGoOnAfterTheIdThatASignOfLifeTold() {
        ShopRows.Shop shop = shops.insert("970422", "1006");
        String token = token(shop);
        EventClient first = EventClient.open(app.uri(PATH), token, "", NEVER);
        Eventually.until(() -> first.comments().size(), signs -> signs > 1);
        assertEquals(": keep-alive", first.comments().getFirst());
        String last = first.lastId();
        first.close();
        pay(shop, "E1", 1_000, "OUTLET");
        EventClient byHeader = EventClient.open(app.uri(PATH), token, last, event -> true);
        EventClient byQuery = EventClient.open(app.uri(PATH + "?lastEventId=" + last), token, "", event -> true);
        byHeader.awaitEnd();
        byQuery.awaitEnd();
        assertEquals(List.of("E1"), references(byHeader));
        assertEquals(List.of("E1"), references(byQuery));
    }

    @Test
    void streamShouldRefuseAnIdThatIsNoneOfOurs() {
        String token = token(shops.insert("970422", "1007"));
        for (String id : List.of("x", "12", "-1.00000000-0000-0000-0000-000000000000", BEGINNING + "0",
                "999999999999999999.00000000-0000-0000-0000-000000000000")) {
            HttpResponse<String> answer =
                    app.send("GET", PATH, null, "authorization", "Bearer " + token, "last-event-id", id);
            assertEquals(400, answer.statusCode(), id);
            assertEquals("Last-Event-ID", new JsonObject(answer.body()).getJsonArray("errors").getJsonObject(0)
                    .getString("pointer"));
        }
    }

    @Test
    void streamShouldRefuseAnIdThatIsTooOldToResumeFrom() {
        ShopRows.Shop shop = shops.insert("970422", "1013");
        String token = token(shop);
        pay(shop, "OLD", 1_000, "OUTLET");
        await(DB.pool().query("UPDATE payment SET recorded_at = now() - interval '169 hours'"
                + " WHERE bank_reference = 'OLD'").execute());
        String old = await(DB.pool().query("SELECT recorded_xid || '.' || payment_id FROM payment"
                + " WHERE bank_reference = 'OLD'").execute()).iterator().next().getString(0);
        HttpResponse<String> answer =
                app.send("GET", PATH, null, "authorization", "Bearer " + token, "last-event-id", old);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("168 hours"), answer.body());
        await(DB.pool().query("UPDATE payment SET recorded_at = now() - interval '167 hours'"
                + " WHERE bank_reference = 'OLD'").execute());
        pay(shop, "NEW", 1_000, "OUTLET");
        EventClient client = EventClient.open(app.uri(PATH), token, old, event -> true);
        client.awaitEnd();
        assertEquals(List.of("NEW"), references(client));
    }

    @Test
    void streamShouldBeTheOwnersAlone() {
        assertEquals(401, app.send("GET", PATH, null).statusCode());
        assertEquals(403, app.send("GET", PATH, null, "authorization", "Bearer " + app.adminToken()).statusCode());
        String token = token(shops.insert("970422", "1008"));
        HttpResponse<String> head = app.send("HEAD", PATH, null, "authorization", "Bearer " + token);
        assertEquals(200, head.statusCode());
        HttpResponse<String> byCookie =
                app.send("HEAD", PATH, null, "cookie", "phopay_session=" + token);
        assertEquals(200, byCookie.statusCode());
    }

    @Test
    void streamShouldEndWhenItsSessionEndsOrExpires() {
        ShopRows.Shop shop = shops.insert("970422", "1009");
        String ended = token(shop);
        EventClient first = EventClient.open(app.uri(PATH), ended, "", NEVER);
        app.as(ended, "DELETE", "/api/v1/sessions/current", null);
        first.awaitEnd();
        String shortLived = SessionRows.open(DB.pool(), shop.merchant(), CLOCK.instant(), Duration.ofMinutes(1));
        EventClient second = EventClient.open(app.uri(PATH), shortLived, "", NEVER);
        EventClient lasting = EventClient.open(app.uri(PATH), token(shop), "", event -> true);
        CLOCK.advance(Duration.ofMinutes(2));
        second.awaitEnd();
        pay(shop, "F1", 1_000, "OUTLET");
        lasting.awaitEnd();
        assertEquals(List.of("F1"), references(lasting));
        assertEquals(401, EventClient.open(app.uri(PATH), shortLived, "", NEVER).status());
    }

    @Test
    void streamShouldBeRefusedWhenTheMerchantHasEnoughAndBeTakenWhenOneIsGone() {
        String token = token(shops.insert("970422", "1010"));
        EventClient first = EventClient.open(app.uri(PATH), token, "", NEVER);
        EventClient.open(app.uri(PATH), token, "", NEVER);
        HttpResponse<String> third = app.send("GET", PATH, null, "authorization", "Bearer " + token);
        assertEquals(429, third.statusCode());
        assertEquals("PAYMENT_STREAMS_FULL", new JsonObject(third.body()).getString("code"));
        assertTrue(third.headers().firstValue("retry-after").isPresent());
        first.close();
        Eventually.equal(200, () -> EventClient.open(app.uri(PATH), token, "", NEVER).status());
    }

    @Test
    void streamShouldBeCutWhenItsClientReadsNothingAndLoseNothing() throws IOException {
        ShopRows.Shop shop = shops.insert("970422", "1011");
        String token = token(shop);
        int payments = 12_000;
        await(DB.pool().preparedQuery("INSERT INTO payment (payment_id, bank_code, bank_reference, direction,"
                + " account_number, amount_vnd, memo, booked_at, received_at, business_date, outcome, merchant_id)"
                + " SELECT gen_random_uuid(), 'slow', 'S' || n, 'CREDIT', '1', n, repeat('x', 400), now(), now(),"
                + " date '2026-11-23', 'ACCOUNT', $1 FROM generate_series(1, $2::int) n")
                .execute(Tuple.of(shop.merchant(), payments)));
        try (Socket deaf = new Socket("127.0.0.1", app.app().port())) {
            deaf.getOutputStream().write(("GET " + PATH + " HTTP/1.1\r\nhost: x\r\nauthorization: Bearer " + token
                    + "\r\nlast-event-id: " + BEGINNING + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            Eventually.equal(1.0, PaymentStreamTest::openStreams);
            Eventually.equal(0.0, PaymentStreamTest::openStreams);
        }
        EventClient client = EventClient.open(app.uri(PATH), token, BEGINNING, event -> isOf(event, "LAST"));
        pay(shop, "LAST", 1_000, "ACCOUNT");
        client.awaitEnd();
        assertEquals(payments + 1, references(client).stream().distinct().count());
        assertEquals(payments + 1, client.events().size());
    }

    @Test
    void streamShouldEndAtOnceWhenTheServiceStops() {
        ShopRows.Shop shop = shops.insert("970422", "1012");
        TestApp stopping = TestApp.start(DB, CLOCK, SETTINGS);
        EventClient client = EventClient.open(stopping.uri(PATH), token(shop), "", NEVER);
        long startedNs = System.nanoTime();
        stopping.close();
        client.awaitEnd();
        assertTrue(Duration.ofNanos(System.nanoTime() - startedNs).toSeconds() < 15, "it waited for its stream");
    }

    private static double openStreams() {
        return app.send("GET", "/metrics", null).body().lines()
                .filter(line -> line.startsWith("phopay_streams_open"))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .sum();
    }

    private static String token(ShopRows.Shop shop) {
        return SessionRows.open(DB.pool(), shop.merchant(), CLOCK.instant(), Duration.ofDays(1));
    }

    private static boolean isOf(Event event, String reference) {
        return event.data().contains("\"bankReference\":\"" + reference + '"');
    }

    private static List<String> references(EventClient client) {
        return client.events().stream().map(event -> new JsonObject(event.data()).getString("bankReference")).toList();
    }

    private static void pay(ShopRows.Shop shop, String reference, long amountVnd, String outcome) {
        insert(DB.pool(), shop, reference, "'CREDIT', NULL, " + amountVnd + ", '" + outcome + "'");
    }

    private static void insert(
            SqlClient client, ShopRows.Shop shop, String reference, String what) {
        await(client.preparedQuery("INSERT INTO payment (payment_id, bank_code, bank_reference, direction, reversal_of,"
                + " amount_vnd, outcome, account_number, memo, booked_at, received_at, business_date, merchant_id,"
                + " outlet_id, payer_account) VALUES (gen_random_uuid(), 'b', $1, " + what + ", '1', 'm', now(),"
                + " now(), date '2026-11-23', $2, $3, '0987651234')")
                .execute(Tuple.of(reference, shop.merchant(), shop.outlet())));
    }
}
