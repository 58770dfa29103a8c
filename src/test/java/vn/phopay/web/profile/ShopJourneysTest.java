package vn.phopay.web.profile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.merchant.Language;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;
import vn.phopay.web.Words;

/** An owner edits the shop, the number to log in by, the password, and ends log-ins. */
class ShopJourneysTest extends ProfileVisit {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("shop_journeys").keepingInvariants();

    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Override
    TestApp app() {
        return app;
    }

    @ParameterizedTest
    @MethodSource("looks")
    void shopShouldBeEditedAndFaultsToldInWords(WindowLook look) {
        enter(look, "/ho-so");
        window.audit("profile");
        follow("profile.shop.edit");
        window.audit("profile-shop");
        field("displayName").fill("");
        submit("profile.save");
        assertTrue(window.text("#faults").contains(says("form.missing")));
        field("displayName").fill("Phở Hoa mới");
        page().getByLabel(says("profile.language.vi")).check();
        submit("profile.save");

        assertEquals("/ho-so?noti=profile.saved", path());
        words = Words.load(Language.VI);
        assertTrue(page().locator("h1").textContent().contains("Phở Hoa mới"));
        page().locator("a[href^='/ho-so/dia-diem/']").click();
        window.audit("profile-outlet");
        field("address").fill("14 Hàng Ngang");
        submit("profile.save");
        assertTrue(page().locator("main").textContent().contains("14 Hàng Ngang"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void phoneShouldChangeOnlyWithThePassword(WindowLook look) {
        enter(look, "/ho-so/so-dien-thoai");
        window.audit("profile-phone");
        String next = shop.typedPhone().replaceFirst("^0913", "0914");
        field("phone").fill(next);
        field("password").fill("not-my-password");
        submit("profile.phone.save");
        assertTrue(window.text("#faults").contains(says("profile.password.wrong")));
        assertEquals(next, field("phone").inputValue(), "what was typed stays");
        window.audit("profile-phone-fault");
        field("password").fill(shop.password());
        submit("profile.phone.save");

        assertEquals("/ho-so?noti=profile.phone", path());
        assertNotNull(app.token(next, shop.password()));
        assertEquals(401, app.send("POST", "/api/v1/sessions", new JsonObject()
                .put("login", shop.typedPhone()).put("password", shop.password())).statusCode());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void lostDeviceShouldBeOutAtOnce(WindowLook look) {
        PageWindow lost = browser.window(WindowLook.phone("vi")).open(app.uri("/dang-nhap"));
        shop.logIn(lost);
        lost.open(app.uri("/ho-so"));
        assertEquals("/ho-so", lost.page().url().substring(app.uri("").toString().length()));
        enter(look, "/ho-so/thiet-bi");
        window.audit("profile-devices");
        // This window, the lost one, and the API's.
        assertThat(page().locator("section.card li")).hasCount(3);
        assertThat(page().locator("section.card li .badge")).hasCount(1);

        page().locator("section.card li").filter(new Locator.FilterOptions().setHasText("Chrome")).last()
                .locator("button").click();

        assertEquals("/ho-so/thiet-bi?noti=profile.device.ended", path());
        lost.open(app.uri("/ho-so"));
        assertTrue(lost.page().url().contains("/dang-nhap?tiep=%2Fho-so"), lost.page().url());
        submit("profile.devices.end");
        assertThat(page().locator("section.card li")).hasCount(1);
        assertEquals(401, app.send("GET", "/api/v1/merchants/" + shop.merchantId(), null,
                "authorization", "Bearer " + shop.token()).statusCode());
        // Nothing is left to end.
        assertThat(page().getByText(says("profile.devices.end"))).hasCount(0);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void helpersPhoneShouldBeInvitedPairedAndStopped(WindowLook look) {
        enter(look, "/ho-so/may-nghe");
        window.audit("profile-listeners");
        submit("profile.listener.invite");
        assertTrue(window.text("#faults").contains(says("form.missing")));
        field("name").fill("Máy của Lan");
        submit("profile.listener.invite");
        window.audit("profile-listener-invited");
        String code = window.text("#code").replace(" ", "");
        assertTrue(code.matches("[0-9]{6}"), code);
        PageWindow helper = browser.window(WindowLook.phone("vi")).open(app.uri("/may-nghe"));
        helper.page().locator("#phone").fill(shop.typedPhone());
        helper.page().locator("#code").fill(code);
        helper.page().locator("main form button[type=submit]").first().click();
        helper.page().waitForURL("**/truc-tiep*");

        window.open(app.uri("/ho-so/may-nghe"));
        assertTrue(window.text("ul.list").contains("Máy của Lan"));
        assertFalse(window.text("ul.list").contains(says("profile.listener.waits")));
        window.audit("profile-listener-paired");
        submit("profile.listener.end");

        assertEquals("/ho-so/may-nghe?noti=profile.listener.ended", path());
        assertThat(page().locator("ul.list")).hasCount(0);
        helper.page().navigate(app.uri("/truc-tiep").toString());
        assertFalse(helper.page().url().endsWith("/truc-tiep"), helper.page().url());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void passwordShouldChangeAndLogOthersOut(WindowLook look) {
        enter(look, "/ho-so/mat-khau");
        window.audit("profile-password");
        field("password").fill(shop.password());
        field("next").fill("short");
        field("again").fill("shorter");
        submit("profile.password.save");
        assertTrue(window.text("#faults").contains(says("profile.password.rule")));
        field("password").fill(shop.password());
        field("next").fill(NEXT_PASSWORD);
        field("again").fill(NEXT_PASSWORD);
        submit("profile.password.save");

        assertEquals("/ho-so?noti=profile.password", path());
        assertEquals(401, app.send("GET", "/api/v1/merchants/" + shop.merchantId(), null,
                "authorization", "Bearer " + shop.token()).statusCode(), "the API's session is over");
        assertNotNull(app.token(shop.ownerPhone(), NEXT_PASSWORD));
        submit("shell.nav.logout");
        window.open(app.uri("/ho-so"));
        assertTrue(page().url().contains("/dang-nhap"), "logged out");
    }
}
