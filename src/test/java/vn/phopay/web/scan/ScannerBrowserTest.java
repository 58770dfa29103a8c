package vn.phopay.web.scan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.CameraFeed;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/**
 * The camera: Chromium's fake one shows a signed code. This Chromium has no BarcodeDetector, so the decoder of ours
 * reads; the other branch runs against stand-ins for it, which show only that it is asked and given up where it fails.
 */
class ScannerBrowserTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("scanner_browser");

    private static final String DETECTOR = """
            window.BarcodeDetector = class {
                static async getSupportedFormats() { return %s; }
                async detect() { %s }
            };""";
    /** Without a screen nobody can press a button: the browser's own refusal is put in its place. */
    private static final String USER_SAYS_NO = """
            navigator.mediaDevices.getUserMedia = () =>
                Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));""";
    private static final String OURS_WAS_LOADED =
            "performance.getEntriesByType('resource').some((entry) => entry.name.includes('decoder.js'))";
    private static final String TURN_AWAY = """
            (() => {
                Object.defineProperty(document, 'hidden', {value: %s, configurable: true});
                document.dispatchEvent(new Event('visibilitychange'));
            })()""";

    private static ScanCity city;

    @BeforeAll
    static void start() {
        city = new ScanCity(DB);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @ParameterizedTest
    @CsvSource({"phone,vi", "desktop,en"})
    void codeShouldBeReadFromTheCameraAndTheCameraGivenBack(String device, String language) {
        try (PageBrowser browser = cameraBefore(city.genuine())) {
            PageWindow window = device.equals("phone") ? browser.phone(language) : browser.desktop(language);
            window.open(city.app.uri("/kiem-tra"));
            window.page().locator("#camera-start").click();
            window.page().locator("#camera").waitFor();
            window.evaluate("window.__track = null; 1");
            window.waitFor("(window.__track ??= document.querySelector('#camera-video').srcObject?.getTracks()[0])"
                    + " || document.querySelector('#verdict[open]')");

            awaitStatus(window, "GENUINE");

            assertThat(window.page().locator("#camera")).isHidden();
            window.expect(false, "!!document.querySelector('#camera-video').srcObject");
            window.expect(true, "!window.__track || window.__track.readyState === 'ended'");
            window.audit("scan-camera");
        }
    }

    @Test
    void cameraShouldRestWhileThePageIsHiddenAndComeBack() {
        try (PageBrowser browser = PageBrowser.withCamera(CameraFeed.of(CameraFeed.emptyTable()))) {
            PageWindow window = browser.phone("vi").open(city.app.uri("/kiem-tra"));
            window.page().locator("#camera-start").click();
            window.waitFor("document.querySelector('#camera-video').srcObject?.active");
            window.evaluate("window.__first = document.querySelector('#camera-video').srcObject; 1");
            window.audit("scan-aiming");

            window.evaluate(TURN_AWAY.formatted(true));
            window.waitFor("document.querySelector('#camera-video').srcObject === null && !window.__first.active");
            window.evaluate(TURN_AWAY.formatted(false));
            window.waitFor("document.querySelector('#camera-video').srcObject?.active");

            window.page().locator("#camera-stop").click();
            window.waitFor("document.querySelector('#camera-video').srcObject === null");
            Eventually.equal("Quét bằng máy ảnh", window.keyboard()::focusedName);
            assertEquals(List.of(), window.complaints());
        }
    }

    @Test
    void browsersOwnDetectorShouldBeAskedAndOursNotLoadedWhereItReadsCodes() {
        try (PageBrowser browser = PageBrowser.withCamera(CameraFeed.of(CameraFeed.emptyTable()))) {
            PageWindow window = withDetector(browser, "['qr_code']",
                    "return [{rawValue: '" + ScanCity.UNSIGNED + "'}];");
            window.page().locator("#camera-start").click();
            awaitStatus(window, "UNSIGNED");
            window.expect(false, OURS_WAS_LOADED);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "['ean_13'] | return [{rawValue: 'never'}];", "['qr_code'] | throw new Error('Service unavailable.');"})
    void oursShouldReadWhereTheBrowsersDetectorCannot(String formats, String detect) {
        try (PageBrowser browser = cameraBefore(city.genuine())) {
            PageWindow window = withDetector(browser, formats, detect);
            window.page().locator("#camera-start").click();
            awaitStatus(window, "GENUINE");
            window.expect(true, OURS_WAS_LOADED);
        }
    }

    @Test
    void refusedAndMissingCamerasShouldBeToldInEverydayWords() {
        try (PageBrowser browser = PageBrowser.open()) {
            PageWindow refused = browser.phone("vi");
            refused.page().addInitScript(USER_SAYS_NO);
            refused.open(city.app.uri("/kiem-tra"));
            refused.page().locator("#camera-start").click();
            awaitFault(refused, "Trang chưa được phép dùng máy ảnh");
            refused.audit("scan-refused");

            PageWindow absent = browser.desktop("en");
            absent.page().context().grantPermissions(List.of("camera"));
            absent.open(city.app.uri("/kiem-tra"));
            absent.page().locator("#camera-start").click();
            awaitFault(absent, "This device has no camera");
            absent.page().locator("#verdict-again").click();
            Eventually.equal("Scan with the camera", absent.keyboard()::focusedName);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Object.defineProperty(window, 'isSecureContext', {value: false});|chỉ cho dùng máy ảnh ở địa chỉ bắt đầu bằng",
        "Object.defineProperty(navigator, 'mediaDevices', {value: undefined});|không dùng được máy ảnh"})
    void addressesAndBrowsersWithoutCameraShouldBeTold(String scriptAndText) {
        String[] parts = scriptAndText.split("\\|");
        try (PageBrowser browser = PageBrowser.open()) {
            PageWindow window = browser.phone("vi");
            window.page().addInitScript(parts[0]);
            window.open(city.app.uri("/kiem-tra"));
            window.page().locator("#camera-start").click();
            awaitFault(window, parts[1]);
            assertThat(window.page().locator("#camera")).isHidden();
        }
    }

    private static PageBrowser cameraBefore(String payload) {
        return PageBrowser.withCamera(CameraFeed.of(CameraFeed.emptyTable(), CameraFeed.code(payload)));
    }

    private static PageWindow withDetector(PageBrowser browser, String formats, String detect) {
        PageWindow window = browser.window(WindowLook.phone("vi"));
        window.page().addInitScript(DETECTOR.formatted(formats, detect));
        return window.open(city.app.uri("/kiem-tra"));
    }

    private static void awaitStatus(PageWindow window, String status) {
        window.waitFor("document.querySelector('#verdict[open]')?.dataset.status === '" + status + "'");
    }

    private static void awaitFault(PageWindow window, String text) {
        window.page().locator("#verdict[data-fault]", new Page.LocatorOptions().setHasText(text)).waitFor();
    }
}
