package vn.phopay.http.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

class SessionsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("sessions");

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private final AccessFixture fixture = new AccessFixture(DB);
    private final TestHttp http = fixture.http()
            .add(new WhoAmI(EndpointSpec.get("/anyone", Access.ANYONE)))
            .add(new WhoAmI(EndpointSpec.post("/anyone", Access.ANYONE)))
            .add(new WhoAmI(EndpointSpec.get("/session", Access.SESSION)))
            .add(new WhoAmI(EndpointSpec.post("/session", Access.SESSION)))
            .add(new WhoAmI(EndpointSpec.get("/staff", Access.STAFF)))
            .add(new WhoAmI(EndpointSpec.get("/registrars", Access.REGISTRARS)))
            .add(new WhoAmI(EndpointSpec.get("/owner", Access.OWNER)))
            .add(new WhoAmI(EndpointSpec.get("/admin", Access.ADMIN)))
            .start();

    /** Answers who the call was made by. */
    private record WhoAmI(EndpointSpec spec) implements Endpoint {
        @Override
        public Future<Reply> handle(Call call) {
            Principal caller = call.caller();
            String subject = caller == null ? "nobody" : caller.subjectId().toString();
            return Future.succeededFuture(Reply.ok(new JsonObject().put("subject", subject)));
        }
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void sessionShouldBelongToItsOwnerWhenSeveralAreOpen() {
        String first = fixture.staff(Role.REGISTRAR);
        String second = fixture.staff(Role.ANALYST);
        String firstBearer = AccessFixture.bearer(http, first);
        String secondBearer = AccessFixture.bearer(http, second);

        assertEquals(fixture.subjectOf(first).toString(), subject(get("/session", firstBearer)));
        assertEquals(fixture.subjectOf(second).toString(), subject(get("/session", secondBearer)));
    }

    @Test
    void sessionShouldEndWhenItsLifeIsOver() {
        String bearer = AccessFixture.bearer(http, fixture.staff(Role.ANALYST));

        fixture.clock.advance(AccessFixture.SESSION_LIFE.minusSeconds(1));
        assertEquals(200, get("/session", bearer).statusCode());
        fixture.clock.advance(Duration.ofSeconds(1));
        assertEquals(401, get("/session", bearer).statusCode());
        assertEquals("nobody", subject(get("/anyone", bearer)), "a public route goes on without the session");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Bearer", "Bearer ", "Bearer x", "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Basic YTpi",
        "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'"
    })
    void callShouldBeRefusedWhenTheTokenIsNobodys(String authorization) {
        HttpResponse<String> answer = get("/session", authorization);

        assertEquals(401, answer.statusCode());
        assertEquals("Bearer", answer.headers().firstValue("www-authenticate").orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        // path, then the answers to nobody, merchant, registrar, analyst, administrator
        "/anyone,     200 200 200 200 200",
        "/session,    401 200 200 200 200",
        "/staff,      401 403 200 200 200",
        "/registrars, 401 403 200 403 200",
        "/owner,      401 200 403 403 403",
        "/admin,      401 403 403 403 200",
    })
    void routeShouldTakeItsRolesOnlyWhenCalled(String path, String statuses) {
        String phone = "0912%06d".formatted(SERIAL.incrementAndGet());
        fixture.merchant(phone);

        List<Integer> answered = List.of(
                http.send("GET", path, null).statusCode(),
                get(path, AccessFixture.bearer(http, phone)).statusCode(),
                get(path, bearerOf(Role.REGISTRAR)).statusCode(),
                get(path, bearerOf(Role.ANALYST)).statusCode(),
                get(path, bearerOf(Role.ADMIN)).statusCode());
        assertEquals(Stream.of(statuses.split(" ")).map(Integer::valueOf).toList(), answered);
    }

    @Test
    void deleteShouldEndThisSessionOnlyWhenTheUserHasTwo() {
        String login = fixture.staff(Role.ANALYST);
        String ended = AccessFixture.bearer(http, login);
        String other = AccessFixture.bearer(http, login);

        HttpResponse<String> answer =
                http.send("DELETE", "/api/v1/sessions/current", null, "authorization", ended);

        assertEquals(204, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals("phopay_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict",
                answer.headers().firstValue("set-cookie").orElse(""));
        assertEquals(401, get("/session", ended).statusCode());
        assertEquals(401, http.send("DELETE", "/api/v1/sessions/current", null, "authorization", ended).statusCode());
        assertEquals(200, get("/session", other).statusCode());
    }

    @Test
    void unsafeCallShouldRepeatTheCsrfTokenWhenItCameByCookie() {
        String login = fixture.staff(Role.ANALYST);
        JsonObject session = AccessFixture.session(http, login);
        String csrf = session.getString("csrfToken");
        String foreignCsrf = AccessFixture.session(http, login).getString("csrfToken");
        String cookie = "theme=dark; phopay_session=" + session.getString("token");

        assertEquals(200, http.send("GET", "/session", null, "cookie", cookie).statusCode());
        assertEquals("AUTH_CSRF", code(http.send("POST", "/session", null, "cookie", cookie)));
        assertEquals("AUTH_CSRF", code(post("/session", cookie, "")));
        assertEquals("AUTH_CSRF", code(post("/session", cookie, foreignCsrf)), "each session has its own");
        assertEquals(200, post("/session", cookie, csrf).statusCode());
        assertEquals(200, http.send("POST", "/session", null, "authorization",
                "Bearer " + session.getString("token")).statusCode(), "a bearer token is never sent by itself");
        assertEquals("AUTH_CSRF",
                code(http.send("DELETE", "/api/v1/sessions/current", null, "cookie", cookie)));
    }

    @Test
    void publicCallShouldBeMadeAsNobodyWhenItsCookieComesWithoutTheCsrfToken() {
        String login = fixture.staff(Role.ANALYST);
        JsonObject session = AccessFixture.session(http, login);
        String cookie = "phopay_session=" + session.getString("token");

        assertEquals("nobody", subject(http.send("POST", "/anyone", null, "cookie", cookie)));
        assertEquals(fixture.subjectOf(login).toString(),
                subject(post("/anyone", cookie, session.getString("csrfToken"))));
        JsonObject again = new JsonObject().put("login", login).put("password", AccessFixture.PASSWORD);
        assertEquals(201, http.send("POST", "/api/v1/sessions", again, "cookie", cookie).statusCode());
    }

    private String bearerOf(Role role) {
        return AccessFixture.bearer(http, fixture.staff(role));
    }

    private HttpResponse<String> get(String path, String authorization) {
        return http.send("GET", path, null, "authorization", authorization);
    }

    private HttpResponse<String> post(String path, String cookie, String csrfToken) {
        return http.send("POST", path, null, "cookie", cookie, "x-csrf-token", csrfToken);
    }

    private static String subject(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getString("subject");
    }

    private static String code(HttpResponse<String> answer) {
        return new JsonObject(answer.body()).getString("code");
    }
}
