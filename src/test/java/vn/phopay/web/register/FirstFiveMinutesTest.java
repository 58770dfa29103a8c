package vn.phopay.web.register;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.web.register.RegisterSteps.next;
import static vn.phopay.web.register.RegisterSteps.pick;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.qr.CodeReader;
import vn.phopay.testing.CameraFeed;
import vn.phopay.testing.OptionalTool;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.register.Visitor.Shop;

/**
 * Somebody who never saw phopay goes, on a phone of 360 pixels, from nothing to a code on paper that her own phone has
 * checked, and hears her first payment. Pictures of every step are kept. How long a person takes is counted by taps,
 * typed characters and screens to be read, at the pace of an elderly beginner on a phone; the machine's own time is
 * counted besides. The city's approval is done at once, by its API: how long staff take is not hers.
 */
class FirstFiveMinutesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("first_five_minutes");

    private static final Duration TIME_MAX = Duration.ofMinutes(5);

    @TempDir
    private Path temp;

    private final Shop shop = Shop.next();
    private final Pace pace = new Pace();
    private int step;

    /** A beginner's pace: 1.0 s a typed character, 2.5 s a tap, 6 s to read a new screen. */
    private static final class Pace {
        private static final Duration CHARACTER = Duration.ofMillis(1_000);
        private static final Duration TAP = Duration.ofMillis(2_500);
        private static final Duration SCREEN = Duration.ofMillis(6_000);

        private Duration spent = Duration.ZERO;

        void type(Page page, String field, String text) {
            page.locator("input#" + field).pressSequentially(text);
            spent = spent.plus(TAP).plus(CHARACTER.multipliedBy(text.length()));
        }

        void tap(int taps) {
            spent = spent.plus(TAP.multipliedBy(taps));
        }

        void read() {
            spent = spent.plus(SCREEN);
        }
    }

    @Test
    void newcomerShouldHearHerFirstPaymentInUnderFiveMinutes() throws Exception {
        long startedNs = System.nanoTime();
        try (TestApp app = TestApp.start(DB); PageBrowser browser = PageBrowser.open()) {
            TestBank bank = app.bank("mbb", "970422");
            TestPostgres.await(app.refreshBanks());
            PageWindow window = browser.phone("vi");
            String merchant = register(app, window);
            approve(app, merchant);
            BufferedImage paper = print(app, window);
            try (PageBrowser camera = PageBrowser.withCamera(CameraFeed.of(photo(paper)))) {
                check(app, window, camera.phone("vi"));
            }
            hear(app, window, bank);
        }
        Duration machine = Duration.ofNanos(System.nanoTime() - startedNs);
        System.out.printf("first five minutes: a beginner %d s by her hands and eyes, the machine %d s besides%n",
                pace.spent.toSeconds(), machine.toSeconds());
        assertTrue(pace.spent.compareTo(TIME_MAX) < 0, () -> "it takes " + pace.spent);
    }

    private String register(TestApp app, PageWindow window) {
        Page page = window.open(app.uri("/")).page();
        show(window, "first page");
        page.locator("#start a[href='/dang-ky']").click();
        show(window, "begin");
        page.locator("a[href='/dang-ky/1']").click();
        pace.tap(2);
        pace.type(page, "displayName", "Phở Hoa");
        page.selectOption("#trade", "FOOD");
        pace.type(page, "legalName", "Nguyễn Thị Hoa");
        pace.type(page, "taxCode", shop.get("taxCode"));
        pace.tap(3);
        show(window, "shop");
        next(page);
        pick(page, "street", "hang nga", "Hàng Ngang");
        pace.type(page, "houseNumber", "12");
        pace.tap(3 + "hang nga".length() / 2);
        show(window, "street");
        next(page);
        pick(page, "bank", "mb", "MBBank – Ngân hàng Quân đội");
        pace.type(page, "accountNumber", shop.get("accountNumber").replace(" ", ""));
        pace.tap(4);
        show(window, "account");
        next(page);
        pace.type(page, "phone", shop.get("phone").replace(" ", ""));
        pace.type(page, "password", Visitor.PASSWORD);
        page.check("#consentTerms");
        page.check("#consentData");
        pace.tap(3);
        show(window, "phone and password");
        next(page);
        page.waitForURL("**/dang-ky/xong");
        show(window, "registered");
        JsonObject found = app.as(app.adminToken(), "GET", "/api/v1/merchants?status=PENDING", null);
        return found.getJsonArray("items").getJsonObject(0).getString("id");
    }

    private static void approve(TestApp app, String merchant) {
        app.as(app.adminToken(), "POST", "/api/v1/merchants/" + merchant + "/approve", new JsonObject());
    }

    /** From the first page to the sheet as a printer would lay it down. */
    private BufferedImage print(TestApp app, PageWindow window) throws IOException, InterruptedException {
        Page page = window.open(app.uri("/hom-nay")).page();
        show(window, "approved");
        page.locator(".todo a.button").first().click();
        page.locator("a[href='/ma-qr/moi']").first().click();
        pace.tap(2);
        pace.type(page, "label", "Quầy");
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL("**/in?*");
        show(window, "choose the paper");
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL("**/ma-qr/lo/prb_*");
        pace.tap(2);
        show(window, "print");
        String pdf = page.locator("a[href$='.pdf']").first().getAttribute("href");
        APIResponse file = page.context().request().get(app.uri(pdf).toString());
        assertEquals(200, file.status());
        pace.tap(2);
        return rasterised(file.body());
    }

    private BufferedImage rasterised(byte[] pdf) throws IOException, InterruptedException {
        Path program = OptionalTool.require("pdftoppm");
        Path file = Files.write(temp.resolve("sheet.pdf"), pdf);
        Process process = new ProcessBuilder(program.toString(), "-r", "150", "-png", "-singlefile", file.toString(),
                temp.resolve("sheet").toString()).start();
        assertEquals(0, process.waitFor());
        return ImageIO.read(temp.resolve("sheet.png").toFile());
    }

    /** What a phone's camera sees of the code on the paper. */
    private static BufferedImage photo(BufferedImage paper) throws Exception {
        return CameraFeed.code(CodeReader.zxing(paper).getText());
    }

    private void check(TestApp app, PageWindow window, PageWindow camera) {
        camera.open(app.uri("/dang-nhap"));
        camera.page().context().addCookies(window.page().context().cookies());
        Page page = camera.open(app.uri("/kiem-tra-sang")).page();
        show(camera, "check the code");
        page.locator("#scan").click();
        page.waitForURL("**/kiem-tra-sang/ket-qua/**");
        assertThat(page.locator(".verdict-GOOD")).isVisible();
        pace.tap(3);
        show(camera, "it is hers");
    }

    private void hear(TestApp app, PageWindow window, TestBank bank) {
        window.open(app.uri("/truc-tiep"));
        show(window, "listen");
        window.settle().page().locator("#start").click();
        pace.tap(1);
        window.waitFor("document.getElementById('live').journal"
                + "?.some((e) => e.what === 'said' && e.id === 'sound-on')");
        pay(app, bank);
        window.waitFor("document.getElementById('live').journal"
                + ".some((e) => e.what === 'said' && e.text === 'Đã nhận năm mươi nghìn đồng')");
        show(window, "heard");
    }

    private void pay(TestApp app, TestBank bank) {
        JsonObject transfer = new JsonObject().put("transactionId", "FT26326000001")
                .put("accountNumber", shop.get("accountNumber").replace(" ", "")).put("amount", 50_000)
                .put("currency", "VND").put("direction", "CREDIT").put("memo", "tra tien pho")
                .put("occurredAt", Clock.systemUTC().instant().toString());
        byte[] body = new JsonObject().put("transactions", new JsonArray(List.of(transfer))).encode()
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                app.sendBytes("POST", bank.path(), body, bank.sign(body, Clock.systemUTC().instant()));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private void show(PageWindow window, String what) {
        pace.read();
        step++;
        window.screenshot("five-minutes-%02d-%s".formatted(step, what.replace(' ', '-')));
    }
}
