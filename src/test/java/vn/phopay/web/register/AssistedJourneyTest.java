package vn.phopay.web.register;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
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
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;
import vn.phopay.web.register.Visitor.Shop;

/** A helper with a tablet registers a shop in the shop; its owner scans his screen and chooses her password. */
class AssistedJourneyTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("assisted_journey").keepingInvariants();

    private static final MovableClock CLOCK = MovableClock.morning();
    private static final String HELPER = "lan.hoan-kiem";
    private static final String OWN_PASSWORD = "mot-hai-ba-bon";

    private static TestApp app;
    private static PageBrowser browser;

    private final Shop shop = Shop.next();

    @BeforeAll
    static void start() {
        browser = PageBrowser.open();
        app = TestApp.start(DB, CLOCK, Map.of("PHOPAY_SESSION_HOURS", "168"));
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", HELPER).put("name", "Lan")
                .put("role", "REGISTRAR").put("districtCodes", new JsonArray().add("002"))
                .put("password", Visitor.PASSWORD));
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
    void helperShouldRegisterAndTheOwnerChooseHerPassword(boolean phone, String language) {
        PageWindow window = phone ? browser.phone(language) : browser.desktop(language);
        Page page = logIn(window);
        page.locator("main form[action='/ho-tro-dang-ky'] .button").click();
        page.fill("#displayName", shop.get("displayName"));
        page.selectOption("#trade", "GIFTS");
        page.fill("#legalName", shop.get("legalName"));
        page.fill("#taxCode", shop.get("taxCode"));
        window.audit("assisted-1-shop");
        next(page);
        pick(page, "street", "ngu xa");
        page.fill("#houseNumber", "3");
        next(page);
        assertThat(page.locator("#faults li")).hasCount(1);
        window.audit("assisted-2-elsewhere");
        pick(page, "street", "ta hien");
        next(page);
        pick(page, "bank", "agribank");
        page.fill("#accountNumber", shop.get("accountNumber"));
        next(page);
        page.fill("#phone", shop.get("phone"));
        page.check("#consentTerms");
        page.check("#consentData");
        next(page);
        assertThat(page.locator("#faults li")).hasCount(1);
        window.audit("assisted-4-faults");
        page.check("input[value=SPOKEN]");
        page.fill("#consentNote", "sổ tay 3, trang 12");
        window.screenshot("assisted-4-login");
        next(page);

        page.waitForURL("**/cua-hang/mch_*");
        assertThat(page.locator("h1")).hasText(shop.get("displayName"));
        window.audit("assisted-5-shop");
        page.locator("form[action$='/mat-khau'] .button").click();
        assertThat(page.locator(".secret")).isVisible();
        window.audit("assisted-6-link");
        ownerChooses(link(page), phone ? browser.phone(language) : browser.desktop(language));
        page.locator(".card .button").click();
        assertThat(page.locator(".notice.good").last()).isVisible();
        window.audit("assisted-7-chosen");
        window.open(app.uri("/ho-tro-dang-ky"));
        assertThat(page.locator("table")).containsText(shop.get("displayName"));
        window.audit("assisted-8-list");
    }

    private void ownerChooses(String link, PageWindow owner) {
        Page page = owner.open(app.uri(link)).page();
        assertThat(page.locator("h1")).containsText(shop.get("displayName"));
        owner.audit("password-1-link");
        page.fill("#password", "ngan");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#faults")).isFocused();
        owner.audit("password-2-fault");
        page.fill("#password", OWN_PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/dang-ky/xong?noti=register.password");
        owner.audit("password-3-chosen");
        PageWindow again = browser.window(owner.look()).open(app.uri(link));
        assertThat(again.page().locator(".refusal")).isVisible();
        again.audit("password-4-used");
    }

    @ParameterizedTest
    @CsvSource({"true,vi", "false,en"})
    void linkShouldSayThatItHasExpired(boolean phone, String language) {
        String link = linkOf(registered());
        CLOCK.advance(Duration.ofHours(73));
        PageWindow owner = phone ? browser.phone(language) : browser.desktop(language);

        Page page = owner.open(app.uri(link)).page();

        assertThat(page.locator(".refusal")).isVisible();
        owner.audit("password-5-expired");
        page.locator(".refusal .button.quiet").click();
        assertThat(page.locator("#code")).isVisible();
        owner.audit("password-6-digits");
    }

    @Test
    void helperShouldRegisterWithoutScripts() {
        PageWindow window = browser.window(WindowLook.phone("vi").withoutJavaScript());
        Page page = logIn(window);
        page.locator("main form[action='/ho-tro-dang-ky'] .button").click();
        page.fill("#displayName", shop.get("displayName"));
        page.selectOption("#trade", "FOOD");
        page.fill("#legalName", shop.get("legalName"));
        page.fill("#taxCode", shop.get("taxCode"));
        next(page);
        page.locator("#in-words summary").click();
        page.selectOption("#area", "002:00082");
        page.fill("#address", "25 Phan Chu Trinh");
        next(page);
        page.selectOption("#bank", "970405");
        page.fill("#accountNumber", shop.get("accountNumber"));
        next(page);
        page.fill("#phone", shop.get("phone"));
        page.check("#consentTerms");
        page.check("#consentData");
        page.check("input[value=SIGNED_PAPER]");
        next(page);

        page.waitForURL("**/cua-hang/mch_*");
        window.audit("assisted-5-shop");
        page.locator("form[action$='/mat-khau'] .button").click();
        window.audit("assisted-6-link");
    }

    @Test
    void keyboardShouldBeLostOnNoPageOfHelpers() {
        Visitor helper = new Visitor(app).logIn(HELPER, Visitor.PASSWORD);
        helper.get("/ho-tro-dang-ky");
        String base = Visitor.location(helper.post("/ho-tro-dang-ky", Map.of())).replaceFirst("/1$", "");
        helper.answer(base, shop, 3);
        PageWindow window = browser.window(WindowLook.phone("vi").withTextDoubled());
        logIn(window);
        for (String path : List.of("/ho-tro-dang-ky", base + "/2", base + "/4")) {
            window.open(app.uri(path));
            window.audit("assisted-large-" + path.substring(path.lastIndexOf('/') + 1));
            assertTrue(window.keyboard().tabThrough(60).size() > 4, path);
        }
    }

    private Page logIn(PageWindow window) {
        Page page = window.open(app.uri("/dang-nhap?tiep=%2Fho-tro-dang-ky")).page();
        page.fill("#login", HELPER);
        page.fill("#password", Visitor.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/ho-tro-dang-ky");
        return page;
    }

    /** A shop registered over HTTP; its page. */
    private String registered() {
        Visitor helper = new Visitor(app).logIn(HELPER, Visitor.PASSWORD);
        helper.get("/ho-tro-dang-ky");
        String base = Visitor.location(helper.post("/ho-tro-dang-ky", Map.of())).replaceFirst("/1$", "");
        helper.answer(base, shop, 3);
        Shop spoken = shop.with("consentForm", "SPOKEN");
        return Visitor.location(helper.post(base + "/gui", spoken.screen(4))).split("\\?")[0];
    }

    private String linkOf(String shopPage) {
        PageWindow window = browser.phone("vi");
        logIn(window);
        Page page = window.open(app.uri(shopPage)).page();
        page.locator("form[action$='/mat-khau'] .button").click();
        return link(page);
    }

    /** What the picture on the helper's screen says. */
    private static String link(Page page) {
        String source = page.locator(".scan").getAttribute("src");
        String svg = new String(Base64.getDecoder().decode(source.substring(source.indexOf(',') + 1)),
                StandardCharsets.UTF_8);
        String text = SvgCode.read(svg);
        return text.substring(text.indexOf("/dat-mat-khau"));
    }

    private static void pick(Page page, String field, String typed) {
        page.fill("input#" + field, "");
        page.locator("input#" + field).pressSequentially(typed);
        page.getByRole(AriaRole.OPTION).first().click();
    }

    private static void next(Page page) {
        page.locator(".steps .button:not(.quiet)").click();
    }
}
