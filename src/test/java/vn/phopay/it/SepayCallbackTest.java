package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.tck.SuccessCallbackTck;
import vn.phopay.testing.Hmac;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class SepayCallbackTest extends SuccessCallbackTck {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("sepay_callback").keepingInvariants();

    private static TestApp app;
    private static String secret;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        secret = app.sender("sepay-1", "sepay", new JsonObject().put("algorithm", "hmac-sha256")).getString("secret");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    /** Of the two ways of proof, an endpoint with an API key takes that one. */
    @Test
    void callbackShouldBeTakenByApiKeyWhereTheEndpointHasOne() {
        String key = app.sender("sepay-2", "sepay", new JsonObject().put("algorithm", "api-key")).getString("secret");
        TestPostgres.await(app.refreshBanks());
        byte[] body = body("8801", 50_000);
        String path = "/api/v1/banks/sepay-2/callbacks";
        assertEquals(401, app.sendBytes("POST", path, body).statusCode());
        assertEquals(401, app.sendBytes("POST", path, body, "authorization", "Apikey " + key + "x").statusCode());
        assertEquals(401, app.sendBytes("POST", path, body, sent("8801", 50_000, Instant.now()).headers())
                .statusCode());
        assertEquals(200, app.sendBytes("POST", path, body, "authorization", "Apikey " + key).statusCode());
        assertEquals(1, count("SELECT count(*) FROM payment WHERE bank_reference = $1", "8801"));
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
    protected String code() {
        return "sepay-1";
    }

    @Override
    protected String id(int test) {
        return "176379000000" + test;
    }

    @Override
    protected Sent sent(String id, long amountVnd, Instant moment) {
        return signed(body(id, amountVnd), moment);
    }

    @Override
    protected Sent forged(Sent said, Sent signed) {
        return new Sent("POST", path(), said.body(), signed.headers());
    }

    @Override
    protected Sent unreadable() {
        return signed("{\"id\":1}".getBytes(StandardCharsets.UTF_8), Instant.now());
    }

    @Override
    protected Optional<Sent> probe() {
        return Optional.empty();
    }

    private Sent signed(byte[] body, Instant moment) {
        String time = Long.toString(moment.getEpochSecond());
        String mac = Hmac.sha256(secret, time + "." + new String(body, StandardCharsets.UTF_8));
        return new Sent("POST", path(), body, "x-sepay-timestamp", time, "x-sepay-signature", "sha256=" + mac);
    }

    private static byte[] body(String id, long amountVnd) {
        return ("{\"id\":" + id + ",\"gateway\":\"MBBank\",\"transactionDate\":\"2026-11-22 09:15:00\","
                + "\"accountNumber\":\"0123456789\",\"subAccount\":null,\"code\":null,\"content\":\"cảm ơn\","
                + "\"transferType\":\"in\",\"transferAmount\":" + amountVnd
                + ",\"accumulated\":1,\"referenceCode\":\"FT"
                + id + "\",\"description\":\"\"}").getBytes(StandardCharsets.UTF_8);
    }
}
