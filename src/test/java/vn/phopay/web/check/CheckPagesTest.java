package vn.phopay.web.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.qr.QrPayload;
import vn.phopay.testing.CameraFeed;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** The pages of the morning check in a real browser, by picture and by text; the camera has a test of its own. */
class CheckPagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("check_pages").keepingInvariants();

    private static final String CHECK = "/kiem-tra-sang";
    private static final String FOREIGN = QrPayload.to("970436", "6666666666").build().encode();

    private static SafetyCity city;
    private static PageBrowser browser;

    @BeforeAll
    static void open() {
        browser = PageBrowser.open();
        city = new SafetyCity(DB);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            city.close();
        }
    }

    static Stream<WindowLook> looks() {
        return Stream.of("vi", "en").flatMap(language -> Stream.of(
                WindowLook.phone(language), WindowLook.desktop(language),
                WindowLook.phone(language).withTextDoubled(), WindowLook.desktop(language).withReducedMotion()));
    }

    /** Every page and every verdict, held against the rules of the harness. */
    @ParameterizedTest
    @MethodSource("looks")
    void pagesShouldPassTheAudit(WindowLook look) {
        PortalShop shop = city.shop();
        PortalShop other = city.shop();
        PageWindow window = city.open(shop, SafetyCity.known(browser.window(look), city), CHECK);
        window.audit("check-due");
        verdict(window, shop.code().getString("payload"), "GOOD");
        window.audit("check-green");
        window.open(city.app.uri(CHECK)).audit("check-done");
        verdict(window, other.code().getString("payload"), "DANGER");
        window.audit("check-alarm");
        verdict(window, QrPayload.to("970422", shop.accountNumber()).build().encode(), "UNSURE");
        window.audit("check-unsure");
        city.app.as(shop.token(), "POST", "/api/v1/qr-codes/" + shop.code().getString("id") + "/revoke",
                new io.vertx.core.json.JsonObject().put("reason", "hỏng"));
        verdict(window, shop.code().getString("payload"), "RETIRED");
        window.audit("check-retired");
        window.open(city.app.uri(CHECK)).audit("check-nothing-to-do");
    }

    @Test
    void emptyFormShouldBeToldInWords() {
        PageWindow window = city.open(city.shop(), browser.phone("vi"), CHECK);
        window.page().locator("#check button[type=submit]").click();
        window.waitFor("document.querySelector('#faults')");
        assertTrue(window.text("#faults").contains("Hãy chọn ảnh chụp mã"), window.text("#faults"));
        window.expect("faults", "document.activeElement.id");
        window.audit("check-empty");
    }

    @Test
    void pictureShouldBeEnoughWithoutScripts() {
        PortalShop shop = city.shop();
        PageWindow window = city.open(shop, browser.window(WindowLook.phone("vi").withoutJavaScript()), CHECK);
        assertFalse(window.page().locator("#scan").isVisible());
        window.audit("check-no-scripts");
        window.page().locator("#picture").setInputFiles(SafetyCity.photo(shop.code().getString("payload")));
        submit(window);
        assertEquals("GOOD", tone(window));
        assertTrue(window.text(".facts").contains(PortalShop.NAME));
        assertTrue(window.text(".streak").startsWith("1"), window.text(".streak"));
        window.page().navigate(city.app.uri(CHECK).toString());
        window.page().locator("#picture").setInputFiles(SafetyCity.file(
                "table.jpg", "image/jpeg", "jpg", CameraFeed.emptyTable()));
        submit(window);
        assertEquals("UNSURE", tone(window));
        assertEquals("Chưa đọc được mã", window.text("h1"));
        window.page().navigate(city.app.uri(CHECK).toString());
        window.page().locator("#picture").setInputFiles(SafetyCity.file(
                "code.txt", "image/png", io.vertx.core.buffer.Buffer.buffer("no picture")));
        submit(window);
        assertTrue(window.text("#picture-error").contains("JPEG"), window.text("#picture-error"));
    }

    @Test
    void everythingShouldBeReachedByKeyboard() {
        PortalShop shop = city.shop();
        PageWindow window = city.open(shop, browser.desktop("vi"), CHECK);
        List<String> names = window.keyboard().tabThrough(40).stream().map(focused -> focused.name()).toList();
        assertTrue(names.stream().anyMatch(name -> name.equals("Quét mã của bạn")), names.toString());
        window.open(city.app.uri(CHECK));
        window.keyboard().tabTo("Hoặc dán chữ trong mã", 30);
        window.page().keyboard().insertText(FOREIGN);
        window.keyboard().tabTo("Kiểm tra", 5);
        window.keyboard().press("Enter");
        window.waitFor("document.querySelector('.verdict-DANGER')");
        List<String> alarm = window.keyboard().tabThrough(20).stream().map(focused -> focused.name()).toList();
        assertEquals(List.of("Tới nội dung chính", "Gọi 113", "Báo ngay cho thành phố", "Báo kèm ảnh", "Quét lại",
                "Về trang hôm nay"), alarm);
    }

    @Test
    void codesUnreadForADayShouldBeRemindedOf() {
        PortalShop shop = city.shop();
        PageWindow window = city.open(shop, browser.phone("vi"), CHECK);
        assertEquals("1", due(window));
        assertTrue(window.text(".list .badge").contains("Mã mới"), window.text(".list .badge"));
        verdict(window, shop.code().getString("payload"), "GOOD");
        assertEquals("0", due(window.open(city.app.uri(CHECK))));
        assertThat(window.page().locator(".tab-count")).hasCount(0);
        assertEquals(0, remindersOnFirstPage(window));
        city.clock.advance(Duration.ofDays(1));
        assertEquals("1", due(window.open(city.app.uri(CHECK))));
        assertTrue(window.text(".list .badge").contains("Chưa kiểm tra hôm nay"), window.text(".list .badge"));
        window.waitFor("document.querySelector('.tab-count')");
        assertEquals("1", window.text(".tab-count"));
        assertEquals(1, remindersOnFirstPage(window));
        assertTrue(window.text(".todo:has(a[href='/kiem-tra-sang'])").contains("Sáng nay chưa kiểm tra mã"));
        window.waitFor("document.querySelector('.tab-count')");
        verdict(window, shop.code().getString("payload"), "GOOD");
        assertTrue(window.text(".streak").startsWith("2"), window.text(".streak"));
        city.clock.advance(Duration.ofDays(3));
        window.open(city.app.uri(CHECK));
        assertEquals("3 ngày chưa kiểm tra", window.text(".list .badge"));
        // A missed day breaks the streak.
        assertThat(window.page().locator(".streak")).hasCount(0);
    }

    @Test
    void alarmShouldSoundOnceWhereTheBrowserLetsIt() {
        PageWindow window = city.open(city.shop(), browser.phone("vi"), CHECK);
        verdict(window, FOREIGN, "DANGER");
        window.waitFor("document.querySelector('.verdict').dataset.sounded === 'yes'");
        window.page().reload();
        window.settle();
        window.expect("", "document.querySelector('.verdict').dataset.sounded ?? ''");
    }

    @Test
    void anotherShopShouldNotSeeACheck() {
        PortalShop shop = city.shop();
        PageWindow window = city.open(shop, browser.phone("vi"), CHECK);
        verdict(window, FOREIGN, "DANGER");
        String address = window.page().url();
        PageWindow stranger = browser.phone("vi");
        city.open(city.shop(), stranger, CHECK);
        assertEquals(404, stranger.page().navigate(address).status());
        PageWindow nobody = browser.phone("vi").open(city.app.uri("/dang-nhap"));
        nobody.page().navigate(address);
        assertTrue(nobody.page().url().contains("/dang-nhap?tiep="), nobody.page().url());
    }

    private static int remindersOnFirstPage(PageWindow window) {
        return window.open(city.app.uri("/hom-nay")).page().locator(".todo a[href='/kiem-tra-sang']").count();
    }

    private static String due(PageWindow window) {
        return window.page().locator(".standing").getAttribute("data-due");
    }

    private static String tone(PageWindow window) {
        return window.page().locator(".verdict").getAttribute("data-tone");
    }

    private static void submit(PageWindow window) {
        Page page = window.page();
        page.waitForNavigation(() -> page.locator("#check button[type=submit]").click());
    }

    /** The owner pastes a payload; gives the verdict's page. */
    private static void verdict(PageWindow window, String payload, String tone) {
        window.open(city.app.uri(CHECK));
        window.page().locator("#payload").fill(payload);
        submit(window);
        assertThat(window.page().locator(".verdict")).hasCount(1);
        assertEquals(tone, tone(window));
    }
}
