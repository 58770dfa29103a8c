package vn.phopay.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;
import vn.phopay.web.desk.DeskCity.Staff;

/** The desks in a real browser: on a phone in a street, and on a desk. */
class DeskBrowserTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("desk_browser").keepingInvariants();

    private static DeskCity city;
    private static PageBrowser browser;
    private static Staff admin;
    private static String shop;
    private static String wrongAccount;
    private static String report;
    private static String deletion;

    @BeforeAll
    static void open() {
        browser = PageBrowser.open();
        city = new DeskCity(DB);
        admin = city.staff("ADMIN");
        city.staff("REGISTRAR", "002", "001");
        PortalShop portal = PortalShop.open(city.app, city.clock);
        deletion = city.deletionOf(city.approved("Nón Lá Cô Tư"));
        report = city.reportByOwner(portal);
        city.reportByPublic("002", "Quán nước đầu ngõ Gia Ngư, có biển xanh");
        city.pay("5551234", 125_000, "CK tra tien com trua");
        wrongAccount = city.caseOf(city.pay(portal.accountNumber().replace('4', '9'), 80_000,
                portal.reference() + " CT tu 0987"));
        JsonArray door = new JsonArray().add(new JsonObject()
                .put("name", "Bún Chả Đắc Kim").put("address", "1 Hàng Mành")
                .put("districtCode", "002").put("streetId", "hang-ngang"));
        city.shop("Bún Chả Đắc Kim Cơ Sở Hai Phố Hàng Mành", new JsonObject().put("outlets", door));
        shop = city.shop("Bún Chả Đắc Kim", new JsonObject().put("outlets", door).put("account", new JsonObject()
                .put("bankBin", "970436").put("accountNumber", "1122334455").put("accountName", "LE VAN AN")));
        city.clock.advance(Duration.ofHours(53));
        city.shop("Xôi Yến");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            city.close();
        }
    }

    static Stream<WindowLook> looks() {
        return Stream.of(WindowLook.phone("vi"), WindowLook.desktop("en"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void desksShouldPassTheAudit(WindowLook look) {
        PageWindow window = city.open(browser.window(look), admin, "/duyet");
        window.audit("desk-approve-list");
        window.open(city.app.uri("/duyet/" + shop)).audit("desk-approve-shop");
        window.open(city.app.uri("/vu-viec")).audit("desk-cases");
        window.open(city.app.uri("/vu-viec/" + wrongAccount + "?tim=nem")).audit("desk-case");
        window.open(city.app.uri("/an-toan-ma")).audit("desk-safety");
        window.open(city.app.uri("/an-toan-ma/" + report)).audit("desk-safety-case");
        window.open(city.app.uri("/nhan-su")).audit("desk-staff");
        window.open(city.app.uri("/nhan-su/" + city.staff("ANALYST", "002").id())).audit("desk-staff-member");
        window.open(city.app.uri("/nhan-su/them")).audit("desk-staff-new");
        window.open(city.app.uri("/nhat-ky")).audit("desk-audit");
        window.open(city.app.uri("/yeu-cau-xoa")).audit("desk-deletions");
        window.open(city.app.uri("/yeu-cau-xoa/" + deletion)).audit("desk-deletion");
        window.open(city.app.uri("/doi-mat-khau")).audit("desk-own-password");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void faultsShouldPassTheAuditAndTakeTheFocus(WindowLook look) {
        PageWindow window = city.open(browser.window(look), admin, "/nhan-su/them");
        submit(window, ".desk-form button[type=submit]");
        window.expect("faults", "document.activeElement.id");
        window.audit("desk-staff-faults");
        window.open(city.app.uri("/duyet/" + shop));
        window.page().locator("main summary").first().click();
        submit(window, "main details[open] button[type=submit]");
        window.expect("faults", "document.activeElement.id");
        // The form stays open.
        assertThat(window.page().locator("main details[open]")).isVisible();
        window.audit("desk-approve-faults");
    }

    @ParameterizedTest
    @MethodSource("looks")
    void workShouldStandAtTheTopOfAPhoneAndBesideTheMenuOfADesk(WindowLook look) {
        PageWindow window = city.open(browser.window(look), admin, "/duyet");
        for (String path : List.of("/duyet", "/vu-viec", "/an-toan-ma", "/yeu-cau-xoa", "/nhan-su", "/nhat-ky")) {
            window.open(city.app.uri(path));
            assertTrue(number(window, "document.querySelector('h1').getBoundingClientRect().top") < 200, path);
            assertEquals(number(window, "document.querySelector('main').getBoundingClientRect().left"
                            + " + parseFloat(getComputedStyle(document.querySelector('main')).paddingLeft)"),
                    number(window, "document.querySelector('main > .desk').getBoundingClientRect().left"), 1, path);
            assertEquals(0, number(window, "[...document.querySelectorAll('nav .desk-link')]"
                    + ".filter(link => link.getBoundingClientRect().height > 60).length"), path);
        }
    }

    @Test
    void whatWasTypedShouldOutliveTheSession() {
        String typed = "đã gọi ngân hàng, chờ biên lai";
        PageWindow window = city.open(browser.phone("vi"), admin, "/vu-viec/" + wrongAccount);
        window.page().locator("#note").fill(typed);
        window.page().locator("input[name=action][value=REFUND]").check();
        city.rows("DELETE FROM session WHERE subject_id = (SELECT staff_id FROM staff WHERE login = $1) RETURNING role",
                admin.login());
        submit(window, "button[value=RESOLVE]");
        assertEquals("Đăng nhập", window.text("h1"));
        window.page().locator("#login").fill(admin.login());
        window.page().locator("#password").fill(DeskCity.PASSWORD);
        submit(window, "main button[type=submit]");

        assertTrue(window.page().url().endsWith("/vu-viec/" + wrongAccount), window.page().url());
        assertEquals(typed, window.page().locator("#note").inputValue());
        assertThat(window.page().locator("input[name=action][value=REFUND]")).isChecked();
        window.expect("note", "document.activeElement.id");
        window.open(city.app.uri("/vu-viec/" + wrongAccount));
        assertEquals("", window.page().locator("#note").inputValue(), "it comes back once");
    }

    @Test
    void noteShouldStayWhileAShopIsLookedFor() {
        PageWindow window = city.open(browser.desktop("vi"), admin, "/vu-viec/" + wrongAccount);
        window.page().locator("#note").fill("theo biên lai");
        window.page().locator("#tim").fill("bun cha");
        submit(window, "form[role=search] button");

        assertEquals("theo biên lai", window.page().locator("#note").inputValue());
        assertEquals("bun cha", window.page().locator("#tim").inputValue());
    }

    @Test
    void wallShouldTakeThePageAnewOnceADay() {
        PageWindow window = browser.window(WindowLook.desktop("vi"));
        window.page().clock().install();
        city.open(window, admin, "/man-hinh");
        window.evaluate("window.firstOne = true");
        window.page().clock().fastForward("23:00:00");
        window.waitFor("document.documentElement.dataset.live === 'city.live'");
        window.expect(true, "window.firstOne === true");

        window.page().clock().fastForward("02:00:00");
        window.page().waitForCondition(() -> Boolean.TRUE.equals(window.evaluate("window.firstOne === undefined")));
        assertEquals(200L, ((Number) window.evaluate("fetch('/man-hinh/song').then((r) => r.status)")).longValue());
    }

    @Test
    void paperShouldHoldTheWorkAlone() {
        PageWindow window = city.open(browser.desktop("vi"), admin, "/vu-viec/" + wrongAccount);
        window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertEquals(0, number(window, "[...document.querySelectorAll('nav, header.top, footer')]"
                + ".filter(part => part.offsetHeight > 0).length"));
        assertTrue(number(window, "document.querySelector('h1').getBoundingClientRect().left") < 60);
    }

    private static double number(PageWindow window, String expression) {
        return ((Number) window.evaluate(expression)).doubleValue();
    }

    @Test
    void severalShouldBeApprovedWithOneBoxFromAPhone() {
        city.shop("Chè Thập Cẩm");
        PageWindow window = city.open(browser.phone("vi"), admin, "/duyet?tim=che+thap");
        city.shop("Chè Thập Nhị");
        window.open(city.app.uri("/duyet?tim=che+thap"));
        window.page().locator("[data-tick-all]").check();
        assertEquals(2L, ((Number) window.evaluate("document.querySelectorAll('input[name=shop]:checked').length"))
                .longValue());
        submit(window, ".desk-bulk button");
        assertEquals("Đã duyệt 2 trên 2 cửa hàng", window.text("h1"));
        window.audit("desk-approve-results");
    }

    @Test
    void passwordOfSomebodyNewShouldBeShownOnce() {
        PageWindow window = city.open(browser.desktop("en"), admin, "/nhan-su/them");
        window.page().locator("#login").fill("minh.tran");
        window.page().locator("#name").fill("Trần Minh");
        window.page().locator("input[name=role][value=REGISTRAR]").check();
        window.page().locator("input[name=scope][value=SOME]").check();
        window.page().locator("input[name=district][value='002']").check();
        submit(window, ".desk-form button[type=submit]");
        assertTrue(window.text("#secret").matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}"), window.text("#secret"));
        window.audit("desk-staff-secret");
    }

    @Test
    void listShouldBeWalkedByKeys() {
        PageWindow window = city.open(browser.desktop("vi"), admin, "/vu-viec");
        window.page().locator(".desk-table tbody th a").first().focus();
        window.page().keyboard().press("j");
        assertEquals(1L, ((Number) window.evaluate("[...document.querySelectorAll('.desk-table tbody th a')]"
                + ".indexOf(document.activeElement)")).longValue());
        window.page().keyboard().press("k");
        assertEquals(0L, ((Number) window.evaluate("[...document.querySelectorAll('.desk-table tbody th a')]"
                + ".indexOf(document.activeElement)")).longValue());
    }

    private static void submit(PageWindow window, String button) {
        Page page = window.page();
        page.waitForNavigation(() -> page.locator(button).first().click());
    }
}
