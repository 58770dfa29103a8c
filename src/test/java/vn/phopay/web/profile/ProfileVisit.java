package vn.phopay.web.profile;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import vn.phopay.merchant.Language;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.WindowLook;
import vn.phopay.web.Words;

/** An owner before her own pages: a service of the test class, and for each test a new shop and a browser. */
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
abstract class ProfileVisit {
    static final String NEXT_PASSWORD = "com tam suon bi";

    PageBrowser browser;
    PortalShop shop;
    PageWindow window;
    Words words;

    /** The running service. */
    abstract TestApp app();

    @BeforeEach
    void openBrowser() {
        browser = PageBrowser.open();
        shop = PortalShop.open(app());
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    static Stream<WindowLook> looks() {
        return Stream.of(WindowLook.phone("vi"), WindowLook.desktop("en"));
    }

    void enter(WindowLook look, String path) {
        words = Words.load(look.language().equals("vi") ? Language.VI : Language.EN);
        window = browser.window(look).open(app().uri("/dang-nhap"));
        shop.logIn(window);
        window.open(app().uri(path));
    }

    Page page() {
        return window.page();
    }

    String says(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    Locator field(String name) {
        return page().locator("[id='" + name + "']");
    }

    void submit(String key) {
        page().locator("main button").filter(new Locator.FilterOptions().setHasText(says(key))).first().click();
    }

    void follow(String key) {
        page().locator("main a").filter(new Locator.FilterOptions().setHasText(says(key))).first().click();
    }

    String path() {
        return page().url().substring(app().uri("").toString().length());
    }

    static String end(String number) {
        return number.substring(number.length() - 4);
    }

    String verdict(String payload) {
        return new JsonObject(app().send("POST", "/api/v1/qr-codes/verify",
                new JsonObject().put("payload", payload)).body()).getString("status");
    }
}
