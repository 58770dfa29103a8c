package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
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
import vn.phopay.testing.VnpaySender;
import vn.phopay.testing.WalletRows;

class VnpayCallbackTest extends CallbackTck {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("vnpay_callback");

    private static final String BIN = "970436";
    private static final VnpaySender SENDER = new VnpaySender("VNPAYTESTSECRETVNPAYTESTSECRET01");
    private static TestApp app;
    private static String path;
    private static ShopRows.Shop shop;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        path = WalletRows.register(app, "vnpay", BIN, new JsonObject()
                .put("algorithm", "hmac-sha512").put("secret", SENDER.secret()));
        shop = new ShopRows(DB.pool()).insert(BIN, "CTTVNP01");
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void callbackShouldFindTheMerchantByCodeInOrderOrMemoElseByTerminal() {
        String code = shop.code().value();
        assertEquals("00", told("8001", Map.of("vnp_TxnRef", code)));
        String text = "Trả tiền " + code.toLowerCase(Locale.ROOT);
        assertEquals("00", told("8002", Map.of("vnp_OrderInfo", text)));
        assertEquals("00", told("8003", Map.of()));
        assertEquals("00", told("8004", Map.of("vnp_TmnCode", "NOBODY01")));
        assertEquals("OUTLET", WalletRows.outcome(DB.pool(), "8001"));
        assertEquals("OUTLET", WalletRows.outcome(DB.pool(), "8002"));
        assertEquals("ACCOUNT", WalletRows.outcome(DB.pool(), "8003"));
        assertEquals("UNMATCHED", WalletRows.outcome(DB.pool(), "8004"));
    }

    /** One terminal an outlet, each a virtual account of the account to which VNPAY settles. */
    @Test
    void callbackShouldFindTheOutletWhenItsTerminalIsAVirtualAccount() {
        TestPostgres.await(DB.pool().preparedQuery("INSERT INTO virtual_account (bank_bin, account_number, account_id,"
                + " merchant_id, outlet_id, created_at) VALUES ($1, 'CTTVNP02', $2, $3, $4, now())")
                .execute(Tuple.of(BIN, shop.account(), shop.merchant(), shop.outlet())));
        assertEquals("00", told("8009", Map.of("vnp_TmnCode", "CTTVNP02")));
        assertEquals("ACCOUNT", WalletRows.outcome(DB.pool(), "8009"));
        assertEquals(1, count(
                "SELECT count(*) FROM payment WHERE bank_reference = '8009' AND outlet_id = $1::text::uuid",
                shop.outlet().toString()));
    }

    @Test
    void callbackShouldKeepAnAttemptThatWasNotPaidAndMakeNoPaymentOfIt() {
        Map<String, String> pairs = VnpaySender.paid("8005", "5000000");
        pairs.put("vnp_ResponseCode", "24");
        pairs.put("vnp_TransactionStatus", "02");
        Sent failed = get(SENDER.sign(pairs));
        assertEquals("00", code(send(failed)));
        assertEquals("NOT_PAID", verdictOf(failed));
        assertEquals(0, count("SELECT count(*) FROM payment WHERE bank_reference = $1", "8005"));
    }

    /** Nobody signed anything, so nothing is kept, and nothing that could be a payment is confirmed. */
    @Test
    void callbackShouldAnswerWhoeverTriesTheAddressOut() {
        assertEquals("99", code(send(new Sent("GET", path, new byte[0]))));
        assertEquals(200, send(new Sent("HEAD", path, new byte[0])).statusCode());
        HttpResponse<String> posted = app.send("POST", path, new JsonObject().put("a", 1));
        assertEquals(405, posted.statusCode());
        assertEquals("GET", posted.headers().firstValue("allow").orElse(""));
    }

    @Test
    void callbackShouldBeRefusedWhenItsQueryIsTooLong() {
        Map<String, String> pairs = VnpaySender.paid("8006", "5000000");
        pairs.put("vnp_OrderInfo", "x".repeat(64 << 10));
        assertEquals(414, send(get(SENDER.sign(pairs))).statusCode());
        assertEquals(0, count("SELECT count(*) FROM payment WHERE bank_reference = $1", "8006"));
    }

    /** The longest text that VNPAY lets a merchant give an order, each letter nine characters of the query. */
    @Test
    void callbackShouldTakeTheLongestOrderText() {
        Map<String, String> pairs = VnpaySender.paid("8007", "5000000");
        pairs.put("vnp_OrderInfo", "ở".repeat(255));
        assertEquals("00", code(send(get(SENDER.sign(pairs)))));
        assertEquals(255, count("SELECT length(memo)::bigint FROM payment WHERE bank_reference = $1", "8007"));
    }

    private String told(String id, Map<String, String> other) {
        Map<String, String> pairs = VnpaySender.paid(id, "5000000");
        pairs.putAll(other);
        return code(send(get(SENDER.sign(pairs))));
    }

    private static Sent get(String query) {
        return new Sent("GET", path + '?' + query, new byte[0]);
    }

    private static String code(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getString("RspCode");
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
        return "1234567890123" + test;
    }

    @Override
    protected Sent sent(String id, long amountVnd, Instant moment) {
        return get(SENDER.sign(VnpaySender.paid(id, amountVnd + "00")));
    }

    @Override
    protected Sent forged(Sent said, Sent signed) {
        String hash = signed.path().substring(signed.path().indexOf("&vnp_SecureHash="));
        return new Sent("GET", said.path().substring(0, said.path().indexOf("&vnp_SecureHash=")) + hash, new byte[0]);
    }

    @Override
    protected Sent unreadable() {
        return get(SENDER.sign(VnpaySender.paid("8008", "5000001")));
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
        return code(answer).equals(switch (expected) {
            case STORED, ACKNOWLEDGED -> "00";
            case DUPLICATE, CONFLICT -> "02";
            case REFUSED -> "97";
            case UNREADABLE, TOO_LARGE -> "99";
        });
    }
}
