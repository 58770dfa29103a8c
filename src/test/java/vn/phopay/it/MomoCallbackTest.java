package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.tck.CallbackTck;
import vn.phopay.testing.MomoSender;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WalletRows;

class MomoCallbackTest extends CallbackTck {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("momo_callback");

    private static final String BIN = "971025";
    private static final String SIGNATURE = ",\"signature\"";
    private static final MomoSender SENDER = new MomoSender("F8BBA842ECF85", "K951B6PE1waDMi640xX08PD3vg6EkVlz");
    private static TestApp app;
    private static String path;
    private static ShopRows.Shop shop;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        path = WalletRows.register(app, "momo", BIN, new JsonObject().put("algorithm", "hmac-sha256")
                .put("secret", SENDER.secret()).put("accessKey", SENDER.accessKey()));
        shop = new ShopRows(DB.pool()).insert(BIN, "MOMOTEST");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void callbackShouldFindTheMerchantByCodeInOrderOrMemoElseByPartner() {
        String code = shop.code().value();
        taken(MomoSender.paid("8001", "50000", "\"x\"").replace("PP-1", code));
        taken(MomoSender.paid("8002", "50000", "\"Trả tiền " + code + "\""));
        taken(MomoSender.paid("8003", "50000", "\"x\""));
        taken(MomoSender.paid("8004", "50000", "\"x\"").replace("MOMO_TEST", "NOBODY"));
        assertEquals("OUTLET", WalletRows.outcome(DB.pool(), "8001"));
        assertEquals("OUTLET", WalletRows.outcome(DB.pool(), "8002"));
        assertEquals("ACCOUNT", WalletRows.outcome(DB.pool(), "8003"));
        assertEquals("UNMATCHED", WalletRows.outcome(DB.pool(), "8004"));
    }

    @Test
    void callbackShouldKeepAnAttemptThatWasNotPaidAndMakeNoPaymentOfIt() {
        Sent failed = taken(MomoSender.paid("8005", "50000", "\"x\"").replace("\"resultCode\":0",
                "\"resultCode\":1006"));
        assertEquals("NOT_PAID", verdictOf(failed));
        assertEquals(0, count("SELECT count(*) FROM payment WHERE bank_reference = $1", "8005"));
    }

    @Test
    void callbackShouldAnswerWhoeverTriesTheAddressOut() {
        for (String method : new String[] {"GET", "HEAD", "POST"}) {
            assertEquals(204, send(new Sent(method, path, new byte[0])).statusCode(), method);
        }
    }

    private Sent taken(String body) {
        Sent call = post(SENDER.sign(body));
        HttpResponse<String> answer = send(call);
        assertEquals(204, answer.statusCode(), answer.body());
        assertTrue(answer.body().isEmpty());
        return call;
    }

    private static Sent post(String body) {
        return new Sent("POST", path, body.getBytes(StandardCharsets.UTF_8), "content-type", "application/json");
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
        return "408887865312" + test;
    }

    @Override
    protected Sent sent(String id, long amountVnd, Instant moment) {
        return post(SENDER.sign(MomoSender.paid(id, Long.toString(amountVnd), "\"cảm ơn\"")));
    }

    @Override
    protected Sent forged(Sent said, Sent signed) {
        String genuine = new String(said.body(), StandardCharsets.UTF_8);
        String other = new String(signed.body(), StandardCharsets.UTF_8);
        return post(genuine.substring(0, genuine.indexOf(SIGNATURE)) + other.substring(other.indexOf(SIGNATURE)));
    }

    @Override
    protected Sent unreadable() {
        return post(SENDER.sign(MomoSender.paid("8006", "50000.5", "\"x\"")));
    }

    @Override
    protected Optional<Sent> probe() {
        return Optional.empty();
    }

    @Override
    protected boolean saysItsTime() {
        return false;
    }

    /** MoMo cannot tell a repeat from the first: it hears the same. */
    @Override
    protected boolean says(HttpResponse<String> answer, Expected expected) {
        return answer.statusCode() == switch (expected) {
            case STORED, ACKNOWLEDGED, DUPLICATE, CONFLICT -> 204;
            case REFUSED -> 401;
            case UNREADABLE -> 400;
            case TOO_LARGE -> 413;
        };
    }
}
