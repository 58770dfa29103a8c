package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.dayclose.Seal;
import vn.phopay.dayclose.SealVerdict;
import vn.phopay.dayclose.VerifySeals;
import vn.phopay.qr.Jwks;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.time.BusinessDay;

/** Days over HTTP: closed by two people, exported, and verified with nothing but what is published. */
class DaysTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("days").keepingInvariants();

    private static final String PASSWORD = "pho-ga-hang-dieu";
    private static TestApp app;
    private static TestBank bank;
    private static String admin;
    private static String second;
    private static String analyst;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        bank = app.bank("mbbank", "970422");
        admin = app.adminToken();
        second = staff("second", "ADMIN");
        analyst = staff("analyst", "ANALYST");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static String staff(String login, String role) {
        app.as(admin, "POST", "/api/v1/staff", new JsonObject()
                .put("login", login).put("name", login).put("role", role).put("password", PASSWORD));
        return app.token(login, PASSWORD);
    }

    private static void pay(String id, LocalDate date, long amountVnd) {
        byte[] body = TestBank.call(List.of(TestBank.transaction(id, "0123456789", amountVnd, "").put("occurredAt",
                date.atTime(LocalTime.NOON).atZone(BusinessDay.ZONE).toOffsetDateTime().toString())));
        assertEquals(200, app.sendBytes("POST", bank.path(), body, bank.sign(body)).statusCode());
    }

    @Test
    void dayShouldBeClosedByTwoPeopleAndVerifyWithWhatIsPublished() {
        LocalDate first = BusinessDay.of(Clock.systemUTC().instant()).minusDays(2);
        LocalDate next = first.plusDays(1);
        pay("FT1", first, 50_000);
        HttpResponse<String> blocked = post(admin, first, "close", new JsonObject());
        assertEquals(409, blocked.statusCode());
        JsonObject blocker = new JsonObject(blocked.body()).getJsonArray("blockers").getJsonObject(0);
        assertEquals("STATEMENT_MISSING", blocker.getString("type"));
        assertTrue(blocker.getBoolean("waivable"));

        JsonObject waiver = new JsonObject().put("blocker", "STATEMENT_MISSING").put("reason", "no statement yet");
        assertEquals(200, post(admin, first, "waivers", waiver).statusCode());
        JsonObject waive = new JsonObject().put("note", "ok").put("waive", List.of("STATEMENT_MISSING"));
        assertEquals(409, post(admin, first, "close", waive).statusCode(), "one person alone");
        JsonObject sealed = new JsonObject(post(second, first, "close", waive).body());
        assertTrue(sealed.getBoolean("sealedNow"), sealed.encode());
        assertFalse(new JsonObject(post(admin, first, "close", waive).body()).getBoolean("sealedNow"));
        assertEquals(409, post(admin, first, "waivers", waiver).statusCode());

        pay("FT2", first, 7_000);
        JsonObject day = app.as(analyst, "GET", "/api/v1/days/" + first, null);
        assertEquals("SEALED", day.getString("status"));
        assertEquals(50_000, amount(day.getJsonObject("totals")));
        assertEquals(7_000, amount(day.getJsonObject("late").getJsonObject("waiting")));
        assertEquals(200, post(admin, next, "close", new JsonObject()).statusCode());
        JsonObject adjusted = app.as(analyst, "GET", "/api/v1/days/" + first, null).getJsonObject("late")
                .getJsonArray("adjustedBy").getJsonObject(0);
        assertEquals(next.toString(), adjusted.getString("businessDate"));
        assertEquals(7_000, amount(adjusted.getJsonObject("totals")));
        JsonObject account = app.as(analyst, "GET", "/api/v1/days/" + first + "/accounts?limit=1", null)
                .getJsonArray("items").getJsonObject(0);
        assertEquals("970422", account.getString("bankBin"));
        assertEquals(List.of("SEALED", "SEALED"), app.as(analyst, "GET", "/api/v1/days", null).getJsonArray("items")
                .stream().map(JsonObject.class::cast).map(item -> item.getString("status")).toList());
        verify(2);
    }

    private static void verify(int seals) {
        String keys = app.send("GET", "/.well-known/seal-keys.json", null).body();
        String lines = app.send("GET", "/api/v1/days/seals.jsonl", null, "authorization", "Bearer " + analyst).body();
        VerifySeals verifier = new VerifySeals(Jwks.read(keys), Optional.of(Seal.GENESIS));
        List<SealVerdict> verdicts = lines.lines().map(verifier::verify).toList();
        assertEquals(seals, verdicts.size());
        assertTrue(verdicts.stream().allMatch(SealVerdict::valid), verdicts.toString());
    }

    private static long amount(JsonObject totals) {
        return totals.getJsonObject("callbackCredits").getLong("amount");
    }

    @Test
    void closeShouldBeForAdministratorsAlone() {
        LocalDate today = BusinessDay.of(Clock.systemUTC().instant());
        assertEquals(403, post(analyst, today, "close", new JsonObject()).statusCode());
        assertEquals(403, post(analyst, today, "waivers", new JsonObject()).statusCode());
        assertEquals(401, app.send("GET", "/api/v1/days/" + today, null).statusCode());
        assertEquals(401, app.send("GET", "/api/v1/days/seals.jsonl", null).statusCode());
        JsonObject blocked = new JsonObject(post(admin, today, "close", new JsonObject()).body());
        assertEquals("DAY_NOT_OVER", blocked.getJsonArray("blockers").getJsonObject(0).getString("type"));
        assertEquals("RECON_DAY_BLOCKED", blocked.getString("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"waive\":[\"IMPORT_RUNNING\"]}", "{\"waive\":\"DRIFT\"}", "{\"chain\":\"END\"}",
        "{\"note\":7}"})
    void closeShouldNameWhatIsWrongWithTheCall(String body) {
        assertEquals(400, post(admin, LocalDate.of(2026, 1, 1), "close", new JsonObject(body)).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/days/yesterday", "/api/v1/days/2026-02-30", "/api/v1/days/+99999-01-01"})
    void dayShouldNotBeFoundWhenItIsNone(String path) {
        assertEquals(404, app.send("GET", path, null, "authorization", "Bearer " + analyst).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/days?from=x", "/api/v1/days?from=2026-11-02&to=2026-11-01",
        "/api/v1/days/seals.jsonl?from=2020-01-01&to=2026-01-01", "/api/v1/days/2026-11-01/accounts?after=x"})
    void listsShouldNameWhatIsWrongWithTheQuery(String path) {
        assertEquals(400, app.send("GET", path, null, "authorization", "Bearer " + analyst).statusCode());
    }

    private static HttpResponse<String> post(String token, LocalDate date, String action, JsonObject body) {
        return app.send("POST", "/api/v1/days/" + date + '/' + action, body, "authorization", "Bearer " + token);
    }
}
