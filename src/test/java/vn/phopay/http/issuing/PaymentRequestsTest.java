package vn.phopay.http.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.http.issuing.IssuingFixture.body;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.access.Role;
import vn.phopay.db.Sql;
import vn.phopay.http.issuing.IssuingFixture.Credit;
import vn.phopay.http.issuing.IssuingFixture.Shop;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.issuing.ExpireRequests;
import vn.phopay.qr.DecodedQr;
import vn.phopay.qr.QrDecoder;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PaymentRequestsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("payment_requests");

    @TempDir
    static Path keys;

    private static final String PATH = "/api/v1/payment-requests";

    private static IssuingFixture fixture;

    @BeforeAll
    static void open() throws Exception {
        fixture = new IssuingFixture(DB, keys);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void postShouldAnswerADynamicSignedCodeWhenTheShopIsApproved() {
        Shop shop = fixture.shop();
        JsonObject request = body(201, fixture.post(PATH, fixture.request(shop, 45_000)
                .put("description", "Bàn 5").put("orderRef", "HĐ-17").put("expiresInSeconds", 60), shop.token()));
        assertEquals("PENDING", request.getString("status"));
        assertEquals(0, request.getLong("paidAmount"));
        assertEquals(Duration.ofSeconds(60), Duration.between(
                OffsetDateTime.parse(request.getString("createdAt")),
                OffsetDateTime.parse(request.getString("expiresAt"))));
        DecodedQr.Payable code = (DecodedQr.Payable) QrDecoder.decode(request.getString("payload"));
        assertEquals("12", code.vietQr().initiation());
        assertEquals(45_000L, code.vietQr().amountVnd());
        assertEquals(request.getString("reference") + " HD 17", code.vietQr().memo());
        assertEquals("GENUINE", fixture.verify(request.getString("payload")).getString("status"));
    }

    @Test
    void postShouldHoldAmountAndLifeToTheirLimits() {
        Shop shop = fixture.shop();
        assertEquals(201, create(shop, 1, 60));
        assertEquals(201, create(shop, 9_999_999_999_999L, 86_400));
        assertEquals(400, create(shop, 0, 60));
        assertEquals(400, create(shop, 10_000_000_000_000L, 60));
        assertEquals(400, create(shop, 1, 59));
        assertEquals(400, create(shop, 1, 86_401));
    }

    private static int create(Shop shop, long amount, long seconds) {
        return fixture.post(PATH, fixture.request(shop, amount).put("expiresInSeconds", seconds), shop.token())
                .statusCode();
    }

    @Test
    void postShouldRefuseOthersOutletsAndUnapprovedShops() {
        Shop shop = fixture.shop();
        assertEquals(404, fixture.post(PATH, fixture.request(fixture.shop(), 1), shop.token()).statusCode());
        Shop pending = fixture.shop("PENDING", "PENDING");
        assertEquals(409, fixture.post(PATH, fixture.request(pending, 1), pending.token()).statusCode());
        assertEquals(403, fixture.post(PATH, fixture.request(shop, 1), fixture.staff(Role.ADMIN)).statusCode());
        JsonObject noOutlet = new JsonObject().put("outletId", "x").put("amount", 1);
        assertEquals(400, fixture.post(PATH, noOutlet, shop.token()).statusCode());
    }

    @Test
    void postShouldCreateOnceWhenTwoCallsWithOneKeyComeAtOnce() throws Exception {
        Shop shop = fixture.shop();
        List<HttpResponse<String>> answers = AtOnce.run(2, i -> fixture.http.send("POST", PATH,
                fixture.request(shop, 45_000), "authorization", "Bearer " + shop.token(), "idempotency-key", "k1"));
        assertEquals(201, answers.get(0).statusCode());
        assertEquals(answers.get(0).body(), answers.get(1).body());
        assertEquals(1, fixture.count(
                "SELECT count(*) FROM payment_request WHERE merchant_id = $1", shop.merchant()));
        HttpResponse<String> other = fixture.http.send("POST", PATH, fixture.request(shop, 46_000),
                "authorization", "Bearer " + shop.token(), "idempotency-key", "k1");
        assertEquals(422, other.statusCode());
    }

    @Test
    void getShouldFollowTheCreditsWhenTheyComeAndGo() {
        Shop shop = fixture.shop();
        String id = fixture.requested(shop, 100_000).getString("id");
        assertState(shop, id, "PENDING", 0);
        fixture.credit(shop, id, new Credit("F1", 40_000, "UNDERPAID"));
        assertState(shop, id, "UNDERPAID", 40_000);
        fixture.credit(shop, id, new Credit("F2", 60_000, "MATCHED"));
        assertState(shop, id, "PAID", 100_000);
        fixture.credit(shop, id, new Credit("F3", 1, "OVERPAID"));
        assertState(shop, id, "OVERPAID", 100_001);
        fixture.credit(shop, id, new Credit("F4", 100_000, "LATE"));
        JsonObject file = assertState(shop, id, "OVERPAID", 100_001);
        assertEquals(4, file.getJsonArray("payments").size());
        assertEquals("LATE", file.getJsonArray("payments").getJsonObject(3).getString("outcome"));
        fixture.reverse(shop, "F3", 1);
        assertState(shop, id, "PAID", 100_000);
        fixture.reverse(shop, "F1", 40_000);
        fixture.reverse(shop, "F2", 60_000);
        JsonObject refunded = assertState(shop, id, "REFUNDED", 0);
        assertTrue(refunded.getJsonArray("payments").getJsonObject(0).getBoolean("reversed"));
    }

    @Test
    void getShouldShowARequestToItsOwnerAlone() {
        Shop shop = fixture.shop();
        String path = PATH + '/' + fixture.requested(shop, 1).getString("id");
        assertEquals(200, fixture.get(path, shop.token()).statusCode());
        assertEquals(404, fixture.get(path, fixture.shop().token()).statusCode());
        assertEquals(404, fixture.get(PATH + "/prq_x", shop.token()).statusCode());
        assertEquals(401, fixture.get(path, null).statusCode());
    }

    private static JsonObject assertState(Shop shop, String id, String status, long paid) {
        JsonObject file = body(200, fixture.get(PATH + '/' + id, shop.token()));
        assertEquals(status + ' ' + paid, file.getString("status") + ' ' + file.getLong("paidAmount"));
        return file;
    }

    @Test
    void cancelShouldGiveUpAnUnpaidRequestAndTakeItsCodeBack() {
        Shop shop = fixture.shop();
        JsonObject request = fixture.requested(shop, 100_000);
        String path = PATH + '/' + request.getString("id") + "/cancel";
        fixture.credit(shop, request.getString("id"), new Credit("C1", 40_000, "UNDERPAID"));
        assertEquals(404, fixture.post(path, new JsonObject(), fixture.shop().token()).statusCode());
        assertEquals("CANCELLED", body(200, fixture.post(path, new JsonObject(), shop.token())).getString("status"));
        assertEquals("CANCELLED", body(200, fixture.post(path, new JsonObject(), shop.token())).getString("status"));
        assertState(shop, request.getString("id"), "CANCELLED", 40_000);
        assertEquals("REVOKED", fixture.verify(request.getString("payload")).getString("status"));
        assertEquals(1, fixture.count("SELECT count(*) FROM audit_entry WHERE action = 'payment-request.cancel'"
                + " AND subject_id = $1", request.getString("id")));
    }

    @Test
    void cancelShouldBeRefusedWhenTheRequestIsPaid() {
        Shop shop = fixture.shop();
        JsonObject request = fixture.requested(shop, 100_000);
        fixture.credit(shop, request.getString("id"), new Credit("P1", 100_000, "MATCHED"));
        String path = PATH + '/' + request.getString("id") + "/cancel";
        assertEquals("PAYMENT_REQUEST_NOT_OPEN",
                body(409, fixture.post(path, new JsonObject(), shop.token())).getString("code"));
        assertEquals("GENUINE", fixture.verify(request.getString("payload")).getString("status"));
    }

    @Test
    void cancelShouldWaitForThePaymentInFlightAndThenBeRefused() throws Exception {
        Shop shop = fixture.shop();
        JsonObject request = fixture.requested(shop, 100_000);
        SqlConnection writer = await(fixture.pool.getConnection());
        Transaction payment = await(writer.begin());
        await(Sql.load("payment/lock_payment_requests")
                .execute(writer, Tuple.of(new String[] {request.getString("reference")})));
        CompletableFuture<HttpResponse<String>> cancelling = CompletableFuture.supplyAsync(() -> fixture.post(
                PATH + '/' + request.getString("id") + "/cancel", new JsonObject(), shop.token()));
        awaitBlockedSession();
        assertFalse(cancelling.isDone());
        await(writer.preparedQuery("INSERT INTO payment (payment_id, bank_code, bank_reference, direction,"
                + " account_number, amount_vnd, memo, booked_at, received_at, business_date, outcome,"
                + " payment_request_id) VALUES ($1, 'mb', 'R1', 'CREDIT', $2, 100000, '', now(), now(), '2026-11-23',"
                + " 'MATCHED', $3)").execute(Tuple.of(UUID.randomUUID(), shop.accountNumber(), idOf(request))));
        await(payment.commit());
        await(writer.close());
        assertEquals(409, cancelling.get(30, TimeUnit.SECONDS).statusCode());
        assertState(shop, request.getString("id"), "PAID", 100_000);
    }

    /** Returns once some session of this database waits for a lock that another one holds. */
    private static void awaitBlockedSession() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (fixture.count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND cardinality(pg_blocking_pids(pid)) > 0") == 0) {
            assertTrue(System.nanoTime() < deadline, "no session waits for a lock");
        }
    }

    private static UUID idOf(JsonObject request) {
        return PaymentRequestId.parse(request.getString("id")).orElseThrow().value();
    }

    @Test
    void expireShouldNoteWhatIsOverAndPassOverWhatIsHeld() {
        ExpireRequests expire = new ExpireRequests(fixture.parts.requests(), fixture.clock);
        await(expire.run(fixture.pool));
        Shop shop = fixture.shop();
        JsonObject over = fixture.requested(shop, 100_000);
        JsonObject paid = fixture.requested(shop, 100_000);
        JsonObject held = fixture.requested(shop, 100_000);
        fixture.credit(shop, paid.getString("id"), new Credit("E1", 100_000, "MATCHED"));
        fixture.clock.advance(Duration.ofSeconds(900));
        assertEquals(0, countExpired(shop, expire));
        fixture.clock.advance(Duration.ofSeconds(1));
        JsonObject open = fixture.requested(shop, 100_000);
        SqlConnection holder = await(fixture.pool.getConnection());
        Transaction transaction = await(holder.begin());
        await(Sql.load("issuing/lock_payment_request").execute(holder, Tuple.of(idOf(held))));
        assertEquals(2, countExpired(shop, expire));
        await(transaction.rollback());
        await(holder.close());
        assertEquals(3, countExpired(shop, expire));
        assertState(shop, over.getString("id"), "EXPIRED", 0);
        assertState(shop, paid.getString("id"), "PAID", 100_000);
        assertState(shop, open.getString("id"), "PENDING", 0);
    }

    private static long countExpired(Shop shop, ExpireRequests expire) {
        await(expire.run(fixture.pool));
        return fixture.count("SELECT count(*) FROM payment_request WHERE merchant_id = $1"
                + " AND expired_at IS NOT NULL", shop.merchant());
    }

    @Test
    void expireShouldWorkThroughMoreThanOneBatch() {
        ExpireRequests expire = new ExpireRequests(fixture.parts.requests(), fixture.clock);
        Shop shop = fixture.shop();
        int rows = ExpireRequests.BATCH_ROWS_MAX + 1;
        fixture.run("INSERT INTO payment_request (payment_request_id, merchant_id, outlet_id, account_id, reference,"
                + " serial, payload, key_id, amount_vnd, created_at, expires_at, business_date)"
                + " SELECT gen_random_uuid(), $1, $2, $3, 'B' || n, 'B' || n, 'x', 'x', 1, '2026-01-01', '2026-01-02',"
                + " '2026-01-01' FROM generate_series(1, $4::int) n",
                shop.merchant(), shop.outlet().value(), shop.account(), rows);
        assertEquals(rows, countExpired(shop, expire));
    }
}
