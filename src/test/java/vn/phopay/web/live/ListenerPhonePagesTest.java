package vn.phopay.web.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.access.ListenerPhones.Invited;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** A staff phone is paired, hears, sees nothing else, and is cut off when the owner says so; in a real browser. */
class ListenerPhonePagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("listener_pages");

    private static TestApp app;
    private PageBrowser browser;
    private PortalShop shop;
    private Pairing pairing;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void open() {
        browser = PageBrowser.open();
        shop = PortalShop.open(app);
        pairing = new Pairing(DB.pool(), shop);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void phoneShouldBePairedByItsLinkHearAndSeeAmountsAlone(String language) {
        shop.payByCode(15_000);
        Invited invited = pairing.invite("Máy của Lan", shop.outletId());
        PageWindow window = browser.phone(language).open(app.uri("/may-nghe?ma=" + invited.link()));
        window.audit("pairing-link");
        assertTrue(window.text("main").contains("Máy của Lan"));

        window.page().locator("main button[type=submit]").click();
        window.page().waitForURL("**/truc-tiep**");
        LiveWindow live = new LiveWindow(window).waitFor("root.dataset.state !== 'connecting'");
        window.audit("live-listener");
        live.listen();
        shop.payByCode(200_000);
        live.waitUntilSaid(1);

        assertEquals(1, live.sentences().size());
        String markup = (String) window.evaluate("document.documentElement.outerHTML");
        List.of(shop.accountNumber(), shop.reference(), shop.bank().code(), "CT tu", "0987", shop.ownerPhone(),
                shop.merchantId()).forEach(secret -> assertFalse(markup.contains(secret), "it sees " + secret));
        assertThat(window.page().locator("#live:has-text('15')")).hasCount(1);
        window.open(app.uri("/hom-nay"));
        window.audit("listener-refused");
    }

    @Test
    void pairedPhoneShouldBeCutOffWhenTheOwnerEndsIt() {
        Invited invited = pairing.invite("Máy của Lan");
        PageWindow window = browser.phone("vi").open(app.uri("/may-nghe?ma=" + invited.link()));
        window.page().locator("main button[type=submit]").click();
        LiveWindow live = new LiveWindow(window).waitFor("root.dataset.state !== 'connecting'").listen();

        pairing.end(invited.phone());
        live.waitFor("root.dataset.view === 'alarm'");
        shop.payByCode(30_000);

        assertEquals("Đã ngừng nghe", window.text("#alarm-word"));
        assertEquals("Máy này không còn được nghe. Hãy hỏi chủ cửa hàng.", window.text("#alarm-more"));
        assertEquals(List.of(), live.journal("came"));
        window.forgive("su-kien").audit("live-listener-ended");
        window.open(app.uri("/truc-tiep"));
        assertTrue(window.page().url().contains("/dang-nhap"), window.page().url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void phoneShouldBePairedByNumberAndCode(String language) {
        Invited invited = pairing.invite("Máy của Lan");
        PageWindow window = browser.phone(language).open(app.uri("/may-nghe"));
        window.audit("pairing-code");

        type(window, shop.typedPhone(), invited.code().equals("123456") ? "123457" : "123456");
        window.audit("pairing-code-wrong");
        assertEquals(shop.typedPhone(), window.page().locator("#phone").inputValue());
        type(window, shop.typedPhone(), invited.code());
        window.page().waitForURL("**/truc-tiep**");

        new LiveWindow(window).waitFor("root.dataset.state !== 'connecting'");
    }

    @Test
    void pairingShouldBeGoodInOtherWindowsAndByKeyboard() {
        Invited invited = pairing.invite("Máy của Lan");
        for (WindowLook look : List.of(WindowLook.desktop("vi"), WindowLook.phone("vi").withTextDoubled(),
                WindowLook.phone("vi").withoutJavaScript())) {
            browser.window(look).open(app.uri("/may-nghe?ma=" + invited.link())).audit("pairing-link");
            browser.window(look).open(app.uri("/may-nghe")).audit("pairing-code");
        }
        PageWindow window = browser.desktop("vi").open(app.uri("/may-nghe?ma=" + invited.link()));
        window.keyboard().tabTo("Ghép máy này", 20);
        window.page().keyboard().press("Enter");
        window.page().waitForURL("**/truc-tiep**");
    }

    @Test
    void usedLinkShouldSaySoAndAskForANewOne() {
        Invited invited = pairing.invite("Máy của Lan");
        PageWindow late = browser.phone("vi").open(app.uri("/may-nghe?ma=" + invited.link()));
        pairing.paired(invited);

        late.page().locator("main button[type=submit]").click();
        late.waitFor("document.querySelector('#code')");

        assertTrue(late.text("main").contains("đã dùng hoặc đã hết hạn"));
        late.audit("pairing-link-over");
        late.open(app.uri("/may-nghe?ma=" + invited.link()));
        assertTrue(late.text("main").contains("đã dùng hoặc đã hết hạn"));
    }

    @Test
    void ownersPhoneShouldNotLoseItsSessionByALink() {
        Invited invited = pairing.invite("Máy của Lan");
        PageWindow window = browser.phone("vi").open(app.uri("/dang-nhap"));
        shop.logIn(window);

        window.open(app.uri("/may-nghe?ma=" + invited.link()));

        assertTrue(window.text("main").contains("đang đăng nhập"));
        window.audit("pairing-taken");
        pairing.paired(invited);
    }

    @Test
    void phoneShouldStopByItself() {
        Invited invited = pairing.invite("Máy của Lan");
        PageWindow window = browser.phone("vi").open(app.uri("/may-nghe?ma=" + invited.link()));
        window.page().locator("main button[type=submit]").click();
        new LiveWindow(window).waitFor("root.dataset.state !== 'connecting'");

        window.page().locator("form[action='/may-nghe/thoi'] button").click();
        window.page().waitForURL("**/may-nghe?**");

        assertTrue(window.text("main").contains("Máy này đã thôi nghe."));
        assertEquals(List.of(), window.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("phopay_session")).toList());
    }

    private static void type(PageWindow window, String phone, String code) {
        window.page().locator("#phone").fill(phone);
        window.page().locator("#code").fill(code);
        window.page().locator("main button[type=submit]").click();
        window.settle();
    }
}
