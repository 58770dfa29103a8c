package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.tck.CallbackTck;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WalletRows;
import vn.phopay.testing.ZalopaySender;

class ZalopayCallbackTest extends CallbackTck {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("zalopay_callback");

    private static final String BIN = "970454";
    private static final ZalopaySender SENDER = new ZalopaySender("kLtgPl8HHhfvMuDHPwKfgfsY4Ydm9eIz");
    private static TestApp app;
    private static String path;
    private static ShopRows.Shop shop;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        path = WalletRows.register(app, "zalopay", BIN,
                new JsonObject().put("algorithm", "hmac-sha256").put("secret", SENDER.key2()));
        shop = new ShopRows(DB.pool()).insert(BIN, "2553");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void callbackShouldFindTheMerchantByCodeInOrderOrEmbeddedDataElseByApp() {
        String code = shop.code().value();
        String embedded = "\"{\\\"ref\\\":\\\"" + code + "\\\"}\"";
        for (String data : List.of(data("8001").replace("PP-1", code), data("8002").replace("\"{}\"", embedded),
                data("8003"), data("8004").replace("2553", "2554"))) {
            assertEquals(1, code(send(post(SENDER.sign(data)))));
        }
        assertEquals("OUTLET", WalletRows.outcome(DB.pool(), "8001"));
        assertEquals("OUTLET", WalletRows.outcome(DB.pool(), "8002"));
        assertEquals("ACCOUNT", WalletRows.outcome(DB.pool(), "8003"));
        assertEquals("UNMATCHED", WalletRows.outcome(DB.pool(), "8004"));
    }

    @Test
    void callbackShouldAnswerWhoeverTriesTheAddressOut() {
        assertEquals(-1, code(send(new Sent("GET", path, new byte[0]))));
        assertEquals(-1, code(send(new Sent("POST", path, new byte[0]))));
        assertEquals(200, send(new Sent("HEAD", path, new byte[0])).statusCode());
    }

    private static String data(String id) {
        return ZalopaySender.paid(id, "50000", "\"{}\"");
    }

    private static Sent post(String body) {
        return new Sent("POST", path, body.getBytes(StandardCharsets.UTF_8), "content-type", "application/json");
    }

    private static int code(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getInteger("return_code");
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
    protected String id(int test) {
        return "26112200000017" + test;
    }

    @Override
    protected Sent sent(String id, long amountVnd, Instant moment) {
        return post(SENDER.sign(ZalopaySender.paid(id, Long.toString(amountVnd), "\"{}\"")));
    }

    @Override
    protected Sent forged(Sent said, Sent signed) {
        return post(ZalopaySender.body(member(said, "data"), member(signed, "mac")));
    }

    private static String member(Sent call, String name) {
        return new JsonObject(new String(call.body(), StandardCharsets.UTF_8)).getString(name);
    }

    @Override
    protected Sent unreadable() {
        return post(SENDER.sign(ZalopaySender.paid("8005", "50000.5", "\"{}\"")));
    }

    @Override
    protected Optional<Sent> probe() {
        return Optional.empty();
    }

    @Override
    protected boolean saysItsTime() {
        return false;
    }

    @Override
    protected boolean says(HttpResponse<String> answer, Expected expected) {
        return code(answer) == switch (expected) {
            case STORED, ACKNOWLEDGED -> 1;
            case DUPLICATE, CONFLICT -> 2;
            case REFUSED, UNREADABLE, TOO_LARGE -> -1;
        };
    }
}
