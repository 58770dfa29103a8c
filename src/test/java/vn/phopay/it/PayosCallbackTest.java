package vn.phopay.it;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.tck.SuccessCallbackTck;
import vn.phopay.testing.Hmac;
import vn.phopay.testing.SortedJson;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PayosCallbackTest extends SuccessCallbackTck {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("payos_callback").keepingInvariants();

    private static final String SECRET = "1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675";
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        app.sender("payos-1", "payos", new JsonObject().put("algorithm", "hmac-sha256").put("secret", SECRET));
    }

    @AfterAll
    static void stop() {
        app.close();
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
        return "payos-1";
    }

    @Override
    protected boolean saysItsTime() {
        return false;
    }

    @Override
    protected String reference(String id) {
        return id + ":0123456789";
    }

    @Override
    protected Sent sent(String id, long amountVnd, Instant moment) {
        return signed("{\"orderCode\":9001,\"amount\":" + amountVnd + ",\"description\":\"cảm ơn\","
                + "\"accountNumber\":\"0123456789\",\"reference\":\"" + id + "\",\"currency\":\"VND\","
                + "\"transactionDateTime\":\"2026-11-22 09:15:00\",\"paymentLinkId\":\"p\",\"code\":\"00\","
                + "\"desc\":\"ok\"}");
    }

    @Override
    protected Sent forged(Sent said, Sent signed) {
        JsonObject body = new JsonObject(new String(said.body(), StandardCharsets.UTF_8))
                .put("signature", new JsonObject(new String(signed.body(), StandardCharsets.UTF_8))
                .getString("signature"));
        return post(body.encode());
    }

    @Override
    protected Sent unreadable() {
        return signed("{\"orderCode\":9002,\"code\":\"00\"}");
    }

    @Override
    protected Optional<Sent> probe() {
        return Optional.of(signed("{\"orderCode\":123,\"amount\":3000,\"description\":\"VQRIO123\",\"code\":\"00\","
                + "\"accountNumber\":\"12345678\",\"reference\":\"TF230204212323\",\"currency\":\"VND\","
                + "\"transactionDateTime\":\"2023-02-04 18:25:00\"}"));
    }

    private Sent signed(String data) {
        return post("{\"code\":\"00\",\"desc\":\"success\",\"success\":true,\"data\":" + data + ",\"signature\":\""
                + Hmac.sha256(SECRET, SortedJson.pairs(data)) + "\"}");
    }

    private Sent post(String body) {
        return new Sent("POST", path(), body.getBytes(StandardCharsets.UTF_8), "content-type", "application/json");
    }
}
