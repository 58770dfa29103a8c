package vn.phopay.http.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.http.access.AccessFixture.FAILURES_MAX;
import static vn.phopay.http.access.AccessFixture.LOCK;
import static vn.phopay.http.access.AccessFixture.PASSWORD;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.access.Password;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.PasswordHasher.HashOutcome;
import vn.phopay.access.Role;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

class PostSessionsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("post_sessions");

    private final AccessFixture fixture = new AccessFixture(DB);
    private final TestHttp http = fixture.http().start();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void postShouldOpenASessionWhenThePasswordIsRight() {
        HttpResponse<String> answer = log(fixture.staff(Role.ANALYST), PASSWORD);

        assertEquals(201, answer.statusCode(), answer.body());
        JsonObject body = new JsonObject(answer.body());
        assertTrue(body.getString("token").matches("[A-Za-z0-9_-]{43}"));
        assertTrue(body.getString("csrfToken").matches("[A-Za-z0-9_-]{43}"));
        assertEquals("ANALYST", body.getString("role"));
        assertEquals("2026-11-23T21:00:00+07:00", body.getString("expiresAt"));
        assertEquals("no-store", header(answer, "cache-control"));
        assertEquals("phopay_session=" + body.getString("token")
                + "; Max-Age=43200; Path=/; HttpOnly; SameSite=Strict", header(answer, "set-cookie"));
    }

    @Test
    void postShouldMarkTheCookieSecureWhenThePublicUrlIsHttps() {
        String login = fixture.staff(Role.ANALYST);
        try (TestHttp https = new TestHttp.Builder(TestPostgres.vertx(), fixture.clock, fixture.sessions)
                .add(new PostSessions(fixture.logIn(fixture.hasher), true, fixture.clock))
                .start()) {
            HttpResponse<String> answer = AccessFixture.post(https, login, PASSWORD);
            assertTrue(header(answer, "set-cookie").endsWith("; Secure"));
        }
    }

    @Test
    void postShouldKnowTheMerchantWhenItsPhoneIsWrittenInAnyWay() {
        fixture.merchant("0987654321");

        for (String login : List.of("0987654321", "+84987654321", "098 765 4321")) {
            assertEquals("MERCHANT", AccessFixture.session(http, login).getString("role"), login);
        }
    }

    @Test
    void postShouldNotTellThemApartWhenLoginOrPasswordIsWrong() {
        HttpResponse<String> wrong = log(fixture.staff(Role.ADMIN), "wrong-password");
        HttpResponse<String> unknown = log("nobody-of-this-name", "wrong-password");
        HttpResponse<String> noLoginAtAll = log("?? ??", "wrong-password");

        assertEquals(401, wrong.statusCode());
        assertEquals("AUTH_BAD_CREDENTIALS", code(wrong));
        assertEquals(withoutRequestId(wrong), withoutRequestId(unknown));
        assertEquals(withoutRequestId(wrong), withoutRequestId(noLoginAtAll));
    }

    @Test
    void postShouldNameEveryFieldWhenTheyAreMissingOrWrong() {
        HttpResponse<String> answer = http.send("POST", "/api/v1/sessions",
                new JsonObject().put("password", 12345678).put("otp", "x".repeat(17)));

        assertEquals(400, answer.statusCode());
        List<String> pointers = new JsonObject(answer.body()).getJsonArray("errors", new JsonArray()).stream()
                .map(error -> ((JsonObject) error).getString("pointer")).toList();
        assertEquals(List.of("/login", "/password", "/otp"), pointers);
    }

    @Test
    void postShouldStayRefusedUntilTheLockEndsWhenFailuresRepeat() {
        String login = fixture.staff(Role.REGISTRAR);
        fail(login, FAILURES_MAX);

        HttpResponse<String> locked = log(login, PASSWORD);
        assertEquals(429, locked.statusCode());
        assertEquals("AUTH_LOCKED", code(locked));
        assertEquals("900", header(locked, "retry-after"));

        fixture.clock.advance(LOCK.minusSeconds(1));
        assertEquals("1", header(log(login, PASSWORD), "retry-after"));

        fixture.clock.advance(Duration.ofSeconds(1));
        fail(login, 1);
        assertEquals(201, log(login, PASSWORD).statusCode(), "one failure after the lock does not lock again");
    }

    @Test
    void postShouldCountFromTheStartWhenASuccessCameBetween() {
        String login = fixture.staff(Role.REGISTRAR);
        fail(login, FAILURES_MAX - 1);
        assertEquals(201, log(login, PASSWORD).statusCode());
        fail(login, FAILURES_MAX - 1);

        assertEquals(201, log(login, PASSWORD).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-at-all", "0911222333", "?? no login ??"})
    void postShouldLockAlikeWhenNobodyHasTheLogin(String login) {
        fail(login, FAILURES_MAX);

        HttpResponse<String> locked = log(login, "wrong-password");
        assertEquals("AUTH_LOCKED", code(locked));
        assertEquals("900", header(locked, "retry-after"));

        fixture.clock.advance(LOCK);
        fail(login, FAILURES_MAX);
        assertEquals("AUTH_LOCKED", code(log(login, "wrong-password")));
    }

    @Test
    void postShouldTellExactlyTheAllowedGuessesWhenFiftyComeAtOnce() throws Exception {
        String login = fixture.staff(Role.ADMIN);
        IntFunction<Integer> guess = i -> log(login, "wrong-password-" + i).statusCode();

        List<Integer> statuses = AtOnce.run(50, guess);

        assertEquals(FAILURES_MAX, statuses.stream().filter(status -> status == 401).count(), statuses.toString());
        assertEquals(50 - FAILURES_MAX, statuses.stream().filter(status -> status == 429).count());
        assertEquals(FAILURES_MAX, fixture.one("SELECT failures FROM credential WHERE login = '" + login + "'"));
        assertEquals(429, log(login, PASSWORD).statusCode());
    }

    @Test
    void postShouldTellExactlyTheAllowedGuessesWhenFiftyComeAtOnceForNobody() throws Exception {
        List<Integer> statuses = AtOnce.run(50, i -> log("nobody-by-fifty", "wrong-password-" + i).statusCode());

        assertEquals(FAILURES_MAX, statuses.stream().filter(status -> status == 401).count(), statuses.toString());
        assertEquals(50 - FAILURES_MAX, statuses.stream().filter(status -> status == 429).count());
    }

    @Test
    void postShouldLetAllInWhenManyDevicesOfOneMerchantLogInAtOnce() throws Exception {
        fixture.merchant("0912000111");

        List<Integer> statuses = AtOnce.run(20, i -> log("0912000111", PASSWORD).statusCode());

        assertTrue(statuses.stream().allMatch(status -> status == 201), statuses.toString());
    }

    @Test
    void postShouldRefuseAtOnceAndCountNothingWhenTooMuchHashingWaits() {
        String login = fixture.staff(Role.ADMIN);
        PasswordHasher full = new PasswordHasher(
                TestPostgres.vertx(), new PasswordHasher.Settings(65_536, 30, 1, 1, 0));
        try (TestHttp busy = new TestHttp.Builder(TestPostgres.vertx(), fixture.clock, fixture.sessions)
                .add(new PostSessions(fixture.logIn(full), false, fixture.clock))
                .start()) {
            Future<HashOutcome> work = full.hash(Password.parse(PASSWORD).orElseThrow());

            HttpResponse<String> known = AccessFixture.post(busy, login, "wrong-password");
            HttpResponse<String> unknown = AccessFixture.post(busy, "nobody-when-busy", "wrong-password");

            assertFalse(work.isComplete(), "the hasher was to be busy still");
            assertEquals(503, known.statusCode());
            assertEquals("2", header(known, "retry-after"));
            assertEquals(withoutRequestId(known), withoutRequestId(unknown));
            assertEquals(0, fixture.one("SELECT failures FROM credential WHERE login = '" + login + "'"));
            TestPostgres.await(work);
        }
    }

    @Test
    void postShouldKeepOnlyTheTokensHashWhenASessionIsOpened() {
        String login = fixture.staff(Role.ADMIN);
        String token = AccessFixture.session(http, login).getString("token");

        Object stored = fixture.one("SELECT count(*) FROM session WHERE token_hash = sha256('" + token + "'::bytea)");
        Object leaked = fixture.one("SELECT count(*) FROM session s WHERE s::text LIKE '%" + token + "%'");
        assertEquals(1L, stored);
        assertEquals(0L, leaked);
    }

    private void fail(String login, int times) {
        for (int i = 0; i < times; i++) {
            assertEquals("AUTH_BAD_CREDENTIALS", code(log(login, "wrong-password")), "failure " + (i + 1));
        }
    }

    private HttpResponse<String> log(String login, String password) {
        return AccessFixture.post(http, login, password);
    }

    private static String code(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getString("code");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonObject withoutRequestId(HttpResponse<String> answer) {
        JsonObject body = new JsonObject(answer.body());
        body.remove("requestId");
        return body;
    }
}
