package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.http.ops.AnswerAgreement;
import vn.phopay.http.ops.RouteAgreement;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Holds the description against the routes of the running service. */
class OpenApiRoutesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("openapi_routes");

    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void documentShouldDescribeExactlyTheRegisteredRoutes() {
        assertEquals(List.of(), RouteAgreement.findings(app.app().routes()));
    }

    @Test
    void serviceShouldBeReadyOnceItListens() {
        HttpResponse<String> ready = app.send("GET", "/health/ready", null);

        assertEquals(200, ready.statusCode(), ready.body());
        assertEquals(List.of(), AnswerAgreement.findings("GET /health/ready", ready));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/places", "/.well-known/jwks.json", "/health/live", "/api/v1/merchants"})
    void answersToReadsShouldBeAsDescribed(String path) {
        HttpResponse<String> answer = app.send("GET", path, null);

        assertEquals(List.of(), AnswerAgreement.findings("GET " + path, answer));
    }

    @Test
    void answersToWritesShouldBeAsDescribed() {
        String verify = "/api/v1/qr-codes/verify";
        HttpResponse<String> malformed = app.send("POST", verify, new JsonObject().put("payload", "000201"));
        HttpResponse<String> refused = app.send("POST", verify, new JsonObject());

        assertEquals("MALFORMED", new JsonObject(malformed.body()).getString("status"));
        assertEquals(List.of(), AnswerAgreement.findings("POST " + verify, malformed));
        assertEquals(400, refused.statusCode());
        assertEquals(List.of(), AnswerAgreement.findings("POST " + verify, refused));
    }

    @Test
    void answersToStaffShouldBeAsDescribed() {
        String bearer = "Bearer " + app.adminToken();
        JsonObject bank = new JsonObject().put("code", "mbb").put("bin", "970422").put("name", "MB");
        HttpResponse<String> created = app.send("POST", "/api/v1/banks", bank, "authorization", bearer);
        HttpResponse<String> key = app.send("POST", "/api/v1/banks/mbb/keys",
                new JsonObject().put("algorithm", "hmac-sha256"), "authorization", bearer);
        HttpResponse<String> payments = app.send("GET", "/api/v1/payments", null, "authorization", bearer);

        assertEquals(201, created.statusCode(), created.body());
        assertEquals(List.of(), AnswerAgreement.findings("POST /api/v1/banks", created));
        assertEquals(List.of(), AnswerAgreement.findings("POST /api/v1/banks/{code}/keys", key));
        assertEquals(List.of(), AnswerAgreement.findings("GET /api/v1/payments", payments));
    }

    @Test
    void answersToARegistrationShouldBeAsDescribed() {
        HttpResponse<String> registered = app.send("POST", "/api/v1/merchants", registration());

        assertEquals(201, registered.statusCode(), registered.body());
        assertEquals(List.of(), AnswerAgreement.findings("POST /api/v1/merchants", registered));
        String token = app.token("+84912345678", "bun-cha-hang-manh");
        String path = "/api/v1/merchants/" + new JsonObject(registered.body()).getString("id");
        HttpResponse<String> merchant = app.send("GET", path, null, "authorization", "Bearer " + token);
        assertEquals(200, merchant.statusCode());
        assertEquals(List.of(), AnswerAgreement.findings("GET /api/v1/merchants/{id}", merchant));
    }

    /** The very example of the document, so that whoever copies it gets an answer. */
    private static JsonObject registration() {
        return AnswerAgreement.requestExample("POST /api/v1/merchants");
    }
}
