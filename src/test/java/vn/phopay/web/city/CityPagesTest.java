package vn.phopay.web.city;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** The city's pages in a real browser. */
class CityPagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("city_pages");

    private static final String PASSWORD = "bun-cha-hang-manh";
    private static final String TREND = "/thanh-pho/xu-huong?chi-so=activeOutlets30&noi=district-002&noi=district-006"
            + "&noi=district-016&noi=city&ky=month";

    private static final MovableClock CLOCK = MovableClock.morning();
    private static final CityRows ROWS = new CityRows(DB.pool(), LocalDate.of(2026, 11, 23));
    private static TestApp app;
    private static PageBrowser browser;

    @BeforeAll
    static void open() {
        browser = PageBrowser.open();
        app = TestApp.start(DB, CLOCK, Map.of("PHOPAY_SESSION_HOURS", "168", "PHOPAY_FIGURE_INTERVAL_MS", "3600000"));
        Eventually.until(() -> app.send("GET", "/metrics", null).body(), CityPagesTest::figuresRest);
        ROWS.write();
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", "dongda").put("name", "Đống Đa")
                .put("role", "REGISTRAR").put("password", PASSWORD)
                .put("districtCodes", new JsonArray(List.of("006"))));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            app.close();
        }
    }

    static Stream<WindowLook> looks() {
        return Stream.of(WindowLook.phone("vi"), WindowLook.desktop("en"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pagesShouldPassTheAudit(WindowLook look) {
        PageWindow window = logIn(browser.window(look), "boss");
        window.open(app.uri("/thanh-pho")).audit("city-overview");
        window.open(app.uri("/thanh-pho/xep-hang")).audit("city-ranking");
        window.open(app.uri(TREND)).audit("city-trends");
        window.open(app.uri("/chi-so")).audit("city-metrics");
        window.open(app.uri("/chi-so/adoptionRate")).audit("city-metric");
    }

    @Test
    void trendShouldShowCampaignsAndBreaks() {
        ROWS.campaign("Tuần lễ không tiền mặt", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8));
        PageWindow window = logIn(browser.phone("vi"), "boss")
                .open(app.uri("/thanh-pho/xu-huong?ky=week&noi=district-002&tu=2026-08-03"));
        assertEquals("Tuần lễ không tiền mặt: 02/11/2026 – 08/11/2026", window.text(".chart-notes li"));
        assertThat(window.page().locator(".chart-narrow .c-band")).hasCount(1);
        window.audit("city-trends-campaign");
        window.open(app.uri("/thanh-pho/xu-huong?ky=month&noi=ward-00070-2025&tu=2025-01-01&den=2026-06-30"));
        assertEquals("Những nơi và kỳ này chưa có số của chỉ số này.", window.text(".notice"));
        window.open(app.uri("/thanh-pho/xu-huong?ky=month&noi=ward-00070-2025&noi=district-002&tu=2025-01-01"
                + "&den=2026-10-31"));
        assertTrue(window.text(".chart-notes li").startsWith("01/07/2025: Phường Hoàn Kiếm"),
                window.text(".chart-notes li"));
        assertThat(window.page().locator(".chart-narrow .c-break")).hasCount(1);
    }

    @Test
    void wallShouldPassTheAudit() {
        PortalShop shop = PortalShop.open(app, CLOCK);
        for (int minute = 0; minute < 12; minute++) {
            for (int payment = 0; payment <= minute * 7 % 5; payment++) {
                shop.payByCode(45_000);
            }
            CLOCK.advance(Duration.ofMinutes(1));
        }
        PageWindow window = logIn(browser.wall(), "boss");
        window.open(app.uri("/man-hinh")).audit("city-wall");
        assertTrue(window.evaluate("document.querySelector('#pulse-wall-d').textContent").toString()
                .startsWith("34 lượt trong 20 phút"));
    }

    @Test
    void numbersShouldChangeWithoutReload() {
        PageWindow window = logIn(browser.desktop("vi"), "boss").open(app.uri("/thanh-pho"));
        assertEquals("21.400", window.text("[data-number=lead]"));
        window.evaluate("window.stays = 'here'");
        ROWS.change("activeOutlets30", 21_457, 2);
        window.waitFor("document.querySelector('[data-number=lead]').textContent === '21.457'");
        window.expect("here", "window.stays");
        assertEquals("Số liệu vừa được cập nhật.", window.text("#live-said"));
        PageWindow wall = logIn(browser.wall(), "boss").open(app.uri("/man-hinh"));
        assertEquals("21.457", wall.text("[data-number=lead]"));
        ROWS.change("activeOutlets30", 21_460, 3);
        wall.waitFor("document.querySelector('[data-number=lead]').textContent === '21.460'");
    }

    @Test
    void lostConnectionShouldBeToldAndEnd() {
        PageWindow window = logIn(browser.wall(), "boss").open(app.uri("/man-hinh"));
        window.waitFor("document.documentElement.dataset.live === 'city.live'");
        window.page().context().setOffline(true);
        window.waitFor("document.documentElement.dataset.live === 'city.lost'");
        assertTrue(window.text("#live-state").contains("Số đang hiện là số cũ"), window.text("#live-state"));
        window.screenshot("city-wall-lost");
        window.page().context().setOffline(false);
        window.waitFor("document.documentElement.dataset.live === 'city.live'");
    }

    @Test
    void staffOfOneDistrictShouldSeeDistrictsButOnlyTheirOwnStreets() {
        PageWindow window = logIn(browser.desktop("vi"), "dongda").open(app.uri("/thanh-pho"));
        assertTrue(window.text(".city-attention").contains("Sóc Sơn"), window.text(".city-attention"));
        assertFalse(window.text(".city-attention").contains("Hàng Ngang"), window.text(".city-attention"));
        assertEquals(200, window.page().navigate(app.uri("/thanh-pho/xu-huong?noi=district-002").toString()).status());
        assertEquals(404, window.page().navigate(
                app.uri("/thanh-pho/xu-huong?noi=street-hang-ngang").toString()).status());
        assertEquals(404, window.page().context().request().get(
                app.uri("/thanh-pho/xu-huong.csv?noi=street-hang-ngang").toString()).status());
    }

    @Test
    void strangersShouldReadDefinitionsOnly() {
        PageWindow window = browser.phone("vi").open(app.uri("/chi-so/activeOutlets30"));
        assertTrue(window.text("h1").startsWith("Điểm bán"), window.text("h1"));
        window.page().navigate(app.uri("/thanh-pho").toString());
        assertTrue(window.page().url().contains("/dang-nhap?tiep="), window.page().url());
    }

    @Test
    void wrongDaysShouldComeBackAsTyped() {
        PageWindow window = logIn(browser.phone("vi"), "boss");
        int status = window.page().navigate(
                app.uri("/thanh-pho/xu-huong?tu=2026-11-30&den=2026-11-01").toString()).status();
        assertEquals(422, status);
        assertEquals("2026-11-30", window.page().locator("#tu").inputValue());
        assertTrue(window.text("#faults").contains("ngày đầu phải trước ngày cuối"), window.text("#faults"));
    }

    /** The first computation of figures is over, and the next one is an hour away: figures are what is written here. */
    private static boolean figuresRest(String metrics) {
        return metrics.lines().anyMatch(line -> line.startsWith("phopay_figures_run_seconds")
                && !line.endsWith(" 0.0"));
    }

    private static PageWindow logIn(PageWindow window, String login) {
        APIResponse answer = window.page().context().request().post(
                app.uri("/api/v1/sessions").toString(),
                RequestOptions.create().setData(Map.of("login", login, "password", PASSWORD)));
        assertEquals(201, answer.status(), answer::text);
        return window;
    }
}
