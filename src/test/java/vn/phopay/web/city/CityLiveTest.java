package vn.phopay.web.city;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** A bank tells of a transfer, and the numbers on the open pages move: fold, figures, edition, page. */
class CityLiveTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("city_live").keepingInvariants();

    private static final MovableClock CLOCK = MovableClock.morning();
    private static TestApp app;
    private static PageBrowser browser;

    @BeforeAll
    static void open() {
        browser = PageBrowser.open();
        app = TestApp.start(DB, CLOCK, Map.of());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            app.close();
        }
    }

    @Test
    void paymentShouldMoveOverviewAndWallWithoutReload() {
        PortalShop shop = PortalShop.open(app, CLOCK);
        PageWindow overview = logIn(browser.desktop("vi")).open(app.uri("/thanh-pho"));
        PageWindow wall = logIn(browser.wall()).open(app.uri("/man-hinh"));
        overview.evaluate("window.stays = 'here'");
        wall.evaluate("window.stays = 'here'");
        shop.payByCode(45_000);
        overview.waitFor(number("lead", "1"));
        overview.waitFor(number("transactions", "1"));
        wall.waitFor(number("lead", "1"));
        shop.payByCode(55_000);
        overview.waitFor(number("transactions", "2"));
        wall.waitFor(number("transactions", "2"));
        assertEquals("100.000\u00a0₫", overview.text("[data-number=amount]"));
        overview.expect("here", "window.stays");
        wall.expect("here", "window.stays");
    }

    private static String number(String tile, String value) {
        return "document.querySelector('[data-number=" + tile + "]').textContent.trim() === '" + value + "'";
    }

    private static PageWindow logIn(PageWindow window) {
        window.page().context().request().post(app.uri("/api/v1/sessions").toString(),
                RequestOptions.create().setData(Map.of("login", "boss", "password", "bun-cha-hang-manh")));
        return window;
    }
}
