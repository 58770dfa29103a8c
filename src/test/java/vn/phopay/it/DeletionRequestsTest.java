package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.profile.DeletionStore;
import vn.phopay.profile.RequestDeletion;
import vn.phopay.profile.WithdrawDeletion;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** A wish to be forgotten: it waits, may be taken back, takes two persons, and leaves nothing personal behind. */
class DeletionRequestsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("deletion_requests").keepingInvariants();

    private static final String PASSWORD = "bun-cha-hang-manh";
    private static final String PATH = "/api/v1/deletion-requests";
    private static final Duration WAIT = Duration.ofHours(720);
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final MovableClock CLOCK = MovableClock.morning();

    private static TestApp app;
    private static TestBank bank;
    private static VirtualThreads threads;
    private static MerchantRegistry registry;
    private static String admin;
    private static String first;
    private static String second;
    private static int serial;

    private JsonObject merchant;
    private String owner;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB, CLOCK, Map.of());
        bank = app.bank("mbbank", "970422");
        admin = app.adminToken();
        first = staff("first", "REGISTRAR", "002");
        second = staff("second", "REGISTRAR", "002");
        threads = await(VirtualThreads.open(TestPostgres.vertx()));
        IdSource ids = new IdSource(CLOCK);
        registry = MerchantRegistry.of(new AuditLog(ids, CLOCK), ids, CLOCK);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void open() {
        serial++;
        admin = app.adminToken();
        first = app.token("first", PASSWORD);
        second = app.token("second", PASSWORD);
        merchant = app.as(admin, "POST", "/api/v1/merchants", registration());
        app.as(admin, "POST", "/api/v1/merchants/" + id() + "/approve", new JsonObject().put("reason", why()));
        owner = app.token(phone(), PASSWORD);
    }

    @Test
    void requestShouldWaitAndBeTakenBack() throws Exception {
        List<Object> made = AtOnce.run(4, i -> request());
        assertEquals(1, made.stream().filter(RequestDeletion.Requested.class::isInstance).count(), made.toString());
        assertEquals(3, made.stream().filter(RequestDeletion.WaitsAlready.class::isInstance).count());
        JsonObject seen = open(PATH);
        assertEquals(wish(), seen.getString("reason"));
        assertEquals(CLOCK.instant().plus(WAIT), OffsetDateTime.parse(seen.getString("dueAt")).toInstant());

        assertEquals(WithdrawDeletion.Outcome.WITHDRAWN, withdraw());

        assertEquals(WithdrawDeletion.Outcome.NOTHING_WAITS, withdraw());
        JsonObject over = app.as(first, "GET", PATH + '/' + seen.getString("id"), null);
        assertEquals("WITHDRAWN", over.getString("status"));
        refused(409, "DELETION_WRONG_STATE", first, seen.getString("id"), "propose");
        assertInstanceOf(RequestDeletion.Requested.class, request(), "it can be asked for again");
        withdraw();
    }

    @Test
    void executionShouldTakeItsTimeTwoPersonsAndASolvedBook() {
        request();
        String deletion = open(PATH).getString("id");
        refused(409, "DELETION_WRONG_STATE", first, deletion, "execute");
        decide(first, deletion, "propose");
        refused(409, "DELETION_WRONG_STATE", second, deletion, "propose");
        refused(409, "DELETION_TOO_EARLY", second, deletion, "execute");
        passTime();
        refused(403, "DELETION_SECOND_PERSON_NEEDED", first, deletion, "execute");
        String account = account();
        pay(account, "FT-a-" + serial, 5_000, "");
        pay(account, "FT-a-" + serial, 6_000, "");
        JsonObject whole = app.as(second, "GET", PATH + '/' + deletion, null);
        assertEquals(1L, whole.getLong("openCases"));
        assertTrue(whole.getJsonArray("erases").contains("login"));
        assertTrue(whole.getJsonArray("keeps").contains("PAYMENTS"));
        refused(409, "DELETION_CASES_OPEN", second, deletion, "execute");
        assertEquals(1L, count("SELECT count(*) FROM merchant WHERE display_name = $1",
                merchant.getString("displayName")));
        decide(first, deletion, "refuse");
    }

    @Test
    void refusalShouldEndTheRequestAndSayWhy() {
        request();
        String deletion = open(PATH).getString("id");

        JsonObject refused = decide(first, deletion, "refuse");

        assertEquals("REFUSED", refused.getString("status"));
        assertEquals(WithdrawDeletion.Outcome.NOTHING_WAITS, withdraw());
        assertEquals(400, app.send("POST", PATH + '/' + deletion + "/refuse", new JsonObject(),
                "authorization", "Bearer " + first).statusCode(), "a reason is needed");
    }

    @Test
    void executionShouldForgetThePersonAndKeepTheMoney() {
        JsonObject code = app.as(owner, "POST", "/api/v1/outlets/" + outlet() + "/qr-codes",
                new JsonObject().put("type", "STATIC").put("label", "Quầy bà Hoa"));
        app.as(owner, "POST", "/api/v1/payment-requests", new JsonObject()
                .put("outletId", outlet()).put("amount", 40_000).put("description", "cho bà Hoa"));
        app.as(owner, "POST", "/api/v1/webhook-endpoints", new JsonObject()
                .put("url", "https://hoa.example.vn/hook").put("events", new JsonArray().add("*")));
        String account = account();
        pay(account, "FT-b-" + serial, 70_000, code.getString("reference"));
        request();
        String deletion = open(PATH).getString("id");
        decide(first, deletion, "propose");
        passTime();
        String names = merchant.getString("displayName");

        JsonObject executed = decide(second, deletion, "execute");

        assertEquals("EXECUTED", executed.getString("status"));
        assertEquals("CLOSED", executed.getString("merchantStatus"));
        assertNull(executed.getString("reason"));
        assertEquals(401, app.send("GET", "/api/v1/merchants/" + id(), null, "authorization", "Bearer " + owner)
                .statusCode(), "the session is over");
        assertEquals(401, app.send("POST", "/api/v1/sessions",
                new JsonObject().put("login", phone()).put("password", PASSWORD)).statusCode());
        JsonObject verdict = new JsonObject(app.send("POST", "/api/v1/qr-codes/verify",
                new JsonObject().put("payload", code.getString("payload"))).body());
        assertEquals("REVOKED", verdict.getString("status"));
        assertNull(verdict.getJsonObject("merchant"), "nothing is said of whose it was");
        assertEquals(404, app.send("GET", "/api/v1/qr-codes/" + code.getString("id") + ".svg", null).statusCode());
        assertEquals(70_000L, count("SELECT sum(amount_vnd)::bigint FROM payment WHERE merchant_id = $1", uuid()));
        assertEquals(0L, count("SELECT count(*) FROM session WHERE subject_id = $1", uuid()));
        for (String personal : List.of(names, "Nguyễn Thị Hoa " + serial, phone(), phone().replace("+84", "0"),
                taxCode(serial), account, holder(), serial + " Hàng Ngang", "Quầy bà Hoa", "cho bà Hoa",
                "hoa.example.vn", why(), wish())) {
            assertEquals(List.of(), tablesWith(personal), personal);
        }
        refused(409, "DELETION_WRONG_STATE", second, deletion, "execute");
        assertEquals(1L, count("SELECT count(*) FROM webhook_endpoint WHERE merchant_id = $1"
                + " AND deleted_at IS NOT NULL", uuid()));
        assertEquals(404, app.send("POST", "/api/v1/merchants/" + id() + "/reinstate", new JsonObject(),
                "authorization", "Bearer " + first).statusCode(), "nothing leads back");
        assertEquals(201, app.send("POST", "/api/v1/merchants", registration()).statusCode(),
                "whoever has the tax code, the phone and the account may register again");
    }

    @Test
    void staffShouldSeeAndDecideInTheirDistrictsAlone() {
        request();
        String deletion = open(PATH).getString("id");
        String elsewhere = staff("elsewhere-" + serial, "REGISTRAR", "003");
        String analyst = staff("analyst-" + serial, "ANALYST", "002");

        assertEquals(404, status(elsewhere, "GET", PATH + '/' + deletion));
        assertEquals(404, decideRaw(elsewhere, deletion, "propose").statusCode());
        assertEquals(0, app.as(elsewhere, "GET", PATH, null).getJsonArray("items").size());
        assertEquals(403, status(analyst, "GET", PATH));
        assertEquals(403, status(owner, "GET", PATH));
        assertEquals(401, app.send("GET", PATH, null).statusCode());
        assertEquals(400, status(first, "GET", PATH + "?status=SOON"));
        assertEquals(404, status(first, "GET", PATH + "/del_x"));
        withdraw();
    }

    /** Tables in which a text stands anywhere, those apart that the law keeps or that hold what banks sent. */
    private static List<String> tablesWith(String text) {
        Set<String> kept = Set.of("payment", "delivery", "payment_trace", "payment_reversal", "statement_line",
                "payment_key", "audit_entry", "book_month", "cash_entry", "safety_report", "idempotency_key",
                        "recon_case", "day_seal_total", "payment_fact");
        return StreamSupport.stream(await(DB.pool().query("SELECT table_name::text AS name"
                        + " FROM information_schema.tables WHERE table_schema = 'public'"
                        + " AND table_type = 'BASE TABLE'").execute()).spliterator(), false)
                .map(row -> row.getString("name"))
                .filter(table -> !kept.contains(table))
                .filter(table -> count("SELECT count(*) FROM " + table + " t WHERE strpos(t::text, $1) > 0", text) > 0)
                .toList();
    }

    private static String staff(String login, String role, String district) {
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login).put("name", login)
                .put("role", role).put("districtCodes", new JsonArray().add(district)).put("password", PASSWORD));
        return app.token(login, PASSWORD);
    }

    /** Everybody's session ends meanwhile; staff log in again. */
    private void passTime() {
        CLOCK.advance(WAIT);
        first = app.token("first", PASSWORD);
        second = app.token("second", PASSWORD);
        owner = app.token(phone(), PASSWORD);
        await(app.refreshBanks());
    }

    private Object request() {
        RequestDeletion request = new RequestDeletion(registry, new DeletionStore(), WAIT);
        return await(DB.pool().withTransaction(tx -> threads.call(() -> (Object) request.request(
                tx, merchantId(), new RequestDeletion.Wish(Optional.of(wish()), true), caller()))));
    }

    private Object withdraw() {
        WithdrawDeletion withdraw = new WithdrawDeletion(registry, new DeletionStore());
        return await(DB.pool().withTransaction(tx ->
                threads.call(() -> (Object) withdraw.withdraw(tx, merchantId(), caller()))));
    }

    private Caller caller() {
        return new Caller(new Principal(merchantId().value(), Role.MERCHANT, Set.of()), "req-1");
    }

    /** The wish of this test's merchant that waits. */
    private JsonObject open(String path) {
        return app.as(first, "GET", path + "?status=OPEN", null).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getString("merchantId").equals(id()))
                .findFirst().orElseThrow();
    }

    private JsonObject decide(String token, String deletion, String action) {
        HttpResponse<String> answer = decideRaw(token, deletion, action);
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    private HttpResponse<String> decideRaw(String token, String deletion, String action) {
        return app.send("POST", PATH + '/' + deletion + '/' + action,
                new JsonObject().put("note", "đã xem giấy tờ"), "authorization", "Bearer " + token);
    }

    private void refused(int status, String code, String token, String deletion, String action) {
        HttpResponse<String> answer = decideRaw(token, deletion, action);
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, new JsonObject(answer.body()).getString("code"));
    }

    private static int status(String token, String method, String path) {
        return app.send(method, path, null, "authorization", "Bearer " + token).statusCode();
    }

    private static void pay(String account, String id, long amountVnd, String memo) {
        byte[] body = TestBank.call(List.of(TestBank.transaction(id, account, amountVnd, memo)
                .put("occurredAt", CLOCK.instant().toString())));
        HttpResponse<String> answer = app.sendBytes("POST", bank.path(), body, bank.sign(body, CLOCK.instant()));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private static JsonObject registration() {
        return new JsonObject()
                .put("legalName", "Hộ kinh doanh Nguyễn Thị Hoa " + serial).put("displayName", "Phở Hoa số " + serial)
                .put("taxCode", taxCode(serial)).put("phone", phone()).put("categoryCode", "5812")
                .put("password", PASSWORD).put("locale", "vi")
                .put("account", new JsonObject().put("bankBin", "970422").put("accountNumber", account())
                        .put("accountName", holder()))
                .put("outlets", new JsonArray().add(new JsonObject().put("name", "Phở Hoa số " + serial)
                        .put("address", serial + " Hàng Ngang").put("districtCode", "002")
                        .put("streetId", "hang-ngang")));
    }

    private static String wish() {
        return "tôi nghỉ bán " + "I".repeat(serial) + "V";
    }

    private static String why() {
        return "giấy tờ của bà Hoa " + "I".repeat(serial) + "V";
    }

    private static String holder() {
        return "NGUYEN THI HOA " + "X".repeat(serial) + "Q";
    }

    private static String phone() {
        return String.format(Locale.ROOT, "+8491233%04d", serial);
    }

    private static String account() {
        return String.format(Locale.ROOT, "0987%08d", serial);
    }

    private static String taxCode(int number) {
        String nine = String.format(Locale.ROOT, "01%07d", number);
        int sum = 0;
        for (int i = 0; i < TAX_WEIGHTS.length; i++) {
            sum += TAX_WEIGHTS[i] * (nine.charAt(i) - '0');
        }
        int check = 10 - sum % 11;
        return check == 10 ? taxCode(number + 1_000_000) : nine + check;
    }

    private String outlet() {
        return merchant.getJsonArray("outlets").getJsonObject(0).getString("id");
    }

    private String id() {
        return merchant.getString("id");
    }

    private MerchantId merchantId() {
        return MerchantId.parse(id()).orElseThrow();
    }

    private UUID uuid() {
        return merchantId().value();
    }

    private static long count(String sql, Object... parameters) {
        Row row = await(DB.pool().preparedQuery(sql).execute(Tuple.from(parameters))).iterator().next();
        Long value = row.getLong(0);
        assertFalse(value == null, sql);
        return value;
    }
}
