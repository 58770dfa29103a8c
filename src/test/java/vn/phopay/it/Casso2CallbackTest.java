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

class Casso2CallbackTest extends SuccessCallbackTck {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("casso_callback").keepingInvariants();

    private static final String SECRET = "casso-checksum-key-of-the-webhook";
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        app.sender("casso-1", "casso2", new JsonObject().put("algorithm", "hmac-sha512").put("secret", SECRET));
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
        return "casso-1";
    }

    @Override
    protected String id(int test) {
        return "176379000000" + test;
    }

    @Override
    protected Sent sent(String id, long amountVnd, Instant moment) {
        return signed("{\"error\":0,\"data\":{\"id\":" + id + ",\"reference\":\"FT" + id
                + "\",\"description\":\"cảm ơn\","
                + "\"amount\":" + amountVnd + ",\"runningBalance\":1,\"transactionDateTime\":\"2026-11-22 09:15:00\","
                + "\"accountNumber\":\"0123456789\",\"bankName\":\"MB\"}}", moment);
    }

    @Override
    protected Sent forged(Sent said, Sent signed) {
        return new Sent("POST", path(), said.body(), signed.headers());
    }

    @Override
    protected Sent unreadable() {
        return signed("{\"error\":0,\"data\":{\"id\":1}}", Instant.now());
    }

    @Override
    protected Optional<Sent> probe() {
        return Optional.of(signed("{\"error\":0,\"data\":{\"id\":0,\"reference\":\"MA_GIAO_DICH_THU_NGHIEM\","
                + "\"description\":\"giao dich thu nghiem\",\"amount\":599000,\"accountNumber\":\"88888888\"}}",
                Instant.now()));
    }

    private Sent signed(String body, Instant moment) {
        String time = Long.toString(moment.toEpochMilli());
        String mac = Hmac.sha512(SECRET, time + "." + SortedJson.print(body));
        return new Sent("POST", path(), body.getBytes(StandardCharsets.UTF_8),
                "x-casso-signature", "t=" + time + ",v1=" + mac);
    }
}
