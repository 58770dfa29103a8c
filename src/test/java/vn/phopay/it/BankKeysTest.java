package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.http.ops.AnswerAgreement;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Which keys staff can give to a sender of which dialect. */
class BankKeysTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("bank_keys");

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
    void bankShouldSpeakStandardUnlessAnotherKnownDialectIsNamed() {
        assertEquals("standard", new JsonObject(bank("plain", null).body()).getString("dialect"));
        assertEquals("payos", new JsonObject(bank("other", "payos").body()).getString("dialect"));
        assertRefused("/dialect", bank("wrong", "swift"));
    }

    @Test
    void secretShouldBeTakenAsGivenAndNeverShownAgain() {
        bank("given", "payos");
        HttpResponse<String> answer = key("given", new JsonObject().put("algorithm", "hmac-sha256")
                .put("secret", "0123456789abcdef"));
        assertEquals(201, answer.statusCode(), answer.body());
        assertFalse(answer.body().contains("0123456789abcdef"), answer.body());
    }

    @Test
    void secretShouldBeShownOnceWhenWeDrawIt() {
        bank("drawn", "casso2");
        JsonObject drawn = new JsonObject(key("drawn", new JsonObject().put("algorithm", "hmac-sha512")).body());
        assertTrue(drawn.getString("secret").length() >= 43, "256 bits");
    }

    @Test
    void secretShouldBeRefusedWhenItIsEmptyShortLongOrASample() throws IOException {
        bank("strict", "payos");
        for (String secret : new String[] {"", "0123456789abcde", "x".repeat(513)}) {
            assertRefused("/secret", key("strict",
                    new JsonObject().put("algorithm", "hmac-sha256").put("secret", secret)));
        }
        bank("sample", null);
        String sample = Files.readString(Path.of("keys-sample", "bank", "bank-hmac-sha256.txt")).strip();
        for (String secret : new String[] {sample, "whsec_*", "whsec_"}) {
            assertRefused("/secret", key("sample",
                    new JsonObject().put("algorithm", "hmac-sha256").put("secret", secret)));
        }
    }

    @Test
    void keyShouldBeOfAKindThatTheDialectHas() {
        bank("kinds", "payos");
        for (String algorithm : new String[] {"ed25519", "hmac-sha512", "api-key", "basic"}) {
            assertRefused("/algorithm", key("kinds", new JsonObject().put("algorithm", algorithm)));
        }
        assertRefused("/secret", key("kinds", new JsonObject().put("algorithm", "hmac-sha256").put("accessKey", "x")));
        assertRefused("/publicKeyPem",
                key("kinds", new JsonObject().put("algorithm", "hmac-sha256").put("publicKeyPem", "x")));
    }

    /** An endpoint that signs must not be let in by a key that is sent along, not even while keys change. */
    @Test
    void sepayKeysShouldBeOfOneKindAtATime() {
        bank("either", "sepay");
        String first = new JsonObject(key("either", new JsonObject().put("algorithm", "api-key")).body())
                .getString("keyId");
        assertRefused("/algorithm", key("either", new JsonObject().put("algorithm", "hmac-sha256")));
        assertEquals(201, key("either", new JsonObject().put("algorithm", "api-key")).statusCode());
        assertEquals(409, key("either", new JsonObject().put("algorithm", "api-key")).statusCode());
        app.as(app.adminToken(), "DELETE", "/api/v1/banks/either/keys/" + first, null);
        assertRefused("/algorithm", key("either", new JsonObject().put("algorithm", "hmac-sha256")));
    }

    /** Whoever rotates keys must be able to name the old one, even if nobody wrote its id down. */
    @Test
    void keysShouldBeListedWithoutTheirSecretsWhileTheyLive() {
        bank("listed", "vietqrvn");
        HttpResponse<String> none = list("listed");
        assertEquals("{\"items\":[],\"next\":null}", none.body());
        JsonObject first = new JsonObject(
                key("listed", new JsonObject().put("algorithm", "basic").put("user", "vietqr")).body());
        JsonObject second = new JsonObject(key("listed", new JsonObject().put("algorithm", "basic")).body());
        app.as(app.adminToken(), "DELETE", "/api/v1/banks/listed/keys/" + first.getString("keyId"), null);
        HttpResponse<String> answer = list("listed");
        assertEquals(List.of(), AnswerAgreement.findings("GET /api/v1/banks/{code}/keys", answer));
        JsonObject only = new JsonObject(answer.body()).getJsonArray("items").getJsonObject(0);
        assertEquals(second.getString("keyId"), only.getString("keyId"));
        assertEquals(second.getString("user"), only.getString("user"));
        assertEquals(Set.of("keyId", "algorithm", "createdAt", "user"), only.fieldNames());
        assertEquals(404, list("nobody-here").statusCode());
        assertEquals(401, app.send("GET", "/api/v1/banks/listed/keys", null).statusCode());
    }

    private static HttpResponse<String> list(String code) {
        return app.send("GET", "/api/v1/banks/" + code + "/keys", null, "authorization", "Bearer " + app.adminToken());
    }

    /** A password that somebody chose could be one of another bank, and then their tokens would be the same. */
    @Test
    void passwordShouldAlwaysBeDrawnByUs() {
        bank("basic", "vietqrvn");
        assertRefused("/secret", key("basic", new JsonObject().put("algorithm", "basic")
                .put("user", "vietqr").put("secret", "a-password-somebody-chose")));
        JsonObject named = new JsonObject(key("basic", new JsonObject().put("algorithm", "basic").put("user", "vietqr"))
                .body());
        assertEquals("vietqr", named.getString("user"));
        assertTrue(named.getString("secret").length() >= 43);
        assertRefused("/secret", key("basic", new JsonObject().put("algorithm", "basic").put("user", "a:b")));
    }

    private static HttpResponse<String> bank(String code, String dialect) {
        return post("/api/v1/banks", new JsonObject()
                .put("code", code).put("bin", "970422").put("name", code).put("dialect", dialect));
    }

    private static HttpResponse<String> key(String code, JsonObject key) {
        return post("/api/v1/banks/" + code + "/keys", key);
    }

    private static HttpResponse<String> post(String path, JsonObject body) {
        return app.send("POST", path, body, "authorization", "Bearer " + app.adminToken());
    }

    private static void assertRefused(String pointer, HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(pointer, new JsonObject(answer.body()).getJsonArray("errors").getJsonObject(0)
                .getString("pointer"));
    }
}
