package vn.phopay.web.scan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageKeys;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** The page in a real browser, on the real service: verdicts, pictures, keyboard, large text, sound, no scripts. */
class VerifyPageBrowserTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("verify_browser");

    /** Writes down every tone that is played, and when a context for tones was made. */
    private static final String HEAR_TONES = """
            window.__tones = [];
            window.__contexts = 0;
            const real = window.AudioContext;
            window.AudioContext = class extends real { constructor() { super(); window.__contexts += 1; } };
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (at) {
                window.__tones.push(this.type + ' ' + Math.round(this.frequency.value));
                return start.call(this, at);
            };""";

    private static ScanCity city;
    private static PageBrowser browser;

    @BeforeAll
    static void start() {
        browser = PageBrowser.open();
        city = new ScanCity(DB);
    }

    @AfterAll
    static void stop() {
        if (city != null) {
            browser.close();
            city.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GENUINE,Thật,good,good", "REVOKED,Đã hủy,bad,bad", "SUSPENDED,Tạm ngừng,warn,warn",
        "UNSIGNED,Không có chữ ký,unknown,unknown", "FORGED,Giả,bad,bad", "UNKNOWN_KEY,Chữ ký lạ,unknown,unknown",
        "MALFORMED,Sai dạng,warn,broken", "EXPIRED,Hết hạn,warn,warn"})
    void verdictShouldHaveItsWordColourAndShape(String status, String word, String tone, String shape) {
        PageWindow window = open(WindowLook.phone("vi"));

        check(window, city.leadingTo(status), status);

        assertEquals(word, window.text("#verdict-word"));
        window.expect(tone, "document.querySelector('#verdict').dataset.tone");
        assertTrue(window.evaluate("document.querySelector('#verdict-icon').getAttribute('href')").toString()
                .endsWith("#" + shape));
        window.expect("verdict-word", "document.activeElement.id");
        assertEquals("", window.text("#verdict-notes"), "server and browser agree");
        window.audit("scan-" + status.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({"phone,vi", "phone,en", "desktop,vi", "desktop,en"})
    void pageShouldStandInBothLanguagesAndSizes(String device, String language) {
        WindowLook look = device.equals("phone") ? WindowLook.phone(language) : WindowLook.desktop(language);
        PageWindow window = open(look);
        window.audit("scan");

        check(window, city.genuine(), "GENUINE");

        assertEquals(language.equals("vi") ? "Thật" : "Genuine", window.text("#verdict-word"));
        String account = city.shop.accountNumber();
        String facts = window.text("#verdict-facts");
        assertTrue(facts.contains("Phở Hoa Hàng Ngang") && facts.contains("NGUYEN THI HOA"), facts);
        assertTrue(facts.contains("MBBank") && facts.contains("Hàng Ngang"), facts);
        assertTrue(facts.contains("•••• " + account.substring(account.length() - 4)), facts);
        assertFalse(facts.contains(account), facts);
        window.audit("scan-verdict");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pageShouldStandWhenTextIsDoubledAndMotionReduced(boolean phone) {
        WindowLook look = phone ? WindowLook.phone("vi") : WindowLook.desktop("en");
        for (WindowLook kind : new WindowLook[] {look.withTextDoubled(), look.withReducedMotion()}) {
            PageWindow window = open(kind);
            check(window, city.forged(), "FORGED");
            window.audit("scan-forged");
        }
    }

    @Test
    void pictureShouldBeReadInTheBrowserAndNeverSent() {
        PageWindow window = open(WindowLook.phone("vi"));
        StringBuilder sent = new StringBuilder();
        window.page().onRequest(request -> sent.append(request.method()).append(request.url()).append('\n'));

        for (FilePayload picture : new FilePayload[] {
            new FilePayload("code.png", "image/png", CodePhotos.screenshot(city.genuine())),
            new FilePayload("photo.jpg", "image/jpeg", CodePhotos.photograph(city.genuine()))}) {
            window.page().locator("#picture").setInputFiles(picture);
            window.waitFor("document.querySelector('#verdict[open]')?.dataset.status === 'GENUINE'");
            window.page().locator("#verdict-again").click();
            assertThat(window.page().locator("#verdict")).isHidden();
        }

        assertTrue(sent.toString().contains("decoder.js"), "Chromium here has no BarcodeDetector: " + sent);
        assertFalse(sent.toString().contains("POST" + city.app.uri("/kiem-tra")), sent.toString());
        window.audit("scan-picture");
    }

    @Test
    void pictureWithoutCodeShouldBeToldInEverydayWords() {
        PageWindow window = open(WindowLook.phone("vi"));

        window.page().locator("#picture")
                .setInputFiles(new FilePayload("a.jpg", "image/jpeg", CodePhotos.withoutCode()));
        waitForFault(window, "Không thấy mã QR nào trong ảnh");
        window.audit("scan-no-code");
        window.page().locator("#verdict-again").click();
        window.page().locator("#picture")
                .setInputFiles(new FilePayload("a.jpg", "image/jpeg", new byte[] {1, 2, 3}));
        waitForFault(window, "Không mở được ảnh này");
        window.page().keyboard().press("Escape");
        window.page().locator("#verify-form [type=submit]").click();
        waitForFault(window, "Hãy dán nội dung mã hoặc chọn một ảnh trước");
    }

    /** A name is whatever its owner wrote; the service's answer is replaced because no registration takes this one. */
    @Test
    void namesShouldBeTextWhenTheyLookLikeMarkup() {
        PageWindow window = open(WindowLook.desktop("en"));
        String nasty = "<img src=x onerror=alert(1)>";
        window.page().route("**/qr-codes/verify", route -> route.fulfill(
                new Route.FulfillOptions().setContentType("application/json")
                        .setBody("{\"status\":\"GENUINE\",\"detail\":\"x\",\"merchant\":{\"displayName\":\"" + nasty
                                + "\",\"accountName\":\"X\",\"bank\":\"B\",\"district\":\"D\"}}")));

        check(window, city.genuine(), "GENUINE");

        assertEquals(nasty, window.text("#verdict-facts dd"));
        assertThat(window.page().locator("#verdict-facts img")).hasCount(0);
    }

    @Test
    void verdictShouldBeReachedByKeyboardAlone() {
        PageWindow window = open(WindowLook.desktop("vi"));
        PageKeys keys = window.keyboard();
        assertTrue(keys.tabThrough(30).size() >= 8, "everything can be reached");

        window.open(city.app.uri("/kiem-tra"));
        keys = window.keyboard();
        keys.tabTo("Hoặc dán nội dung mã", 20);
        window.page().keyboard().type(ScanCity.UNSIGNED);
        keys.tabTo("Kiểm tra", 3);
        keys.press("Enter");
        window.waitFor("document.querySelector('#verdict[open]')?.dataset.status === 'UNSIGNED'");
        keys.tabTo("Kiểm tra mã khác", 2);
        keys.press("Enter");
        Eventually.equal("Quét bằng máy ảnh", keys::focusedName);
        assertEquals("", window.page().locator("#payload").inputValue());
    }

    @Test
    void tonesShouldDifferAndStaySilentUntilSomebodyTouchesThePage() {
        PageWindow window = browser.window(WindowLook.phone("vi"));
        window.page().addInitScript(HEAR_TONES);
        window.open(city.app.uri("/kiem-tra"));
        window.expect(0.0, "window.__contexts");

        check(window, city.genuine(), "GENUINE");
        hear(window, "sine 659,sine 988");
        check(window, ScanCity.UNSIGNED, "UNSIGNED");
        hear(window, "sawtooth 311,sawtooth 208,sawtooth 311,sawtooth 208");

        window.page().locator("#verdict-again").click();
        window.page().locator("#sound").click();
        assertEquals("Tiếng báo: tắt", window.text("#sound"));
        check(window, city.genuine(), "GENUINE");
        window.expect("", "window.__tones.join()");
        window.expect(1.0, "window.__contexts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void pageShouldWorkWithoutScriptsAndShowTheSame(String language) {
        PageWindow plain = open(WindowLook.phone(language).withoutJavaScript());
        assertTrue(plain.page().locator("#camera-start").isHidden(), "no button that does nothing");
        plain.audit("scan");

        plain.page().locator("#payload").fill(city.genuine());
        plain.page().locator("#verify-form [type=submit]").click();
        plain.page().waitForURL("**/kiem-tra");
        plain.audit("scan-verdict");
        PageWindow scripted = open(WindowLook.phone(language));
        check(scripted, city.genuine(), "GENUINE");

        for (String part : new String[] {"#verdict-word", "#verdict-says", "#verdict-facts"}) {
            assertEquals(words(scripted, part), words(plain, part));
        }
        plain.page().locator("#payload").fill("");
        plain.page().locator("#picture").setInputFiles(
                new FilePayload("photo.jpg", "image/jpeg", CodePhotos.photograph(ScanCity.UNSIGNED)));
        plain.page().locator("#verify-form [type=submit]").click();
        plain.page().locator("#verdict[data-status=UNSIGNED]").waitFor();
    }

    private static String words(PageWindow window, String selector) {
        return window.page().locator(selector).innerText().replaceAll("\\s+", " ").strip();
    }

    private static void waitForFault(PageWindow window, String text) {
        window.page().locator("#verdict[data-fault]", new Page.LocatorOptions().setHasText(text)).waitFor();
    }

    private static PageWindow open(WindowLook look) {
        return browser.window(look).open(city.app.uri("/kiem-tra"));
    }

    private static void check(PageWindow window, String payload, String status) {
        if (window.page().locator("#verdict[open]").count() > 0) {
            window.page().locator("#verdict-again").click();
        }
        window.page().locator("#payload").fill(payload);
        window.page().locator("#verify-form [type=submit]").click();
        window.waitFor("document.querySelector('#verdict[open]')?.dataset.status === '" + status + "'");
    }

    /** The tones that were asked for since the last time, all of them. */
    private static void hear(PageWindow window, String tones) {
        window.expect(tones, "window.__tones.join()");
        window.evaluate("window.__tones.length = 0");
    }
}
