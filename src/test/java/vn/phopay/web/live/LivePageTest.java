package vn.phopay.web.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** What a shop owner sees and hears when money comes, in a real browser with a real decoder. */
class LivePageTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("live_page");

    private static final String PATH = "/truc-tiep";
    /** Promised is a second; what is measured is printed, and machines that test are busy. */
    private static final long SHOWN_MS_MAX = 5_000;

    private static TestApp app;
    private PageBrowser browser;
    private PortalShop shop;

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
        browser = PageBrowser.open();
        shop = PortalShop.open(app);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void paymentShouldFillTheScreenAndBeSaidAndThenJoinTheList(String language, TestInfo test) {
        LiveWindow live = owner(browser.phone(language)).listen();

        shop.payByCode(200_000);
        long answeredAt = System.currentTimeMillis();
        live.waitFor("root.dataset.view === 'pay'");
        JsonObject shown = live.journal("shown").getFirst();
        live.window().audit("live-received");
        live.waitUntilSaid(1);

        long shownMs = shown.getLong("at") - answeredAt;
        JsonObject said = live.said().getFirst();
        System.getLogger("live").log(System.Logger.Level.INFO, "{0}: on the screen {1} ms after the bank was answered,"
                + " heard from {2} ms on", test.getDisplayName(), shownMs, said.getLong("startedAt") - answeredAt);
        assertTrue(shownMs < SHOWN_MS_MAX, "it was shown after " + shownMs + " ms");
        boolean vietnamese = language.equals("vi");
        assertEquals(vietnamese ? "200.000 ₫" : "200,000 ₫", live.window().text("#pay-digits").replace('\u00a0', ' '));
        assertEquals(vietnamese ? "Hai trăm nghìn đồng" : "Two hundred thousand dong",
                live.window().text("#pay-words"));
        assertEquals(List.of(vietnamese ? "Đã nhận hai trăm nghìn đồng" : "Received two hundred thousand dong"),
                live.sentences());
        assertEquals(vietnamese ? List.of("đã nhận", "hai", "trăm", "nghìn", "đồng")
                : List.of("received", "two", "hundred", "thousand", "dong"), LiveWindow.clips(said));
        assertEquals("good", said.getString("tone"));
        assertTrue(said.getDouble("peak") > 0.1, "nothing went to the loudspeaker: " + said.getDouble("peak"));
        live.window().page().keyboard().press("Escape");
        live.waitFor("root.dataset.view === 'rest'");
        assertEquals(List.of(vietnamese ? "200.000 ₫" : "200,000 ₫"), live.latest());
        live.window().audit("live-list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void screenOfAPaymentShouldBeGoodInEveryWindow(String language) {
        List<WindowLook> looks = List.of(
                WindowLook.desktop(language), WindowLook.phone(language).withTextDoubled(),
                WindowLook.desktop(language).withReducedMotion());
        for (WindowLook look : looks) {
            owner(browser.window(look)).window().audit("live-waiting");
            LiveWindow live = owner(browser.window(look));
            shop.payByCode(9_999_999_999_999L);
            live.waitFor("root.dataset.view === 'pay'").window().audit("live-largest");
            LiveWindow warned = owner(browser.window(look));
            shop.payByCode(200);
            warned.waitFor("root.dataset.view === 'pay'").window().audit("live-warning");
        }
    }

    @Test
    void nextPaymentShouldTakeThePlaceOfTheOneBefore() {
        LiveWindow live = owner(browser.desktop("vi"));

        shop.payByCode(1_000_000);
        shop.payByCode(200);

        live.waitFor("document.getElementById('pay').dataset.kind === 'WARNING'").window().audit("live-next");
        assertEquals("200\u00a0₫", live.window().text("#pay-digits"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void tooLittleMoneyShouldBeRedAndSaidInAnotherTone(String language) {
        LiveWindow live = owner(browser.phone(language)).listen();

        shop.payByCode(200);
        live.waitUntilSaid(1);

        live.window().expect("WARNING", "document.getElementById('pay').dataset.kind");
        live.window().expect("rgb(161, 15, 20)", "getComputedStyle(document.getElementById('pay')).backgroundColor");
        JsonObject said = live.said().getFirst();
        assertEquals(language.equals("vi") ? "Cảnh báo: chỉ nhận hai trăm đồng"
                : "Warning: only received two hundred dong", said.getString("text"));
        assertEquals("warning", said.getString("tone"));
        live.window().audit("live-warning");
    }

    @Test
    void lessThanARequestAsksShouldBeAWarningAndTheRestOfItGoodNews() {
        LiveWindow live = owner(browser.phone("vi")).listen();
        String reference = app.as(shop.token(), "POST", "/api/v1/payment-requests", new JsonObject()
                .put("outletId", shop.outletId()).put("amount", 200_000)).getString("reference");

        assertEquals("UNDERPAID", shop.pay(150_000, reference).getString("outcome"));
        live.waitUntilSaid(1);
        assertEquals("Cần nhận 200.000 ₫", live.window().text("#pay-asked").replace('\u00a0', ' '));
        live.window().screenshot("live-underpaid");
        assertEquals("MATCHED", shop.pay(50_000, reference).getString("outcome"));
        live.waitUntilSaid(2);

        assertEquals(List.of("Cảnh báo: chỉ nhận một trăm năm mươi nghìn đồng", "Đã nhận năm mươi nghìn đồng"),
                live.sentences());
        assertEquals(List.of("WARNING", "RECEIVED"),
                live.journal("shown").stream().map(entry -> entry.getString("kind")).toList());
    }

    @Test
    void severalPaymentsAtOnceShouldBeSaidOneAfterTheOther() {
        LiveWindow live = owner(browser.phone("vi")).listen();

        shop.payByCode(21_000);
        shop.payByCode(15_005);
        shop.payByCode(1_000_000);
        live.waitUntilSaid(3);

        assertEquals(List.of("Đã nhận hai mươi mốt nghìn đồng", "Đã nhận mười lăm nghìn không trăm linh năm đồng",
                "Đã nhận một triệu đồng"), live.sentences());
        assertEquals(List.of("1.000.000 ₫", "15.005 ₫", "21.000 ₫"), live.latest());
        assertEquals(3, live.journal("shown").size());
        List<JsonObject> said = live.said();
        for (int i = 1; i < said.size(); i++) {
            assertTrue(said.get(i).getLong("startedAt") >= said.get(i - 1).getLong("endedAt"), "two voices at once");
        }
        said.forEach(LivePageTest::assertClipsFollowEachOther);
        assertEquals("Hôm nay tiền về 3 lần", live.window().text("#count"));
    }

    private static void assertClipsFollowEachOther(JsonObject said) {
        double before = 0;
        for (Object clip : said.getJsonArray("clips")) {
            double at = ((JsonArray) clip).getDouble(1);
            assertTrue(at > before + 0.15, "clips overlap: " + said.encode());
            before = at;
        }
        double seconds = (said.getLong("endedAt") - said.getLong("startedAt")) / 1000.0;
        assertTrue(seconds > before, "it ended before its last clip began");
    }

    @Test
    void recordingShouldBeDecodedWithEveryClipAudibleAndSilenceBetween() {
        PageWindow window = owner(browser.desktop("vi")).window();

        for (String language : List.of("vi", "en")) {
            String faults = (String) window.evaluate("""
                    (async () => {
                        const {default: index} = await import('/assets/speech-LANG.js');
                        const bytes = await (await fetch(index.sound)).arrayBuffer();
                        const sound = await new OfflineAudioContext(1, 1, 22050).decodeAudioData(bytes);
                        const samples = sound.getChannelData(0);
                        const loudness = (from, to) => {
                            const part = samples.subarray(from * sound.sampleRate, to * sound.sampleRate);
                            return Math.sqrt(part.reduce((sum, s) => sum + s * s, 0) / part.length);
                        };
                        const shift = samples.findIndex((s) => Math.abs(s) > 0.1) / sound.sampleRate - index.marker;
                        const faults = Math.abs(shift) < 0.06 ? [] : [`shifted by ${shift}`];
                        for (const [clip, [start, seconds]] of Object.entries(index.clips)) {
                            const from = start + shift;
                            const heard = loudness(from, from + seconds);
                            const gap = loudness(from + seconds + 0.03, from + seconds + 0.11);
                            if (!(heard > 0.1) || !(gap < heard / 20)) {
                                faults.push(`${clip}: ${heard.toFixed(3)}, then ${gap.toFixed(3)}`);
                            }
                        }
                        return faults.join('; ') + `|${Object.keys(index.clips).length}`;
                    })()""".replace("LANG", language));
            assertEquals("|" + (language.equals("vi") ? 28 : 42), faults, language);
        }
    }

    @Test
    void callbackWithABadSignatureShouldNeitherBeShownNorSaid() {
        LiveWindow live = owner(browser.phone("vi")).listen();

        shop.payInBadHands(900_000, shop.reference());
        shop.payByCode(30_000);
        live.waitUntilSaid(1);

        assertEquals(List.of("Đã nhận ba mươi nghìn đồng"), live.sentences());
        assertEquals(1, live.journal("came").size());
        live.window().page().reload();
        assertEquals(List.of("30.000 ₫"), live.latest());
    }

    @Test
    void paymentsOfAnotherShopShouldNotBeHeard() {
        LiveWindow live = owner(browser.phone("vi")).listen();
        PortalShop other = PortalShop.open(app);

        other.payByCode(70_000);
        shop.payByCode(30_000);
        live.waitUntilSaid(1);

        assertEquals(List.of("Đã nhận ba mươi nghìn đồng"), live.sentences());
        assertEquals(1, live.journal("came").size());
    }

    @Test
    void pageShouldShowWithoutSoundWhatComesAndSayNothing() {
        LiveWindow live = owner(browser.phone("vi"));

        shop.payByCode(30_000);
        live.waitFor("root.dataset.view === 'pay'");

        live.window().expect("silent", "document.getElementById('live').dataset.state");
        assertEquals(List.of(), live.journal("said"));
        assertEquals("Đã nhận ba mươi nghìn đồng", live.window().text("#said"));
    }

    @Test
    void pageShouldServeKeyboardUsers() {
        LiveWindow live = owner(browser.desktop("vi"));
        live.window().keyboard().tabThrough(20);
        live.window().page().reload();
        live.waitFor("root.dataset.state === 'silent'");
        live.window().keyboard().tabTo("Bật tiếng và bắt đầu nghe", 20);
        live.window().page().keyboard().press("Enter");
        live.waitFor("root.journal.some((e) => e.what === 'said' && e.id === 'sound-on')");

        shop.payByCode(30_000);
        live.waitFor("root.dataset.view === 'pay'");
        live.window().keyboard().tabTo("Đã xem", 20);
        live.window().page().keyboard().press("Enter");

        live.waitUntilSaid(1).waitFor("root.dataset.view === 'rest'");
        live.window().keyboard().tabTo("Tắt tiếng", 20);
        live.window().page().keyboard().press("Enter");
        live.waitFor("root.dataset.state === 'silent'");
    }

    @Test
    void pageWithoutScriptsShouldSayWhatItCannotDoAndShowWhatCame() {
        shop.payByCode(30_000);
        PageWindow window = browser.window(WindowLook.phone("vi").withoutJavaScript()).open(app.uri("/dang-nhap"));
        shop.logIn(window);
        window.open(app.uri(PATH));

        assertTrue(window.page().locator("noscript p").textContent().contains("tải lại trang"));
        assertEquals("30.000\u00a0₫", window.text("#latest [data-part=amount]"));
        window.audit("live-without-scripts");
    }

    @Test
    void pageWithoutSessionShouldLeadToTheLogInAndItsStreamBeRefused() {
        assertEquals(303, app.send("GET", PATH, null).statusCode());
        assertEquals(401, app.send("GET", PATH + "/su-kien", null).statusCode());
        assertEquals(403, app.send("GET", PATH + "/su-kien", null, "authorization", "Bearer " + app.adminToken())
                .statusCode());
        assertFalse(app.send("GET", PATH, null, "authorization", "Bearer " + app.adminToken()).statusCode() < 400);
    }

    private LiveWindow owner(PageWindow window) {
        window.open(app.uri("/dang-nhap"));
        shop.logIn(window);
        return LiveWindow.open(window, app.uri(PATH));
    }
}
