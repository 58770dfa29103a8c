package vn.phopay.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit of pages refuses each kind of bad page that it names, and lets a good one pass. */
class PageBrowserTest {
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src * data:";
    private static final String GOOD = """
            <h1>Phở Hoa</h1><p>Đã nhận <a href="/good">hai trăm nghìn đồng</a></p>
            <label for="a">Số tiền</label> <input id="a" name="a">
            <button type="button" aria-label="Xong: it's">Xong</button>""";
    private static final String STYLE = """
            body { font-size: 1.125rem; color: #222; background: #fff; margin: 1rem; }
            input, button { font-size: 1rem; min-height: 3rem; max-width: 100%; } .pale { color: #bbb; }
            .wide { width: 1900px; height: 9px; }
            .tiny { display: block; width: 10px; height: 10px; overflow: hidden; }
            .fixed { font-size: 18px; } a, button:focus-visible { outline-offset: 2px; }
            .unseen:focus-visible { outline: none; } .lid { position: fixed; inset: 0; }
            .deep { height: 3000px; }""";
    private static final Map<String, String> NAME_TO_BODY = Map.ofEntries(
            Map.entry("good", GOOD),
            Map.entry("contrast", GOOD + "<p class=pale>Đã nhận</p>"),
            Map.entry("label", GOOD + "<input name=b>"),
            Map.entry("target", GOOD + "<a class=tiny href=/good>a</a><a class=tiny href=/label>b</a>"),
            Map.entry("wide", GOOD + "<div class=wide></div>"),
            Map.entry("shift", "<div id=gap></div>" + GOOD + "<script src=/shift.js></script>"),
            Map.entry("heavy", GOOD + "<script src=/heavy.js></script>"),
            Map.entry("outside", GOOD + "<img alt='' src=http://127.0.0.2:9/x.png>"),
            Map.entry("error", GOOD + "<script src=/error.js></script>"),
            Map.entry("thrown", GOOD + "<script src=/thrown.js></script>"),
            Map.entry("inline", GOOD + "<script>document.title = 'x'</script>"),
            Map.entry("attribute", GOOD + "<p style='color: #000'>x</p>"),
            Map.entry("missing", GOOD + "<img alt='' src=/nowhere.png>"),
            Map.entry("pixels", GOOD + "<p class=fixed>x</p><div class=deep></div>"),
            Map.entry("late", GOOD + "<script src=/late.js></script>"),
            Map.entry("camera", GOOD + "<video id=v muted playsinline></video><script src=/camera.js></script>"),
            Map.entry("unseen", GOOD + "<a class=unseen href=/good>x</a>"),
            Map.entry("covered", GOOD + "<div class=lid></div>"),
            Map.entry("nameless", GOOD + "<button type=button></button>"));
    private static final Map<String, String> NAME_TO_SCRIPT = Map.of(
            "shift", """
                    new PerformanceObserver(() => requestAnimationFrame(() => setTimeout(() => {
                        document.getElementById('gap').style.height = '200px';
                    }, 100))).observe({type: 'paint', buffered: true})""",
            "heavy", "// " + "x".repeat(150_000),
            "late", "setTimeout(() => fetch('/heavy.js'), 1500)",
            "error", "console.error('lost')",
            "thrown", "null.length",
            "camera", """
                    navigator.mediaDevices.getUserMedia({video: true})
                        .then((stream) => { document.getElementById('v').srcObject = stream; })
                        .then(() => document.getElementById('v').play())""");

    private static Vertx vertx;
    private static HttpServer server;
    private static PageBrowser browser;

