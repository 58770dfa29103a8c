package vn.phopay.web.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.chaos.CutProxy;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The live page behind a network that goes silent, breaks and comes back. */
class LostConnectionTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("lost_connection");

    /** Promised are 15 seconds of silence; signs of life come every 8, so the last one may be that old. */
    private static final long SILENT_MS_MIN = 7_000;
    private static final long SILENT_MS_MAX = 25_000;

    private static TestApp app;
    private PageBrowser browser;
    private PortalShop shop;
    private CutProxy network;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void open() throws IOException {
        browser = PageBrowser.open();
        shop = PortalShop.open(app);
        network = CutProxy.to(app.app().port());
    }

    @AfterEach
    void close() throws IOException {
        browser.close();
        network.close();
    }

    @Test
    void silenceShouldBeLoudAndWhatWasMissedComeAsAList() {
        LiveWindow live = owner(browser.phone("vi")).listen();
        LiveWindow english = owner(browser.desktop("en"));
        shop.payByCode(10_000);
        live.waitUntilSaid(1).waitFor("root.dataset.view === 'pay'");

        network.standStill();
        long silentAt = System.currentTimeMillis();
        shop.payByCode(21_000);
        shop.payByCode(22_000);
        shop.payByCode(200);
        live.waitFor("root.dataset.view === 'alarm'");
        live.waitFor("root.journal.some((e) => e.what === 'said' && e.id === 'alarm')");
        JsonObject alarm = live.journal("alarm").getFirst();
        long silentMs = alarm.getLong("at") - silentAt;
        assertTrue(silentMs > SILENT_MS_MIN && silentMs < SILENT_MS_MAX, "it was told after " + silentMs + " ms");
        JsonObject said = live.journal("said").stream()
                .filter(entry -> entry.getString("id").equals("alarm")).findFirst().orElseThrow();
        assertEquals("Mất kết nối", said.getString("text"));
        assertEquals("lost", said.getString("tone"));
        assertTrue(said.getDouble("peak") > 0.1, "nothing went to the loudspeaker");
        assertEquals("Mất kết nối", live.window().text("#alarm-word"));
        assertTrue(live.window().page().title().startsWith("Mất kết nối"), live.window().page().title());
        live.window().audit("live-lost");
        english.waitFor("root.dataset.view === 'alarm'").window().audit("live-lost");

        network.pass();
        live.waitFor("root.dataset.missed === '3'");

        assertEquals("Trong lúc mất kết nối: 3 khoản", live.window().text("#missed-title"));
        assertEquals(List.of("200 ₫", "22.000 ₫", "21.000 ₫"), live.missed());
        assertEquals(List.of("200 ₫", "22.000 ₫", "21.000 ₫", "10.000 ₫"), live.latest());
        live.window().screenshot("live-missed");
        english.waitFor("root.dataset.missed === '3'").window().audit("live-missed");
        shop.payByCode(50_000);
        live.waitUntilSaid(2);
        assertEquals(List.of("Đã nhận mười nghìn đồng", "Đã nhận năm mươi nghìn đồng"), live.sentences(),
                "what was missed is not announced as new");
        live.window().page().keyboard().press("Escape");
        live.window().page().locator("#missed-close").click();
        assertEquals(List.of(), live.window().page().locator("#missed:visible").all());
    }

    @Test
    void shortBreakShouldBeHealedWithoutAWordAndNothingBeMissed() {
        LiveWindow live = owner(browser.phone("vi")).listen();

        network.refuse();
        live.window().waitFor("true");
        shop.payByCode(21_000);
        network.pass();
        live.waitUntilSaid(1);
        shop.payByCode(22_000);
        live.waitUntilSaid(2);

        assertEquals(List.of("Đã nhận hai mươi mốt nghìn đồng", "Đã nhận hai mươi hai nghìn đồng"), live.sentences());
        assertEquals(List.of(), live.journal("alarm"));
        assertTrue(live.window().complaints().stream().allMatch(fault -> fault.contains("su-kien")),
                live.window().complaints().toString());
    }

    @Test
    void endOfTheSessionShouldBeAsLoud() {
        LiveWindow live = owner(browser.phone("vi")).listen();

        live.window().evaluate("fetch('/api/v1/sessions/current', {method: 'DELETE', headers: {'X-CSRF-Token':"
                + " document.querySelector('meta[name=csrf]').content}}).then((r) => r.status)");
        live.waitFor("root.dataset.view === 'alarm'");

        assertEquals("Đã ngừng nghe", live.window().text("#alarm-word"));
        assertEquals("/dang-nhap?tiep=/truc-tiep", live.window().page().locator("#alarm-login").getAttribute("href"));
        live.window().forgive("su-kien").audit("live-session-over");
    }

    private LiveWindow owner(PageWindow window) {
        window.open(at("/dang-nhap"));
        shop.logIn(window);
        return LiveWindow.open(window, at("/truc-tiep"));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + network.port() + path);
    }
}
