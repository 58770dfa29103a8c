package vn.phopay.http.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phopay.access.PasswordHasher;
import vn.phopay.access.Role;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

class PostStaffTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("post_staff");

    private final AccessFixture fixture = new AccessFixture(DB);
    private TestHttp http;
    private String admin;

    @BeforeEach
    void start() throws Exception {
        http = fixture.http()
                .add(postStaff(fixture.hasher), fixture.pool)
                .start();
        admin = AccessFixture.bearer(http, fixture.staff(Role.ADMIN));
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void postShouldRegisterAMemberWhoCanLogInWhenTheCallerIsAdministrator() {
        JsonObject request = request("Lan.Nguyen").put("districtCodes", new JsonArray().add("002").add("001"));

        HttpResponse<String> answer = post(request);

        assertEquals(201, answer.statusCode(), answer.body());
        JsonObject body = new JsonObject(answer.body());
        assertTrue(body.getString("id").matches("stf_[0-9a-z]{26}"));
        assertEquals(new JsonObject()
                .put("id", body.getString("id"))
                .put("login", "lan.nguyen")
                .put("name", "Lan Nguyễn")
                .put("role", "REGISTRAR")
                .put("districtCodes", new JsonArray().add("001").add("002")), body);
        assertEquals("REGISTRAR", AccessFixture.session(http, "lan.nguyen").getString("role"));
        assertEquals("{001,002}", fixture.one("SELECT s.district_codes::text FROM session s"
                + " JOIN credential c USING (subject_id) WHERE c.login = 'lan.nguyen'"));
        assertEquals("ADMIN staff.register REGISTRAR", fixture.one("SELECT actor_role || ' ' || action || ' ' ||"
                + " (details->>'role') FROM audit_entry WHERE subject_kind = 'STAFF' AND subject_id = '"
                + body.getString("id") + "' AND actor_id IS NOT NULL AND request_id IS NOT NULL"));
    }

    @Test
    void postShouldLeaveNoRowWhenTheLoginIsTaken() {
        assertEquals(201, post(request("taken")).statusCode());
        Object rows = rows();

        HttpResponse<String> answer = post(request("TAKEN").put("name", "Another"), "idempotency-key", "key-taken");

        assertEquals(409, answer.statusCode());
        assertEquals("AUTH_LOGIN_TAKEN", new JsonObject(answer.body()).getString("code"));
        assertEquals(rows, rows());
        assertEquals(0L, fixture.one("SELECT count(*) FROM idempotency_key WHERE key = 'key-taken'"));
    }

    @Test
    void postShouldNameEveryFieldWhenTheyAreWrong() {
        JsonObject request = new JsonObject()
                .put("login", "0912345678")
                .put("name", " ")
                .put("role", "MERCHANT")
                .put("districtCodes", new JsonArray().add("001").add("999"))
                .put("password", "1234567");

        HttpResponse<String> answer = post(request);

        assertEquals(400, answer.statusCode());
        List<String> pointers = new JsonObject(answer.body()).getJsonArray("errors").stream()
                .map(error -> ((JsonObject) error).getString("pointer")).toList();
        assertEquals(List.of("/login", "/name", "/role", "/districtCodes", "/password"), pointers);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"REGISTRAR", "ANALYST"})
    void postShouldRefuseWhenTheCallerIsNoAdministrator(Role role) {
        String bearer = AccessFixture.bearer(http, fixture.staff(role));
        Object rows = rows();

        assertEquals(403,
                http.send("POST", "/api/v1/staff", request("by-" + role), "authorization", bearer).statusCode());
        assertEquals(401, http.send("POST", "/api/v1/staff", request("by-nobody")).statusCode());
        assertEquals(rows, rows());
    }

    @Test
    void postShouldHandOnNoMoreDistrictsWhenTheAdministratorIsLimited() {
        String limited = AccessFixture.bearer(http, fixture.staff(Role.ADMIN, "001", "002"));
        JsonObject all = request("wide-all");
        JsonObject foreign = request("wide-foreign").put("districtCodes", new JsonArray().add("001").add("003"));
        JsonObject own = request("narrow").put("districtCodes", new JsonArray().add("001"));

        assertEquals(403, http.send("POST", "/api/v1/staff", all, "authorization", limited).statusCode());
        assertEquals(403, http.send("POST", "/api/v1/staff", foreign, "authorization", limited).statusCode());
        assertEquals(201, http.send("POST", "/api/v1/staff", own, "authorization", limited).statusCode());
    }

    @Test
    void postShouldGiveTheFirstAnswerAgainWhenTheKeyAndBodyAreTheSame() {
        HttpResponse<String> first = post(request("repeated"), "idempotency-key", "key-1");
        HttpResponse<String> second = post(request("repeated"), "idempotency-key", "key-1");

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(201, second.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals("", first.headers().firstValue("idempotent-replayed").orElse(""));
        assertEquals("true", second.headers().firstValue("idempotent-replayed").orElse(""));
        assertEquals("application/json", second.headers().firstValue("content-type").orElse(""));
        assertEquals(1L, fixture.one("SELECT count(*) FROM staff WHERE login = 'repeated'"));
    }

    @Test
    void postShouldRefuseWhenTheKeyComesWithAnotherBody() {
        assertEquals(201, post(request("key-owner"), "idempotency-key", "key-2").statusCode());

        HttpResponse<String> answer = post(request("key-thief"), "idempotency-key", "key-2");

        assertEquals(422, answer.statusCode());
        assertEquals(0L, fixture.one("SELECT count(*) FROM staff WHERE login = 'key-thief'"));
    }

    @Test
    void postShouldTakeTheKeyAsNewWhenItsLifeIsOverOrItIsAnothersOrTheFirstFailed() {
        assertEquals(400, post(request("x"), "idempotency-key", "key-3").statusCode());
        assertEquals(201, post(request("third"), "idempotency-key", "key-3").statusCode());

        String otherAdmin = AccessFixture.bearer(http, fixture.staff(Role.ADMIN));
        assertEquals(201, http.send("POST", "/api/v1/staff", request("fourth"),
                "authorization", otherAdmin, "idempotency-key", "key-3").statusCode());

        fixture.clock.advance(Duration.ofHours(24));
        admin = AccessFixture.bearer(http, fixture.staff(Role.ADMIN));
        assertEquals(201, post(request("fifth"), "idempotency-key", "key-3").statusCode());
    }

    @Test
    void postShouldMakeOneRowAndOneAnswerWhenTheSameKeyComesManyTimesAtOnce() throws Exception {
        List<HttpResponse<String>> answers =
                AtOnce.run(20, i -> post(request("at-once"), "idempotency-key", "key-at-once"));

        assertEquals(Set.of(201), Set.copyOf(answers.stream().map(HttpResponse::statusCode).toList()));
        assertEquals(1, Set.copyOf(answers.stream().map(HttpResponse::body).toList()).size());
        assertEquals(19, answers.stream()
                .filter(answer -> answer.headers().firstValue("idempotent-replayed").isPresent()).count());
        assertEquals(1L, fixture.one("SELECT count(*) FROM staff WHERE login = 'at-once'"));
    }

    @Test
    void postShouldMakeOneRowWhenTheSameLoginComesManyTimesAtOnceWithoutKeys() throws Exception {
        List<Integer> statuses = AtOnce.run(10, i -> post(request("one-login")).statusCode());

        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(9, statuses.stream().filter(status -> status == 409).count());
        assertEquals(1L, fixture.one("SELECT count(*) FROM credential WHERE login = 'one-login'"));
    }

    @Test
    void keyShouldTellNothingOfThePasswordWhenItsRequestIsKept() {
        post(request("first-secret").put("password", "a-password"), "idempotency-key", "key-secret-1");
        Object first = hashOf("key-secret-1");
        fixture.one("WITH gone AS (DELETE FROM staff WHERE login = 'first-secret' RETURNING staff_id)"
                + " DELETE FROM credential USING gone WHERE subject_id = gone.staff_id RETURNING login");
        HttpResponse<String> other =
                post(request("first-secret").put("password", "b-password"), "idempotency-key", "key-secret-2");

        assertEquals(201, other.statusCode());
        assertEquals(first, hashOf("key-secret-2"), "a fast hash over a password could be guessed from a stolen row");
        post(request("second-secret"), "idempotency-key", "key-secret-3");
        assertNotEquals(first, hashOf("key-secret-3"));
    }

    @Test
    void postShouldLeaveConnectionsToOthersWhenMoreHashesWaitThanThePoolHasConnections() throws Exception {
        int hashersBusy = 2;
        PasswordHasher busy = new PasswordHasher(
                TestPostgres.vertx(), new PasswordHasher.Settings(1024, 1, 1, hashersBusy, 18));
        CountDownLatch mayHash = new CountDownLatch(1);
        occupy(busy, hashersBusy, mayHash);
        CountDownLatch refused = new CountDownLatch(5);
        // Closed in reverse order: hashing goes on before anybody waits for the callers to end.
        try (TestHttp flooded = fixture.http().add(postStaff(busy), fixture.pool).start();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable goOn = mayHash::countDown) {
            List<Future<Integer>> answers = IntStream.range(0, 25).mapToObj(i -> callers.submit(() -> {
                int status = flooded.send("POST", "/api/v1/staff", request("flood-" + i), "authorization", admin)
                        .statusCode();
                if (status == 503) {
                    refused.countDown();
                }
                return status;
            })).toList();

            assertTrue(refused.await(20, TimeUnit.SECONDS), "20 wait for a hash, in a pool of 16 connections");
            assertEquals(204, flooded.send("DELETE", "/api/v1/sessions/current", null,
                    "authorization", AccessFixture.bearer(http, fixture.staff(Role.ANALYST))).statusCode());
            mayHash.countDown();
            assertEquals(20, answers.stream().filter(PostStaffTest::registered).count());
        }
    }

    private static boolean registered(Future<Integer> answer) {
        try {
            return answer.get(30, TimeUnit.SECONDS) == 201;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Keeps the hasher's own workers, which are shared by name, from their work until {@code mayHash}. */
    private static void occupy(PasswordHasher hasher, int workers, CountDownLatch mayHash) {
        String name = "phopay-argon2-" + System.identityHashCode(hasher);
        for (int i = 0; i < workers; i++) {
            TestPostgres.vertx().createSharedWorkerExecutor(name, workers).executeBlocking(() -> {
                mayHash.await();
                return null;
            }, false);
        }
    }

    private PostStaff postStaff(PasswordHasher hasher) {
        return new PostStaff(fixture.registerStaff, hasher, Set.of("001", "002", "003")::contains);
    }

    private Object hashOf(String key) {
        return fixture.one("SELECT encode(request_hash, 'hex') FROM idempotency_key WHERE key = '" + key + "'");
    }

    private Object rows() {
        return fixture.one("SELECT (SELECT count(*) FROM staff) || ' ' || (SELECT count(*) FROM credential)"
                + " || ' ' || (SELECT count(*) FROM audit_entry)");
    }

    private static JsonObject request(String login) {
        return new JsonObject()
                .put("login", login)
                .put("name", "Lan Nguyễn")
                .put("role", "REGISTRAR")
                .put("password", AccessFixture.PASSWORD);
    }

    private HttpResponse<String> post(JsonObject request, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "authorization";
        all[1] = admin;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return http.send("POST", "/api/v1/staff", request, all);
    }
}
