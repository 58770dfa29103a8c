package vn.phopay.web.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.qr.QrPayload;
import vn.phopay.safety.PhotoFiles;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** The pages on which pasted-over codes are reported, for owners and for anybody, in a real browser. */
class ReportPagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("report_pages").keepingInvariants();

    private static final String REPORT = "/bao-ma-gia";
    private static final String FOREIGN = QrPayload.to("970436", "7777777777").build().encode();

    private static SafetyCity city;
    private static PageBrowser browser;
    private static String desk;

    @BeforeAll
    static void open() {
        browser = PageBrowser.open();
        city = new SafetyCity(DB);
        desk = city.staff("desk", "REGISTRAR", "002");
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
                WindowLook.phone(language).withTextDoubled()));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void pagesShouldPassTheAudit(WindowLook look) {
        PortalShop shop = city.shop();
        PageWindow stranger = SafetyCity.known(browser.window(look), city).open(city.app.uri(REPORT));
        stranger.audit("report-public");
        stranger.page().locator("#place").fill("Phở Hoa, 12 Hàng Ngang");
        submit(stranger);
        stranger.audit("report-faults");
        PageWindow owner = city.open(shop, SafetyCity.known(browser.window(look), city), REPORT);
        owner.audit("report-owner");
        owner.page().locator("#note").fill("thấy lúc mở cửa");
        owner.page().locator("#photo").setInputFiles(photo());
        submit(owner);
        owner.audit("report-thanks");
        owner.open(city.app.uri(REPORT)).audit("report-own");
    }

    @Test
    void passerByShouldReportWithoutScriptsAndWithoutAccount() {
        PageWindow window = browser.window(WindowLook.phone("vi").withoutJavaScript()).open(city.app.uri(REPORT));
        Page page = window.page();
        submit(window);
        assertTrue(window.text("#faults").contains("2"), window.text("#faults"));
        page.locator("#district").selectOption("002");
        page.locator("#place").fill("Bún chả Đắc Kim, 1 Hàng Mành");
        page.locator("#contact").fill("0912 345 678");
        submit(window);
        assertTrue(window.text("#photo-error").contains("Hãy gửi ảnh"), window.text("#photo-error"));
        assertEquals("Bún chả Đắc Kim, 1 Hàng Mành", page.locator("#place").inputValue(), "what was typed is kept");
        assertEquals("002", page.locator("#district").inputValue());
        page.locator("#photo").setInputFiles(photo());
        submit(window);
        long number = Long.parseLong(window.text("#number"));
        JsonObject told = reportOf(number);
        assertEquals("PUBLIC 0912 345 678 Bún chả Đắc Kim, 1 Hàng Mành", told.getString("reporter") + ' '
                + told.getString("contact") + ' ' + told.getString("place"));
        assertTrue(told.getString("photo").endsWith("/photos/1"));
        assertFalse(page.context().cookies().stream().anyMatch(cookie -> !cookie.name.equals("phopay_lang")),
                "no cookie is set");
    }

    @Test
    void photoThatIsNoneOrTooLargeShouldBeToldBesideTheField() {
        PageWindow window = city.open(city.shop(), browser.window(WindowLook.phone("vi").withoutJavaScript()), REPORT);
        window.page().locator("#note").fill("mã lạ");
        window.page().locator("#photo").setInputFiles(SafetyCity.file(
                "a.jpg", "image/jpeg", io.vertx.core.buffer.Buffer.buffer("<script>1</script>")));
        submit(window);
        assertTrue(window.text("#photo-error").contains("JPEG"), window.text("#photo-error"));
        window.page().locator("#photo").setInputFiles(
                new FilePayload("b.jpg", "image/jpeg", new byte[5 * 1024 * 1024 + 1]));
        submit(window);
        assertEquals("Ảnh lớn quá. Tối đa 5 MB.", window.text("#photo-error"));
        assertEquals("mã lạ", window.page().locator("#note").inputValue());
    }

    @Test
    void photoShouldBeMadeSmallBeforeItIsSent() {
        PageWindow window = city.open(city.shop(), browser.phone("vi"), REPORT);
        window.page().locator("#photo").setInputFiles(SafetyCity.file(
                "IMG.jpg", "image/jpeg", PhotoFiles.fromPhone(4000, 3000, 6)));
        window.waitFor("!document.getElementById('preview').hidden");
        assertEquals("Ảnh đã sẵn sàng.", window.text("#photo-says"));
        window.expect("1200x1600",
                "createImageBitmap(document.getElementById('photo').files[0]).then((b) => `${b.width}x${b.height}`)");
        window.expect(false, "document.getElementById('photo').files[0].text().then((t) => t.includes('GPS'))");
        submit(window);
        assertTrue(window.text("main").contains("Đã nhận"));
    }

    @Test
    void alarmShouldBeReportedByOneTapAndAPhotoBeAdded() {
        PortalShop shop = city.shop();
        PageWindow window = city.open(shop, browser.phone("vi"), "/kiem-tra-sang");
        alarm(window);
        window.page().waitForNavigation(() -> window.page().locator("text=Báo ngay cho thành phố").click());
        long number = Long.parseLong(window.text("#number"));
        assertEquals(FOREIGN, reportOf(number).getString("payload"));
        window.page().waitForNavigation(() -> window.page().locator("text=Gửi thêm ảnh").click());
        window.page().locator("#photo").setInputFiles(photo());
        submit(window);
        long second = Long.parseLong(window.text("#number"));
        assertEquals(caseOf(number), caseOf(second), "evidence of the same case");
        window.open(city.app.uri(REPORT));
        assertThat(window.page().locator(".list > li")).hasCount(2);
    }

    @Test
    void whatAPassersByScanReadShouldGoWithTheReport() {
        PageWindow window = browser.phone("vi").open(city.app.uri(REPORT + "?ma=" + FOREIGN.replace(" ", "%20")));
        assertTrue(window.text(".notice").contains("được gửi kèm"), window.text("main"));
        window.page().locator("#district").selectOption("002");
        window.page().locator("#place").fill("Chè Bốn Mùa");
        submit(window);
        assertEquals(FOREIGN, reportOf(Long.parseLong(window.text("#number"))).getString("payload"));
    }

    @Test
    void aDoubleTapShouldBeOneReport() {
        PortalShop shop = city.shop();
        PageWindow window = city.open(shop, browser.window(WindowLook.phone("vi").withoutJavaScript()), REPORT);
        window.page().locator("#note").fill("mã lạ");
        window.page().locator("#report button[type=submit]").dblclick();
        window.page().waitForURL("**/bao-ma-gia/rpt_*");
        window.page().navigate(city.app.uri(REPORT).toString());
        assertThat(window.page().locator(".list > li")).hasCount(1);
    }

    @Test
    void ownerShouldSeeWhatBecomesOfHerReportAndNobodyElse() {
        PortalShop shop = city.shop();
        PageWindow window = city.open(shop, browser.phone("vi"), REPORT);
        window.page().locator("#note").fill("mã lạ");
        submit(window);
        String address = window.page().url();
        String caseId = caseOf(Long.parseLong(window.text("#number")));
        assertEquals("Đã nhận", window.text("#state"));
        city.app.as(desk, "POST", "/api/v1/cases/" + caseId + "/acknowledge", new JsonObject());
        window.page().reload();
        assertEquals("Đang xử lý", window.text("#state"));
        city.app.as(desk, "POST", "/api/v1/cases/" + caseId + "/resolve",
                new JsonObject().put("action", "CONFIRM").put("note", "Công an đã thu mã giả."));
        window.page().reload();
        assertEquals("Đã xác nhận", window.text("#state"));
        assertTrue(window.text("main").contains("Công an đã thu mã giả."));
        window.open(city.app.uri(REPORT));
        assertTrue(window.text(".list").contains("Đã xác nhận") && window.text(".list").contains("Công an đã thu"));
        PageWindow other = browser.phone("vi");
        city.open(city.shop(), other, REPORT);
        assertEquals(404, other.page().navigate(address).status());
        PageWindow nobody = browser.phone("vi").open(city.app.uri(REPORT));
        assertEquals(404, nobody.page().navigate(address).status());
    }

    @Test
    void everythingShouldBeReachedByKeyboard() {
        PageWindow window = browser.desktop("vi").open(city.app.uri(REPORT));
        List<String> names = window.keyboard().tabThrough(40).stream().map(focused -> focused.name()).toList();
        assertTrue(names.contains("Gửi báo cáo"), names.toString());
        window.open(city.app.uri(REPORT));
        window.keyboard().tabTo("Quận, huyện", 20);
        window.keyboard().press("ArrowDown");
        window.keyboard().press("ArrowDown");
        assertEquals("002", window.page().locator("#district").inputValue());
        window.keyboard().tab();
        window.page().keyboard().insertText("Xôi Yến, 35B Nguyễn Hữu Huân");
        window.keyboard().tabTo("Bạn thấy gì? (không bắt buộc)", 5);
        window.page().keyboard().insertText("mã dán đè");
        window.keyboard().tabTo("Gửi báo cáo", 10);
        window.keyboard().press("Enter");
        window.waitFor("document.getElementById('number')");
        assertEquals("mã dán đè", reportOf(Long.parseLong(window.text("#number"))).getString("note"));
    }

    private static void alarm(PageWindow window) {
        window.page().locator("#payload").fill(FOREIGN);
        window.page().waitForNavigation(() -> window.page().locator("#check button[type=submit]").click());
    }

    private static FilePayload photo() {
        return SafetyCity.file("photo.jpg", "image/jpeg", PhotoFiles.fromPhone(400, 300, 6));
    }

    private static void submit(PageWindow window) {
        Page page = window.page();
        page.waitForNavigation(() -> page.locator("#report button[type=submit]").click());
    }

    private static String caseOf(long number) {
        return city.cases(desk).stream().map(item -> item.getString("id"))
                .filter(id -> reports(id).anyMatch(report -> report.getLong("number") == number))
                .findFirst().orElseThrow();
    }

    private static JsonObject reportOf(long number) {
        return reports(caseOf(number)).filter(report -> report.getLong("number") == number).findFirst().orElseThrow();
    }

    private static Stream<JsonObject> reports(String caseId) {
        return city.app.as(desk, "GET", "/api/v1/cases/" + caseId, null).getJsonArray("reports").stream()
                .map(JsonObject.class::cast);
    }
}
