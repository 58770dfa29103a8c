package vn.phopay.web.register;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;
import static vn.phopay.web.register.RegisterSteps.fillShop;
import static vn.phopay.web.register.RegisterSteps.next;
import static vn.phopay.web.register.RegisterSteps.pick;
import static vn.phopay.web.register.RegisterSteps.register;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageKeys;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;
import vn.phopay.web.register.Visitor.Shop;

/**
 * An owner registers her shop in a real browser: on a phone, on a desk, without scripts, by keyboard, with large
 * text.
 */
class RegisterJourneyTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("register_journey").keepingInvariants();

    private static TestApp app;
    private static PageBrowser browser;

    private final Shop shop = Shop.next();

    @BeforeAll
    static void start() {
        browser = PageBrowser.open();
        app = TestApp.start(DB, MovableClock.morning(), Map.of());
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            app.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"true,vi", "false,en"})
    void ownerShouldRegisterByTypingAndChoosing(boolean phone, String language) {
        PageWindow window = phone ? browser.phone(language) : browser.desktop(language);
        Page page = window.open(app.uri("/dang-ky")).page();
        window.audit("register-0-start");
        page.locator("a[href='/dang-ky/1']").click();
        fillShop(page, shop);
        window.audit("register-1-shop");
        next(page);

        pick(page, "street", "hang ngan", "Hàng Ngang");
        page.fill("#houseNumber", "12");
        window.audit("register-2-place");
        next(page);

        pick(page, "bank", "ngoai thuong", "Vietcombank – Ngân hàng Ngoại thương Việt Nam");
        page.fill("#accountNumber", shop.get("accountNumber"));
        page.locator("#accountNumber").blur();
        assertThat(page.locator("#account-end")).containsText(shop.get("accountNumber").substring(7));
        assertThat(page.locator("#accountName")).hasValue("NGUYEN THI HOA");
        window.audit("register-3-account");
        next(page);

        page.fill("#phone", shop.get("phone"));
        page.fill("#password", Visitor.PASSWORD);
        page.check("#consentTerms");
        page.check("#consentData");
        assertThat(page.locator(".summary")).containsText("12 Hàng Ngang");
        assertThat(page.locator(".summary")).containsText("Vietcombank");
        window.audit("register-4-login");
        next(page);

        page.waitForURL("**/dang-ky/xong");
        assertThat(page.locator("h1")).containsText(shop.get("displayName"));
        assertThat(page.locator(".path-step.now")).containsText(language.equals("vi") ? "Thành phố duyệt" : "The city");
        window.audit("register-5-path");
        assertEquals(1, merchants());
    }

    @Test
    void ownerShouldRegisterWithoutScripts() {
        PageWindow window = browser.window(WindowLook.phone("vi").withoutJavaScript());
        Page page = window.open(app.uri("/dang-ky/1")).page();
        fillShop(page, shop);
        window.audit("register-1-shop");
        next(page);
        page.selectOption("#street", "hang-ngang");
        page.fill("#houseNumber", "12");
        window.audit("register-2-place");
        next(page);
        page.selectOption("#bank", "970436");
        page.fill("#accountNumber", shop.get("accountNumber"));
        window.audit("register-3-account");
        next(page);
        page.fill("#phone", shop.get("phone"));
        page.fill("#password", Visitor.PASSWORD);
        page.check("#consentTerms");
        page.check("#consentData");
        window.audit("register-4-login");
        next(page);

        page.waitForURL("**/dang-ky/xong");
        window.audit("register-5-path");
        assertEquals(1, merchants());
    }

    @Test
    void ownerShouldGoOnWhereSheLeftAfterClosingTheBrowser() {
        PageWindow first = browser.phone("vi");
        Page page = first.open(app.uri("/dang-ky/1")).page();
        fillShop(page, shop);
        next(page);
        pick(page, "street", "ta hien", "Tạ Hiện");
        page.fill("#houseNumber", "5");
        next(page);
        List<Cookie> kept = page.context().cookies().stream().filter(cookie -> cookie.expires > 0).toList();
        page.context().close();

        PageWindow second = browser.phone("vi");
        second.page().context().addCookies(kept);
        Page later = second.open(app.uri("/dang-ky")).page();
        assertThat(later.locator("main")).containsText(shop.get("displayName"));
        second.audit("register-resume");
        later.locator("a[href='/dang-ky/3']").click();
        later.locator("button[name=di]").click();
        assertThat(later.locator("#street")).hasValue("Tạ Hiện");
        assertThat(later.locator("#houseNumber")).hasValue("5");
    }

    @ParameterizedTest
    @CsvSource({"true,vi", "false,en"})
    void faultsShouldBeToldBesideTheirFieldsWithWhatWasTyped(boolean phone, String language) {
        PageWindow window = phone ? browser.phone(language) : browser.desktop(language);
        Page page = window.open(app.uri("/dang-ky/1")).page();
        page.fill("#displayName", shop.get("displayName"));
        page.fill("#taxCode", "0100047517");
        next(page);
        assertThat(page.locator("#faults")).isFocused();
        assertThat(page.locator("#faults li")).hasCount(3);
        assertThat(page.locator("#displayName")).hasValue(shop.get("displayName"));
        assertThat(page.locator("#taxCode")).hasValue("0100047517");
        window.audit("register-1-faults");
        page.locator("#faults a[href='#taxCode']").click();
        assertThat(page.locator("#taxCode")).isFocused();

        fillShop(page, shop);
        next(page);
        page.fill("#houseNumber", "12");
        next(page);
        assertThat(page.locator("#faults li")).hasCount(1);
        window.audit("register-2-faults");
        page.locator("#faults a").click();
        assertThat(page.locator("#street")).isFocused();
        pick(page, "street", "hang dao", "Hàng Đào");
        next(page);
        page.fill("#accountNumber", "0123-4567");
        next(page);
        assertThat(page.locator("#faults li")).hasCount(2);
        window.audit("register-3-faults");
        pick(page, "bank", "vcb", "Vietcombank – Ngân hàng Ngoại thương Việt Nam");
        page.fill("#accountNumber", shop.get("accountNumber"));
        next(page);
        page.fill("#phone", "091");
        page.fill("#password", "ngan");
        next(page);
        assertThat(page.locator("#faults li")).hasCount(4);
        assertThat(page.locator("#phone")).hasValue("091");
        assertThat(page.locator("#password")).hasValue("");
        window.audit("register-4-faults");
        assertEquals(0, merchants());
    }

    @Test
    void takenTaxCodeShouldLeadToTheLogInAndBackToItsScreen() {
        Visitor first = new Visitor(app);
        first.answer("/dang-ky", shop, 3);
        assertEquals(303, first.post("/dang-ky/gui", shop.screen(4)).statusCode());
        PageWindow window = browser.phone("vi");
        Shop like = Shop.next().with("taxCode", shop.get("taxCode"));
        Page page = window.open(app.uri("/dang-ky/1")).page();
        register(page, like);
        next(page);

        assertThat(page.locator("#faults")).containsText("Mã số thuế này đã đăng ký trên phopay");
        assertThat(page.locator("#faults .button")).hasAttribute("href", "/dang-nhap");
        window.audit("register-4-taken");
        page.locator("#faults li a").click();
        assertThat(page.locator("#taxCode")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#taxCode")).hasValue(shop.get("taxCode"));
        window.audit("register-1-taken");
    }

    @Test
    void doubleTapShouldRegisterOnce() {
        PageWindow window = browser.phone("vi");
        Page page = window.open(app.uri("/dang-ky/1")).page();
        register(page, shop);

        page.locator(".steps .button:not(.quiet)").dblclick();

        page.waitForURL("**/dang-ky/xong");
        assertEquals(1, merchants());
    }

    @Test
    void searchShouldForgetMarksAndPutBeginningsFirst() {
        Visitor visitor = new Visitor(app);
        visitor.answer("/dang-ky", shop, 2);
        PageWindow window = window(browser.phone("vi"), visitor);
        Page page = window.open(app.uri("/dang-ky/2")).page();

        assertEquals(List.of("Hàng Đường"), found(page, "street", "duong"));
        assertEquals(List.of("Hàng Đường"), found(page, "street", "HÀNG ĐƯỜNG"));
        assertEquals("Hàng Đào", found(page, "street", "hang d").getFirst());
        List<String> beginWithLe = found(page, "street", "le");
        assertTrue(beginWithLe.getFirst().startsWith("Lê"), beginWithLe.toString());
        assertTrue(found(page, "street", "son tay").contains("Phó Đức Chính"), "found by its district");
        window.open(app.uri("/dang-ky/3"));
        assertEquals("Vietcombank", found(page, "bank", "vcb").getFirst().split(" – ")[0]);
        assertEquals("Agribank", found(page, "bank", "nong nghiep").getFirst().split(" – ")[0]);
        assertEquals("MBBank", found(page, "bank", "mb").getFirst().split(" – ")[0]);
        assertEquals(List.of(), found(page, "bank", "khong co ngan hang nay"));
        assertEquals(List.of(), window.complaints());
    }

    @Test
    void streetThatIsNotInTheListShouldBecomeAnAddress() {
        PageWindow window = browser.phone("vi");
        Page page = window.open(app.uri("/dang-ky/1")).page();
        fillShop(page, shop);
        next(page);
        page.fill("#houseNumber", "25");
        page.locator("input#street").click();
        page.locator("input#street").pressSequentially("Thụy Khuê");
        page.getByRole(AriaRole.OPTION).last().click();

        assertThat(page.locator("#address")).hasValue("25 Thụy Khuê");
        assertThat(page.locator("#area")).isFocused();
        page.locator("#area").pressSequentially("tay ho");
        window.screenshot("register-2-in-words-list");
        page.getByRole(AriaRole.OPTION).first().click();
        window.audit("register-2-in-words");
        next(page);
        page.waitForURL("**/dang-ky/3");
    }

    @Test
    void ownerShouldRegisterByKeyboardAlone() {
        PageWindow window = browser.desktop("vi");
        Page page = window.open(app.uri("/dang-ky/1")).page();
        PageKeys keys = window.keyboard();
        keys.tabTo("Tên cửa hàng", 12);
        page.keyboard().type(shop.get("displayName"));
        keys.tabTo("Bán gì", 2);
        keys.press("ArrowDown");
        keys.tabTo("Tên hộ kinh doanh hoặc công ty", 2);
        page.keyboard().type(shop.get("legalName"));
        keys.tabTo("Mã số thuế hoặc số căn cước", 2);
        page.keyboard().type(shop.get("taxCode"));
        keys.press("Enter");
        page.waitForURL("**/dang-ky/2");
        keys.tabTo("Phố", 12);
        page.keyboard().type("hang buom");
        keys.press("Enter");
        keys.tabTo("Số nhà", 2);
        page.keyboard().type("7");
        keys.press("Enter");
        page.waitForURL("**/dang-ky/3");
        keys.tabTo("Ngân hàng hoặc ví", 12);
        page.keyboard().type("tech");
        keys.press("ArrowDown");
        keys.press("ArrowUp");
        keys.press("Enter");
        keys.tabTo("Số tài khoản", 2);
        page.keyboard().type(shop.get("accountNumber"));
        keys.press("Enter");
        page.waitForURL("**/dang-ky/4");
        keys.tabTo("Số điện thoại của bạn", 12);
        page.keyboard().type(shop.get("phone"));
        keys.tabTo("Mật khẩu", 2);
        page.keyboard().type(Visitor.PASSWORD);
        keys.tabTo("Hiện mật khẩu", 1);
        keys.press("Space");
        assertThat(page.locator("#password")).hasAttribute("type", "text");
        assertThat(page.locator("#password")).isFocused();
        keys.tabTo("Quy định tham gia phopay", 3);
        keys.press("Space");
        keys.tabTo("Cho phép xử lý dữ liệu cá nhân", 3);
        keys.press("Space");
        keys.tabTo("Gửi đăng ký", 12);
        keys.press("Enter");

        page.waitForURL("**/dang-ky/xong");
        assertThat(page.locator("h1")).hasText("Cửa hàng " + shop.get("displayName"));
        assertEquals(1, merchants());
    }

    @Test
    void keyboardShouldBeLostOnNoScreen() {
        Visitor visitor = new Visitor(app);
        visitor.answer("/dang-ky", shop, 3);
        PageWindow window = window(browser.phone("vi"), visitor);
        for (String path : List.of("/dang-ky", "/dang-ky/1", "/dang-ky/2", "/dang-ky/3", "/dang-ky/4")) {
            window.open(app.uri(path));
            assertTrue(window.keyboard().tabThrough(60).size() > 4, path);
        }
    }

    @Test
    void screensShouldHoldLargeText() {
        Visitor visitor = new Visitor(app);
        visitor.answer("/dang-ky", shop, 3);
        PageWindow window = window(browser.window(WindowLook.phone("vi").withTextDoubled()), visitor);
        for (String path : List.of("/dang-ky", "/dang-ky/1", "/dang-ky/2", "/dang-ky/3", "/dang-ky/4",
                "/dang-ky/lam-tiep", "/dat-mat-khau")) {
            window.open(app.uri(path));
            window.audit("register-large" + path.replace('/', '-'));
        }
    }

    @Test
    void screensShouldHoldForWhoeverAskedForLessMotion() {
        Visitor visitor = new Visitor(app);
        visitor.answer("/dang-ky", shop, 3);
        PageWindow window = window(browser.window(WindowLook.phone("vi").withReducedMotion()), visitor);
        for (String path : List.of("/dang-ky/2", "/dang-ky/4")) {
            window.open(app.uri(path));
            window.audit("register" + path.replace('/', '-'));
        }
    }

    @ParameterizedTest
    @CsvSource({"true,vi", "false,en"})
    void registrationShouldMoveToAnotherPhone(boolean phone, String language) {
        Visitor visitor = new Visitor(app);
        visitor.answer("/dang-ky", shop, 2);
        PageWindow window = window(phone ? browser.phone(language) : browser.desktop(language), visitor);
        Page page = window.open(app.uri("/dang-ky/3")).page();
        page.locator("form[action='/dang-ky/chuyen-may'] button").click();
        String code = page.locator(".secret").textContent().strip();
        window.audit("register-move");

        PageWindow other = phone ? browser.phone(language) : browser.desktop(language);
        Page there = other.open(app.uri("/dang-ky/lam-tiep")).page();
        there.fill("#ma", "AAAA-AAAA");
        there.locator("main .button").click();
        assertThat(there.locator("#faults")).isVisible();
        other.audit("register-claim");
        there.fill("#ma", code);
        there.locator("main .button").click();
        assertThat(there.locator("main")).containsText(shop.get("displayName"));
        other.audit("register-moved");
    }

    private static PageWindow window(PageWindow window, Visitor visitor) {
        window.open(app.uri("/dang-ky"));
        window.page().context().addCookies(List.of(new Cookie(DraftCookie.NAME, visitor.cookie(DraftCookie.NAME))
                .setUrl(app.uri("/dang-ky").toString())));
        return window;
    }

    private static List<String> found(Page page, String field, String typed) {
        page.fill("input#" + field, typed);
        return page.locator("#" + field + "-list > li").evaluateAll(
                "items => items.map((item) => item.firstChild.textContent)") instanceof List<?> names
                ? names.stream().map(String::valueOf).filter(name -> !name.startsWith("Không có")).toList()
                : List.of();
    }

    private int merchants() {
        return await(DB.pool().preparedQuery("SELECT count(*)::int FROM merchant WHERE display_name = $1")
                .execute(Tuple.of(shop.get("displayName")))).iterator().next().getInteger(0);
    }
}
