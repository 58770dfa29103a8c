package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.it.City.Shop;
import vn.phopay.it.PaidBook.Figures;
import vn.phopay.it.PaidBook.Spot;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.OutsideClient;
import vn.phopay.testing.OutsideClient.Who;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/**
 * The main job from end to end, over HTTP only: a shop registers and is approved, prints a code, is paid, and its
 * district's figures move by exactly what the bank was answered.
 */
class MainJobTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("main_job");

    private static final MovableClock CLOCK = MovableClock.morning();
    private static TestApp app;
    private static OutsideClient client;
    private static City city;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB, CLOCK,
                Map.of("PHOPAY_ADMIN_LOGIN", "thanh", "PHOPAY_ADMIN_PASSWORD", City.PASSWORD));
        client = new OutsideClient(app.uri("/"));
        city = new City(client, CLOCK, "thanh", City.PASSWORD);
        // Banks and their keys are read again at most every 200 ms of the service's clock.
        CLOCK.advance(Duration.ofSeconds(2));
    }

    @AfterAll
    static void stop() {
        client.close();
        app.close();
    }

    @Test
    void registrarShouldDecideAboutTheOwnDistrictOnly() {
        String own = city.register(City.HOAN_KIEM, "hang-ngang").getString("id");
        String foreign = city.register(City.TAY_HO, "").getString("id");

        client.expect(404, city.registrar, "POST", "/api/v1/merchants/" + foreign + "/approve", new JsonObject());
        client.expect(401, Who.ANYONE, "POST", "/api/v1/merchants/" + own + "/approve", new JsonObject());
        client.expect(200, city.registrar, "POST", "/api/v1/merchants/" + own + "/approve", new JsonObject());
        client.expect(409, city.registrar, "POST", "/api/v1/merchants/" + own + "/approve", new JsonObject());

        assertEquals("PENDING",
                client.get(city.admin, "/api/v1/merchants/" + foreign).getString("status"));
    }

    @Test
    void requestShouldBeOneWhenItIsSentTwiceWithOneKey() {
        Shop shop = city.open(city.registrar, City.HOAN_KIEM, "hang-ngang");
        JsonObject order = new JsonObject().put("outletId", shop.outletIds().getFirst()).put("amount", 50_000);
        String path = "/api/v1/payment-requests";

        JsonObject first = client.create(shop.owner(), path, order, "idempotency-key", "order-1");
        JsonObject second = client.create(shop.owner(), path, order, "idempotency-key", "order-1");
        HttpResponse<byte[]> changed = client.send(
                shop.owner(), "POST", path, order.copy().put("amount", 50_001), "idempotency-key", "order-1");

        assertEquals(first, second);
        assertEquals(422, changed.statusCode());
        assertEquals("GENUINE", verify(first.getString("payload")).getString("status"));
    }

    @Test
    void figuresShouldBeWhatTheBankWasAnsweredWhenADayOfPaymentsIsOver() {
        List<Shop> shops = new ArrayList<>();
        shops.add(city.open(city.registrar, City.HOAN_KIEM, "hang-ngang", "hang-dao"));
        for (int i = 1; i < 10; i++) {
            shops.add(city.open(city.registrar, City.HOAN_KIEM, "hang-ngang"));
        }
        Shop lonely = city.open(city.admin, City.TAY_HO, "");

        payByStaticCodes(shops);
        payByStaticCodes(List.of(lonely));
        payByAccount(shops);
        payRequests(shops.get(2));
        takeBack(shops.get(3));

        assertTrue(city.book.payingOutlets(City.HOAN_KIEM) >= 10);
        assertEquals(1, city.book.payingOutlets(City.TAY_HO));
        staffShouldSeeAll();
        outsidersShouldSeeNoSmallDistrict();
        shops.forEach(MainJobTest::ownerShouldSeeItsPayments);
    }

    @Test
    void codeShouldFailVerificationWhenItIsTakenBackOrItsMerchantSuspended() {
        Shop shop = city.open(city.registrar, City.HOAN_KIEM, "hang-ngang");
        JsonObject torn = city.staticCode(shop);
        JsonObject hanging = city.staticCode(shop);
        assertEquals("GENUINE", verify(torn.getString("payload")).getString("status"));

        client.post(shop.owner(), "/api/v1/qr-codes/" + torn.getString("id") + "/revoke",
                new JsonObject().put("reason", "bảng hiệu bị xé"));
        assertEquals("REVOKED", verify(torn.getString("payload")).getString("status"));
        assertEquals("GENUINE", verify(hanging.getString("payload")).getString("status"));
        assertEquals(404,
                client.send(Who.ANYONE, "GET", "/api/v1/qr-codes/" + torn.getString("id") + ".svg", null).statusCode());
        assertTrue(client.get(Who.ANYONE, "/.well-known/jwks.json").getJsonArray("revokedSerials")
                .contains(torn.getString("serial")));

        client.post(city.registrar, "/api/v1/merchants/" + shop.id() + "/suspend",
                new JsonObject().put("reason", "khiếu nại"));
        assertEquals("SUSPENDED", verify(hanging.getString("payload")).getString("status"));
        client.post(city.registrar, "/api/v1/merchants/" + shop.id() + "/reinstate", new JsonObject());
        assertEquals("GENUINE", verify(hanging.getString("payload")).getString("status"));
    }

    /** Each shop is paid by its printed code, in memos as channels hand them on. */
    private static void payByStaticCodes(List<Shop> shops) {
        long amountVnd = 35_500;
        for (Shop shop : shops) {
            String code = city.staticCode(shop).getString("reference");
            List<String> memos = List.of(
                    "MBVCB.4125261053.047334." + code.substring(0, 5) + " " + code.substring(5) + ".CT tu 9000 HOA",
                    "ct den: " + code.toLowerCase(Locale.ROOT),
                    "9000" + code + "CHUYENTIEN-OQCH0001");
            for (String memo : memos) {
                assertEquals("OUTLET", city.pay(shop.spot(), shop.account(), amountVnd, memo), memo);
                amountVnd += 7_777;
            }
        }
    }

    private static void payByAccount(List<Shop> shops) {
        Shop single = shops.get(1);
        assertEquals("ACCOUNT", city.pay(single.spot(), single.account(), 20_000, "khong co ma"));
        Shop several = shops.getFirst();
        Spot nowhere = new Spot(several.id(), null, several.districtCode());
        assertEquals("ACCOUNT", city.pay(nowhere, several.account(), 21_000, ""));
        assertEquals("UNMATCHED", city.pay(nowhere, "9999999999", 22_000, "la ai"));
    }

    private static void payRequests(Shop shop) {
        JsonObject inTwo = city.request(shop, 100_000, 900);
        assertEquals("UNDERPAID", pay(shop, inTwo, 40_000));
        assertRequest(shop, inTwo, "UNDERPAID", 40_000);
        assertEquals("MATCHED", pay(shop, inTwo, 60_000));
        assertRequest(shop, inTwo, "PAID", 100_000);

        JsonObject generous = city.request(shop, 50_000, 900);
        assertEquals("OVERPAID", pay(shop, generous, 50_001));
        assertRequest(shop, generous, "OVERPAID", 50_001);

        JsonObject forgotten = city.request(shop, 70_000, 60);
        CLOCK.advance(Duration.ofHours(2));
        assertEquals("LATE", pay(shop, forgotten, 70_000));
        assertRequest(shop, forgotten, "EXPIRED", 0);
    }

    private static void takeBack(Shop shop) {
        String code = city.staticCode(shop).getString("reference");
        assertEquals(List.of("OUTLET", "REVERSED"),
                city.payAndTakeBack(shop.spot(), shop.account(), 900_000, code));
    }

    private static String pay(Shop shop, JsonObject request, long amountVnd) {
        return city.pay(shop.spot(), shop.account(), amountVnd, "tt " + request.getString("reference"));
    }

    private static void assertRequest(Shop shop, JsonObject request, String status, long paidVnd) {
        JsonObject now = client.get(shop.owner(), "/api/v1/payment-requests/" + request.getString("id"));
        assertEquals(status + " " + paidVnd, now.getString("status") + " " + now.getLong("paidAmount"));
    }

    private static void staffShouldSeeAll() {
        for (String code : List.of(City.HOAN_KIEM, City.TAY_HO)) {
            Eventually.equal(city.book.figuresOf(code), () -> Figures.of(city.district(city.admin, code)));
        }
        assertEquals(new Figures(0L, 0L, null), Figures.of(city.district(city.admin, "001")));
        assertEquals(new Figures(null, null, null), Figures.of(city.district(city.registrar, City.TAY_HO)));
    }

    private static void outsidersShouldSeeNoSmallDistrict() {
        Eventually.equal(city.book.figuresOf(City.HOAN_KIEM),
                () -> Figures.of(city.district(Who.ANYONE, City.HOAN_KIEM)));
        JsonObject large = city.district(Who.ANYONE, City.HOAN_KIEM);
        assertEquals(city.book.payingOutlets(City.HOAN_KIEM), large.getLong("activeOutlets7d"));
        assertNull(large.getValue("requestsPaidRate"), "one shop alone sent payment requests");
        JsonObject small = city.district(Who.ANYONE, City.TAY_HO);
        assertEquals(new Figures(null, null, null), Figures.of(small));
        assertEquals(true, small.getBoolean("suppressed"));
        JsonObject none = city.district(Who.ANYONE, "001");
        assertEquals(new Figures(0L, 0L, null), Figures.of(none));
        assertNotEquals(true, none.getBoolean("suppressed"));
    }

    private static void ownerShouldSeeItsPayments(Shop shop) {
        JsonArray items = client.get(shop.owner(), "/api/v1/payments?limit=500").getJsonArray("items");
        Set<String> credits = new TreeSet<>();
        items.stream().map(JsonObject.class::cast)
                .filter(payment -> payment.getString("direction").equals("CREDIT"))
                .filter(payment -> !payment.getBoolean("reversed"))
                .forEach(payment -> credits.add(payment.getString("id")));
        assertEquals(city.book.paymentsOf(shop.id()), credits);
    }

    private static JsonObject verify(String payload) {
        return client.post(Who.ANYONE, "/api/v1/qr-codes/verify", new JsonObject().put("payload", payload));
    }
}
