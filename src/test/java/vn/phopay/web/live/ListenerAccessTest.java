package vn.phopay.web.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.Yaml;
import vn.phopay.access.ListenerPhones.Invited;
import vn.phopay.testing.EventClient;
import vn.phopay.testing.EventClient.Event;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What a paired phone may and may not, over HTTP. */
class ListenerAccessTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("listener_access");

    private static final String STREAM = "/truc-tiep/su-kien";
    /** Reports of pasted-over codes are anybody's: a paired phone is a stranger there. */
    private static final List<String> OWNERS_PAGES = List.of("/hom-nay", "/nhan-tien", "/ma-qr", "/kiem-tra-sang",
            "/so-doanh-thu", "/ho-so", "/ho-tro-dang-ky");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static TestApp app;
    private PortalShop shop;
    private Pairing pairing;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void open() {
        shop = PortalShop.open(app);
        pairing = new Pairing(DB.pool(), shop);
    }

    @Test
    void pairedPhoneShouldBeRefusedByEveryCallThatNeedsASession() {
        String phone = pairing.paired(pairing.invite("Máy của Lan"));
        List<String> open = new ArrayList<>();
        int refused = 0;

        for (String[] call : calls()) {
            if (app.send(call[0], call[1], new JsonObject()).statusCode() == 401) {
                int status = app.send(call[0], call[1], new JsonObject(), "authorization", "Bearer " + phone)
                        .statusCode();
                refused += status == 403 ? 1 : 0;
                open.addAll(status == 403 ? List.of() : List.of(call[0] + " " + call[1] + " " + status));
            }
        }

        assertEquals(List.of(), open);
        assertTrue(refused > 30, "calls that need a session were found: " + refused);
    }

    @Test
    void pairedPhoneShouldOpenTheLivePageAndNoOther() {
        String phone = pairing.paired(pairing.invite("Máy của Lan"));
        int pages = 0;
        for (String page : OWNERS_PAGES) {
            int stranger = app.send("GET", page, null).statusCode();
            int status = app.send("GET", page, null, "authorization", "Bearer " + phone).statusCode();
            assertTrue(status == 403 || status == 404 && stranger == 404, page + " " + status);
            pages += status == 403 ? 1 : 0;
        }
        assertTrue(pages >= 2, "pages that need a session were found: " + pages);
        assertEquals(200, app.send("GET", "/truc-tiep", null, "authorization", "Bearer " + phone).statusCode());
    }

    @Test
    void phoneOfAnOutletShouldHearThatOutletAlone() {
        JsonObject outlet = new JsonObject()
                .put("name", "Phở Hoa Hàng Bồ").put("address", "3 Hàng Bồ").put("districtCode", "002");
        String second = app.as(shop.token(), "POST", "/api/v1/merchants/" + shop.merchantId() + "/outlets", outlet)
                .getString("id");
        String reference = app.as(shop.token(), "POST", "/api/v1/outlets/" + second + "/qr-codes",
                new JsonObject().put("type", "STATIC")).getString("reference");
        String phone = pairing.paired(pairing.invite("Máy Hàng Bồ", second));
        String all = pairing.paired(pairing.invite("Máy của Lan"));
        EventClient one = EventClient.open(app.uri(STREAM), phone, "", event -> amount(event) == 3);
        EventClient both = EventClient.open(app.uri(STREAM), all, "", event -> amount(event) == 3);
        shop.payByCode(1_000);
        shop.pay(2_000, reference);
        shop.pay(3, reference);
        one.awaitEnd();
        both.awaitEnd();

        assertEquals(List.of(2_000L, 3L), one.events().stream().map(ListenerAccessTest::amount).toList());
        assertEquals(List.of(1_000L, 2_000L, 3L), both.events().stream().map(ListenerAccessTest::amount).toList());
        String page = app.send("GET", "/truc-tiep", null, "authorization", "Bearer " + phone).body();
        assertTrue(page.contains("2.000\u00a0₫") && !page.contains("1.000\u00a0₫"), page);
    }

    @Test
    void streamShouldTellWhatIsShownAndSaidAndNothingOfThePayer() {
        EventClient client = EventClient.open(app.uri(STREAM), shop.token(), "", event -> true);
        shop.payByCode(21_000);
        client.awaitEnd();

        JsonObject told = new JsonObject(client.events().getFirst().data());
        assertEquals(new JsonObject()
                .put("id", told.getString("id")).put("kind", "RECEIVED").put("missed", false).put("amount", 21_000)
                .put("dong", "21.000\u00a0₫").put("words", "Hai mươi mốt nghìn đồng").put("asked", null)
                .put("outlet", PortalShop.NAME).put("time", told.getString("time")).put("day", told.getString("day"))
                .put("say", new JsonObject().put("text", "Đã nhận hai mươi mốt nghìn đồng")
                        .put("clips", new JsonArray(List.of("đã nhận", "hai", "mươi", "mốt", "nghìn", "đồng")))), told);
    }

    @Test
    void streamShouldSayWhatWasMissedBeforeItWasOpenedAgain() {
        EventClient first = EventClient.open(app.uri(STREAM), shop.token(), "", event -> true);
        shop.payByCode(1_000);
        first.awaitEnd();
        shop.payByCode(2_000);
        Eventually.until(() -> app.as(shop.token(), "GET", "/api/v1/payments", null).getJsonArray("items").size(),
                size -> size == 2);
        EventClient second = EventClient.open(app.uri(STREAM + "?lang=en"), shop.token(), first.lastId(),
                event -> amount(event) == 3_000);
        Eventually.until(() -> second.events().size(), size -> size == 1);
        shop.payByCode(3_000);
        second.awaitEnd();

        assertEquals(List.of(true, false), second.events().stream()
                .map(event -> new JsonObject(event.data()).getBoolean("missed")).toList());
        assertTrue(second.events().getFirst().data().contains("Received two thousand dong"));
    }

    @Test
    void endedPhoneShouldLoseItsOpenStreamWithinSeconds() {
        Invited invited = pairing.invite("Máy của Lan");
        String phone = pairing.paired(invited);
        EventClient client = EventClient.open(app.uri(STREAM), phone, "", event -> false);
        assertEquals(200, client.status());
        long endedNs = System.nanoTime();

        pairing.end(invited.phone());
        client.awaitEnd();

        long ms = (System.nanoTime() - endedNs) / 1_000_000;
        assertTrue(ms < 20_000, "it listened for another " + ms + " ms");
        assertEquals(401, app.send("GET", STREAM, null, "authorization", "Bearer " + phone).statusCode());
        HttpResponse<String> page = app.send("GET", "/truc-tiep", null, "authorization", "Bearer " + phone);
        assertEquals(303, page.statusCode());
    }

    @Test
    void moneyThatTheBankTakesBackShouldBeToldAsSuch() {
        EventClient client = EventClient.open(
                app.uri(STREAM), shop.token(), "", event -> event.data().contains("TAKEN_BACK"));
        JsonObject paid = shop.payByCode(40_000);
        takeBack(paid.getString("transactionId"), 40_000);
        client.awaitEnd();

        JsonObject told = new JsonObject(client.events().getLast().data());
        assertEquals("Cảnh báo: ngân hàng lấy lại bốn mươi nghìn đồng", told.getJsonObject("say").getString("text"));
        String page = app.send("GET", "/truc-tiep", null, "authorization", "Bearer " + shop.token()).body();
        assertTrue(page.contains("data-kind=\"TAKEN_BACK\""), page);
    }

    /** Method and path of every call that the product describes. */
    private static List<String[]> calls() {
        Map<String, Map<String, Map<String, Object>>> document =
                new Yaml().load(app.send("GET", "/openapi.yaml", null).body());
        return document.get("paths").entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream().filter(METHODS::contains).map(method ->
                        new String[] {method.toUpperCase(Locale.ROOT), path.getKey().replaceAll("\\{\\w+}", "x")}))
                .toList();
    }

    private void takeBack(String transactionId, long amountVnd) {
        byte[] body = TestBank.call(List.of(TestBank.transaction(
                        "REV-" + transactionId, shop.accountNumber(), amountVnd, "hoan tien")
                .put("occurredAt", Instant.now().toString())
                .put("direction", "DEBIT").put("reversalOf", transactionId)));
        assertEquals(200, app.sendBytes("POST", shop.bank().path(), body,
                shop.bank().sign(body, Instant.now())).statusCode());
    }

    private static long amount(Event event) {
        return new JsonObject(event.data()).getLong("amount");
    }
}
