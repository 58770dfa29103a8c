package vn.phopay.web.programme;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/**
 * The programme's pages in a browser: every page on a phone and a desk, and the way from a lagging street to a
 * visit.
 */
class ProgrammeBrowserTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("programme_browser");

    private static ProgrammeTown town;
    private static PageBrowser browser;

    @BeforeAll
    static void start() {
        browser = PageBrowser.open();
        town = new ProgrammeTown(DB);
        town.listStreet(town.cookie("lan.hk"));
        town.waitForFold();
        String city = town.cookie("chi.city");
        town.run("INSERT INTO baseline (place_id, valid_from, premises, target_rate, source, recorded_at)"
                + " VALUES ('district-002', '2026-01-01', 200, 0.6, 'Khảo sát', now())",
                Tuple.tuple());
        town.post(city, "/thanh-pho/chien-dich", Map.of("ten-vi", "Phố đi bộ không tiền mặt", "ten-en",
                "Cashless walking streets", "noi", "city", "tu", "2026-10-01", "den", "2026-10-31"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            town.close();
        }
    }

    private static PageWindow open(PageWindow window, String login, String path) {
        town.logIn(window, login);
        return window.open(town.app.uri(path));
    }

    @ParameterizedTest
    @CsvSource({"district,/thanh-pho/quan/002", "ward,/thanh-pho/phuong/ward-00070-2025",
        "zone,/thanh-pho/khong-gian/hk-oldq", "street,/thanh-pho/pho/hang-ngang",
        "register,/thanh-pho/pho/hang-ngang/danh-ba", "walks,/thanh-pho/di-pho", "targets,/thanh-pho/chi-tieu",
        "target,/thanh-pho/chi-tieu/moi?noi=district-002", "campaigns,/thanh-pho/chien-dich",
        "campaign,/thanh-pho/chien-dich/moi", "funnel,/thanh-pho/pheu", "banks,/thanh-pho/ngan-hang",
        "quality,/thanh-pho/chat-luong"})
    void pageShouldWorkOnAPhoneAndOnADesk(String name, String path) {
        open(browser.phone("vi"), "chi.city", path).audit("programme-" + name);
        open(browser.desktop("en"), "chi.city", path + (path.contains("?") ? "&" : "?") + "lang=en")
                .audit("programme-" + name);
    }

    @Test
    void trendShouldShowWhatIsAimedAtAndGiveItsFile() {
        PageWindow phone = open(browser.phone("vi"), "chi.city", "/thanh-pho/quan/002");
        assertEquals("Chỉ tiêu 120 · 60% của 200 điểm kinh doanh", phone.text(".chart-goals li"));
        assertThat(phone.page().locator(".chart-narrow .c-target-text")).hasText("Chỉ tiêu 120");
        String file = town.get(town.cookie("chi.city"), phone.page().locator("#trend-title ~ figure a[download]")
                .getAttribute("href")).body();
        assertEquals("period,activeOutlets30 (count),activeOutlets30 target (count)", file.split("\r\n", 2)[0]);
        phone.page().locator(".chart-twin summary").first().click();
        phone.audit("programme-trend-target");
        String trend = "/thanh-pho/xu-huong?noi=district-002&chi-so=adoptionRate&ky=week";
        open(browser.desktop("en"), "chi.city", trend + "&lang=en")
                .audit("programme-trends-target");
    }

    @Test
    void laggingStreetShouldBeFoundWalkedAndWrittenDown() {
        PageWindow desk = open(browser.desktop("vi"), "minh.hk", "/thanh-pho/quan/002");
        Page page = desk.page();
        Locator lagging = page.locator("#street tbody tr").first();
        assertThat(lagging).containsText("Chậm nhất");
        lagging.getByRole(AriaRole.LINK).click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Hàng Ngang");
        assertThat(page.locator(".strip-table tbody tr").first()).containsText("Lụa Vạn Phúc");
        page.selectOption("#nguoi", new SelectOption().setLabel("Lan"));
        page.fill("#ghi-chu", "Đi buổi sáng, mang theo tờ hướng dẫn");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Giao danh sách")).click();
        assertThat(page.locator("[role=status]").first()).containsText("Đã giao danh sách đi phố");

        PageWindow phone = open(browser.phone("vi"), "lan.hk", "/thanh-pho/di-pho");
        Page walk = phone.page();
        walk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hàng Ngang")).click();
        assertThat(walk.locator(".stop h2")).hasText(new String[] {
            "9 Lụa Vạn Phúc", "31 Ô mai Tiến Thịnh", "12 Phở Hoa Hàng Ngang"});
        phone.audit("programme-walk");
        Locator silk = walk.locator(".stop").first();
        silk.getByLabel("Từ chối").check();
        silk.locator("form.visit button").click();
        assertThat(walk.locator(".stop").first()).containsText("Hãy ghi lý do từ chối");
        phone.audit("programme-walk-wrong");
        walk.locator(".stop").first().getByLabel("Lý do hoặc ghi chú (không ghi số điện thoại)").fill("Chờ hỏi con");
        walk.locator(".stop").first().locator("form.visit button").click();
        assertThat(walk.locator(".stop").first().locator(".badge")).hasText("Từ chối");
        Locator plums = walk.locator(".stop").nth(1);
        plums.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Đăng ký giúp cửa hàng này")).click();
        assertThat(walk.locator("#displayName")).hasValue("Ô mai Tiến Thịnh");
        assertThat(walk.locator("main")).isVisible();
        giveOn(phone);
        List<String> complaints = phone.complaints();
        assertEquals(List.of(), complaints);
    }

    private static void giveOn(PageWindow phone) {
        open(phone, "lan.hk", "/thanh-pho/di-pho");
        Page walk = phone.page();
        walk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hàng Ngang")).click();
        walk.getByText("Giao danh sách cho người khác").click();
        walk.locator("#giao-lai button").click();
        assertThat(walk.locator("#nguoi-error")).isVisible();
        phone.audit("programme-walk-handover-wrong");
        walk.selectOption("#nguoi", new SelectOption().setLabel("Nga"));
        walk.fill("#ly-do", "Nghỉ phép đến tuần sau");
        walk.locator("#giao-lai button").click();
        assertThat(walk.locator("[role=status]").first()).containsText("Đã giao danh sách cho người khác");
        assertThat(walk.locator("#handovers-title + ul")).containsText("từ Lan sang Nga");
        phone.audit("programme-walk-handed");
        PageWindow desk = open(browser.desktop("vi"), "nga.hk", "/thanh-pho/di-pho");
        desk.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hàng Ngang")).click();
        desk.page().getByText("Giao danh sách cho người khác").click();
        desk.audit("programme-walk-handover");
    }
}
