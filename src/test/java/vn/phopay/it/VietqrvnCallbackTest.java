package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.bank.BankKey;
import vn.phopay.bank.vietqrvn.VietqrvnTokens;
import vn.phopay.identity.BankKeyId;
import vn.phopay.tck.CallbackTck;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class VietqrvnCallbackTest extends CallbackTck {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("vietqrvn_callback").keepingInvariants();

    private static final String BASIC_KEY = "{\"algorithm\":\"basic\"}";
    private static TestApp app;
    private static TestApp second;
    private static JsonObject key;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        second = TestApp.start(DB);
        key = app.sender("vietqr-1", "vietqrvn", new JsonObject(BASIC_KEY));
    }

    @AfterAll
    static void stop() {
        second.close();
        app.close();
    }

    @Test
    void tokenShouldBeGivenAsTheSenderExpectsIt() {
        HttpResponse<String> answer = fetch(app, "vietqr-1", key.getString("user"), key.getString("secret"));
        assertEquals(200, answer.statusCode(), answer.body());
        JsonObject token = new JsonObject(answer.body());
        assertEquals("Bearer", token.getString("token_type"));
        assertEquals(300, token.getInteger("expires_in"));
        assertTrue(Base64.getUrlDecoder().decode(token.getString("access_token")).length >= 16);
        assertEquals("no-store", answer.headers().firstValue("cache-control").orElse(""));
        assertNotEquals(token, new JsonObject(fetch(app, "vietqr-1", key.getString("user"), key.getString("secret"))
                .body()));
    }

    @Test
    void tokenShouldBeRefusedToEverybodyElse() {
        HttpResponse<String> wrong = fetch(app, "vietqr-1", key.getString("user"), "guess");
        assertEquals(401, wrong.statusCode());
        assertEquals("INVALID_TOKEN", new JsonObject(wrong.body()).getString("errorReason"));
        assertEquals(401, app.sendBytes("POST", tokenPath("vietqr-1"), new byte[0]).statusCode());
        assertEquals(404, fetch(app, "nobody", "a", "b").statusCode());
        app.bank("std", "970422");
        assertEquals(404, fetch(app, "std", "a", "b").statusCode(), "a bank speaks one dialect");
    }

    /** The sender fetches from one instance and delivers to another. */
    @Test
    void tokenShouldBeGoodAtEveryInstanceAndAtOneBankOnly() {
        JsonObject otherKey = app.sender("vietqr-2", "vietqrvn", new JsonObject(BASIC_KEY));
        TestPostgres.await(second.refreshBanks());
        String bearer = "Bearer " + token(second, "vietqr-2", otherKey);
        byte[] body = body("TOKEN-1", 50_000);
        assertEquals(401, app.sendBytes("POST", path("vietqr-1"), body, "authorization", bearer).statusCode());
        HttpResponse<String> answer = app.sendBytes("POST", path("vietqr-2"), body, "authorization", bearer);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(404, app.sendBytes("POST", "/api/v1/banks/vietqr-2/callbacks", body, "authorization", bearer)
                .statusCode(), "it has no other address");
    }

    @Test
    void tokenShouldDieWithItsKey() {
        JsonObject old = app.sender("vietqr-3", "vietqrvn", new JsonObject(BASIC_KEY));
        JsonObject next = app.as(app.adminToken(), "POST", "/api/v1/banks/vietqr-3/keys", new JsonObject(BASIC_KEY));
        TestPostgres.await(app.refreshBanks());
        String oldBearer = "Bearer " + token(app, "vietqr-3", old);
        String nextBearer = "Bearer " + token(app, "vietqr-3", next);
        byte[] body = body("TOKEN-2", 50_000);
        assertEquals(200, app.sendBytes("POST", path("vietqr-3"), body, "authorization", oldBearer).statusCode());
        app.as(app.adminToken(), "DELETE", "/api/v1/banks/vietqr-3/keys/" + old.getString("keyId"), null);
        TestPostgres.await(app.refreshBanks());
        assertEquals(401, app.sendBytes("POST", path("vietqr-3"), body, "authorization", oldBearer).statusCode());
        assertEquals(200, app.sendBytes("POST", path("vietqr-3"), body, "authorization", nextBearer).statusCode());
    }

    @Test
    void callbackShouldNameTheSamePaymentWhenItIsRepeated() {
        String first = new JsonObject(send(now("SAME-1", 7_000)).body()).getJsonObject("object").encode();
        assertEquals(first, new JsonObject(send(now("SAME-1", 7_000)).body()).getJsonObject("object").encode());
        assertTrue(first.startsWith("{\"reftransactionid\":\"pay_"), first);
    }

    @Override
    protected TestApp app() {
        return app;
    }

    @Override
    protected Pool pool() {
        return DB.pool();
    }

    @Override
    protected Sent sent(String id, long amountVnd, Instant moment) {
        return signed(body(id, amountVnd), moment);
    }

    /** No body is signed, so what can be forged is the token. */
    @Override
    protected Sent forged(Sent said, Sent signed) {
        String authorization = signed.headers()[1];
        char last = authorization.charAt(20);
        return new Sent("POST", path("vietqr-1"), said.body(), "authorization",
                authorization.substring(0, 20) + (last == 'A' ? 'B' : 'A') + authorization.substring(21));
    }

    @Override
    protected Sent unreadable() {
        return signed("{\"amount\":1}".getBytes(StandardCharsets.UTF_8), Instant.now());
    }

    @Override
    protected Optional<Sent> probe() {
        return Optional.empty();
    }

    @Override
    protected boolean says(HttpResponse<String> answer, Expected expected) {
        return switch (expected) {
            case STORED, DUPLICATE, CONFLICT -> is(answer, 200, "000");
            case REFUSED -> is(answer, 401, "INVALID_TOKEN");
            case UNREADABLE -> is(answer, 400, "INVALID_DATA");
            case TOO_LARGE -> is(answer, 413, "TOO_LARGE");
            case ACKNOWLEDGED -> false;
        };
    }

    private static boolean is(HttpResponse<String> answer, int status, String reason) {
        JsonObject body = new JsonObject(answer.body());
        return answer.statusCode() == status && body.getString("errorReason").equals(reason)
                && body.getBoolean("error") == (status != 200) && body.containsKey("object")
                && !body.getString("toastMessage").isEmpty();
    }

    private static Sent signed(byte[] body, Instant moment) {
        BankKey issued = new BankKey.Shared(new BankKeyId(new UUID(0, 1)), key.getString("user"),
                key.getString("secret").getBytes(StandardCharsets.UTF_8));
        VietqrvnTokens tokens = new VietqrvnTokens(Clock.fixed(moment, ZoneOffset.UTC), new SecureRandom());
        String token = tokens.draw(List.of(issued), basic(key.getString("user"), key.getString("secret")))
                .orElseThrow();
        return new Sent("POST", path("vietqr-1"), body, "authorization", "Bearer " + token);
    }

    private static String token(TestApp at, String code, JsonObject key) {
        return new JsonObject(fetch(at, code, key.getString("user"), key.getString("secret")).body())
                .getString("access_token");
    }

    private static HttpResponse<String> fetch(TestApp at, String code, String user, String password) {
        return at.sendBytes("POST", tokenPath(code), new byte[0], "authorization", basic(user, password));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static String tokenPath(String code) {
        return "/api/v1/banks/" + code + "/vietqrvn/api/token_generate";
    }

    private static String path(String code) {
        return "/api/v1/banks/" + code + "/vietqrvn/bank/api/transaction-sync";
    }

    private static byte[] body(String id, long amountVnd) {
        return ("{\"transactionid\":\"" + id + "\",\"transactiontime\":1795313700000,\"referencenumber\":\"FT" + id
                + "\",\"amount\":" + amountVnd + ".0,\"content\":\"cảm ơn\",\"bankaccount\":\"0123456789\","
                + "\"transType\":\"C\",\"orderId\":\"\"}").getBytes(StandardCharsets.UTF_8);
    }
}