    @BeforeAll
    static void serve() {
        browser = PageBrowser.open();
        vertx = Vertx.vertx();
        server = vertx.createHttpServer().requestHandler(PageBrowserTest::answer).listen(0, "127.0.0.1").await();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            vertx.close().await();
        }
    }

    private static void answer(HttpServerRequest request) {
        String path = request.path().substring(1);
        String name = path.replaceAll("\\..*", "");
        String text = path.endsWith(".css") ? STYLE : NAME_TO_SCRIPT.get(name);
        String type = path.endsWith(".css") ? "text/css" : "text/javascript";
        if (!path.contains(".")) {
            String body = NAME_TO_BODY.get(name);
            text = body == null ? null : "<!doctype html><html lang=vi><meta charset=utf-8><title>x</title>"
                    + "<meta name=viewport content='width=device-width, initial-scale=1'>"
                    + "<link rel=stylesheet href=/s.css><body><main>" + body + "</main>";
            type = "text/html";
        }
        if (text == null) {
            request.response().setStatusCode(404).end("no");
            return;
        }
        request.response().putHeader("content-type", type + "; charset=utf-8")
                .putHeader("cache-control", "max-age=3600")
                .putHeader("content-security-policy", POLICY).end(text);
    }

    private static URI at(String page) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/" + page);
    }

    @Test
    void goodPageShouldPassInEveryWindow() throws Exception {
        List<WindowLook> looks = List.of(
                WindowLook.phone("vi"), WindowLook.desktop("en"), WindowLook.wall("vi"),
                WindowLook.phone("vi").withTextDoubled(), WindowLook.desktop("en").withReducedMotion(),
                WindowLook.phone("en").withoutJavaScript());
        for (WindowLook look : looks) {
            PageWindow window = browser.window(look).open(at("good"));

            window.audit("harness-good");

            assertEquals("phopay_lang=" + look.language(), window.evaluate("document.cookie"));
            assertEquals(look.reducedMotion(),
                    window.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches"));
            Path picture = Path.of("target", "screenshots", "harness-good" + look.suffix() + ".png");
            assertTrue(Files.size(picture) > 1000, picture.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "contrast,axe color-contrast", "label,axe label", "target,axe target-size", "wide,scrolls sideways",
        "shift,moves while it loads: 0.", "heavy,weighs 15", "outside,outside request", "error,console: lost",
        "thrown,uncaught: TypeError", "inline,console: ", "attribute,console: ", "missing,status 404: GET"})
    void badPageShouldBeRefused(String page, String fault) {
        PageWindow window = browser.phone("vi").open(at(page));

        AssertionError refused = assertThrows(AssertionError.class, () -> window.audit("harness-bad"));

        assertTrue(refused.getMessage().contains("\n- " + fault), refused.getMessage());
    }

    @Test
    void pageShouldBeRefusedWithoutScriptsToo() {
        PageWindow window = browser.window(WindowLook.phone("vi").withoutJavaScript()).open(at("label"));

        AssertionError refused = assertThrows(AssertionError.class, () -> window.audit("harness-bad"));

        assertTrue(refused.getMessage().contains("axe label"), refused.getMessage());
    }

    @Test
    void ruleShouldNotCountWhenItIsExempt() {
        browser.desktop("vi").open(at("contrast")).audit("harness-exempt", "color-contrast");
    }

    @Test
    void textShouldBeRefusedWhenItDoesNotGrow() {
        PageWindow window = browser.window(WindowLook.desktop("vi").withTextDoubled()).open(at("pixels"));

        AssertionError refused = assertThrows(AssertionError.class, () -> window.audit("harness-bad"));

        assertTrue(refused.getMessage().contains("text stays small: 18.0 to 18.0"), refused.getMessage());
        window.audit("harness-exempt", "doubled-text");
        assertEquals(36.0, window.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"));
    }

    @Test
    void weightShouldBeThatOfAFirstVisitWhenThePageIsCached() {
        PageWindow window = browser.desktop("vi").open(at("good"));
        long first = window.firstLoadBytes();
        assertTrue(first > STYLE.length() && first < 10_000, first + " bytes");

        window.open(at("late"));
        window.waitFor("performance.getEntriesByType('resource').some((e) => e.name.endsWith('heavy.js'))");
        window.open(at("good"));

        assertEquals(first, window.firstLoadBytes());
        window.visitAnew(false).open(at("good"));
        assertTrue(window.firstLoadBytes() < first);
    }

    @Test
    void weightShouldNotCountWhatComesLater() {
        PageWindow window = browser.desktop("vi").open(at("late"));

        window.waitFor("performance.getEntriesByType('resource').some((e) => e.name.endsWith('heavy.js'))");

        window.audit("harness-late");
    }

    @Test
    void complaintShouldBeGoneWhenItIsForgiven() {
        PageWindow window = browser.desktop("vi").open(at("error"));

        window.settle().forgive("lost");

        assertEquals(List.of(), window.complaints());
        assertThrows(AssertionError.class, () -> window.forgive("lost"));
    }

    @Test
    void keyboardShouldWalkAGoodPageAndBeLostOnABadOne() {
        PageWindow window = browser.phone("vi").open(at("good"));
        assertEquals(List.of("link hai trăm nghìn đồng", "textbox Số tiền", "button Xong: it's"),
                window.keyboard().tabThrough(10).stream().map(f -> f.role() + " " + f.name()).toList());

        for (String page : List.of("unseen", "covered", "nameless")) {
            PageKeys keys = browser.phone("vi").open(at(page)).keyboard();
            AssertionError lost = assertThrows(AssertionError.class, () -> keys.tabThrough(10), page);
            assertTrue(lost.getMessage().contains("lost"), lost.getMessage());
        }
    }

    @Test
    void keyboardShouldPressWhatHasTheFocus() {
        PageWindow window = browser.desktop("vi").open(at("label"));

        window.keyboard().tabTo("hai trăm nghìn đồng", 5);
        window.keyboard().press("Enter");

        window.page().waitForURL(at("good").toString());
    }

    @Test
    void windowsShouldNotShareCookies() {
        PageWindow one = browser.desktop("vi").open(at("good"));
        one.evaluate("document.cookie = 'mine=1'");

        PageWindow other = browser.desktop("vi").open(at("good"));

        assertFalse(((String) other.evaluate("document.cookie")).contains("mine"));
    }

    @Test
    void cameraShouldShowTheCodeThatIsHeldBeforeIt() {
        String text = "00020101021138540010A00000072701240006970422011001234567890208QRIBFTTA53037045802VN6304ABCD";
        CameraFeed feed = CameraFeed.of(CameraFeed.emptyTable(), CameraFeed.code(text));
        try (PageBrowser withCamera = PageBrowser.withCamera(feed)) {
            PageWindow window = withCamera.phone("vi").open(at("camera"));

            window.waitFor("document.getElementById('v').videoWidth === 640");

            Eventually.until(() -> textSeen(window, "#v"), text::equals);
            Eventually.until(() -> textSeen(window, "#v"), String::isEmpty);
            assertEquals(List.of(), window.complaints());
        }
    }

    /** What ZXing reads in the picture that the page's video shows now; empty for nothing. */
    private static String textSeen(PageWindow window, String video) {
        String url = (String) window.evaluate("""
                (() => {
                    const v = document.querySelector('%s');
                    const canvas = document.createElement('canvas');
                    [canvas.width, canvas.height] = [v.videoWidth, v.videoHeight];
                    canvas.getContext('2d').drawImage(v, 0, 0);
                    return canvas.toDataURL('image/png');
                })()""".formatted(video));
        byte[] png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
        try {
            BufferedImage seen = ImageIO.read(new ByteArrayInputStream(png));
            int width = seen.getWidth();
            int height = seen.getHeight();
            int[] pixels = seen.getRGB(0, 0, width, height, null, 0, width);
            RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
        } catch (ReaderException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
