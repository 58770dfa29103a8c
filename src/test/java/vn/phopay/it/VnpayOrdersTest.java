package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.OutsideClient;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.VnpaySender;
import vn.phopay.testing.WalletRows;

/** VNPAY's acceptance test expects 01 and 04; who asks for them hears them, and not a đồng is lost by it. */
class VnpayOrdersTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("vnpay_orders");

    private static final MovableClock CLOCK = MovableClock.morning();
    private static final VnpaySender SENDER = new VnpaySender("VNPAYTESTSECRETVNPAYTESTSECRET01");
    private static TestApp app;
    private static OutsideClient client;
    private static City city;
    private static City.Shop shop;
    private static String path;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB, CLOCK, Map.of("PHOPAY_ADMIN_LOGIN", "boss", "PHOPAY_ADMIN_PASSWORD",
                "bun-cha-hang-manh", "PHOPAY_CALLBACK_VNPAY_ORDERS", "on"));
        client = new OutsideClient(app.uri("/"));
        city = new City(client, CLOCK, "boss", "bun-cha-hang-manh");
        shop = city.open(city.admin, City.HOAN_KIEM, "hang-ngang");
        client.create(shop.owner(), "/api/v1/merchants/" + shop.id() + "/accounts", new JsonObject()
                .put("bankBin", "970436").put("accountNumber", "CTTVNP01").put("accountName", "NGUYEN THI HOA"));
        path = WalletRows.register(app, "vnpay", "970436", new JsonObject()
                .put("algorithm", "hmac-sha512").put("secret", SENDER.secret()));
        // Banks and their keys are read again at most every 200 ms of the service's clock.
        CLOCK.advance(Duration.ofSeconds(2));
    }

    @AfterAll
    static void stop() {
        client.close();
        app.close();
    }

    @Test
    void callbackShouldSayThatTheOrderIsUnknownAndCountItForTheTerminal() {
        assertEquals("01", told("1", "NOBODYS", 50_000));
        assertEquals("02", told("1", "NOBODYS", 50_000));
        assertEquals("ACCOUNT", WalletRows.outcome(DB.pool(), "1"));
    }

    @Test
    void callbackShouldSayThatTheAmountDiffersAndCountItForTheRequest() {
        String order = city.request(shop, 50_000, 900).getString("reference");
        assertEquals("04", told("2", order, 49_999));
        assertEquals("02", told("2", order, 49_999));
        assertEquals("UNDERPAID", WalletRows.outcome(DB.pool(), "2"));
        assertEquals("00", told("3", order, 1));
        assertEquals("MATCHED", WalletRows.outcome(DB.pool(), "3"));
        assertEquals("04", told("4", order, 1));
        assertEquals("OVERPAID", WalletRows.outcome(DB.pool(), "4"));
    }

    private static String told(String id, String order, long amountVnd) {
        Map<String, String> pairs = VnpaySender.paid(id, amountVnd + "00");
        pairs.put("vnp_TxnRef", order);
        pairs.put("vnp_PayDate", DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
                .withZone(ZoneId.of("Asia/Ho_Chi_Minh")).format(CLOCK.instant()));
        HttpResponse<String> answer = app.sendBytes("GET", path + '?' + SENDER.sign(pairs), new byte[0]);
        assertEquals(200, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getString("RspCode");
    }
}
