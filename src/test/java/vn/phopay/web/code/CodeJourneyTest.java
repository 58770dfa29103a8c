package vn.phopay.web.code;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.qr.CodeReader;
import vn.phopay.testing.OptionalTool;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/**
 * An owner makes a code, prints it, prints it again, takes it back, and takes a whole batch back, in a real browser.
 */
class CodeJourneyTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("code_pages");

    @TempDir
    private static Path temp;

    private static TestApp app;
    private static PageBrowser browser;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
        browser = PageBrowser.open();
    }

    @AfterAll
    static void stop() {
        browser.close();
        app.close();
    }

    @Test
    void codeShouldBeMadePrintedPrintedAgainAndTakenBack() throws Exception {
        for (WindowLook look : new WindowLook[] {WindowLook.phone("vi"), WindowLook.desktop("en")}) {
            PortalShop shop = PortalShop.open(app);
            PageWindow window = visit(shop, look);
            window.open(app.uri("/ma-qr")).audit("code-list-first");
            window.open(app.uri("/ma-qr/moi")).audit("code-new");
            window.page().fill("#label", "Cửa ra vào");
            submit(window);
            window.page().waitForURL("**/ma-qr/qr_*/in?*");
            window.audit("code-kit");
            String payload = code(shop, "Cửa ra vào").getString("payload");
            assertPicturesShowTheCode(window, payload);

            window.page().check("input[value='a6-card']");
            window.page().fill("#copies", "2");
            submit(window);
            window.page().waitForURL("**/ma-qr/lo/prb_*");
            window.audit("code-batch");
            assertSheets(window, 2, payload, "1");
            window.page().fill("#copies", "1");
            submit(window);
            window.page().waitForURL("**/ma-qr/lo/prb_*");
            assertTrue(window.text("h1").endsWith("2"), window.text("h1"));
            assertSheets(window, 1, payload, "2");

            shop.pay(45_000, code(shop, "Cửa ra vào").getString("reference"));
            window.open(app.uri("/ma-qr")).audit("code-list");
            window.page().click("a[aria-label$='Cửa ra vào'].link.danger");
            window.page().waitForURL("**/huy");
            window.audit("code-revoke");
            window.page().check("input[value='lost']");
            submit(window);
            window.page().waitForURL("**/ma-qr?tat-ca=1*");
            window.audit("code-list-all");
            assertEquals("REVOKED", verdict(payload));
            assertEquals("GENUINE", verdict(shop.code().getString("payload")));
            window.open(app.uri("/ma-qr/" + code(shop, "Cửa ra vào").getString("id"))).audit("code-revoked");
            // A dead code is shown to nobody.
            assertThat(window.page().locator("main img")).hasCount(0);
        }
    }

    @Test
    void wholeBatchOfTablesShouldBePrintedAndRecalled() throws Exception {
        for (WindowLook look : new WindowLook[] {WindowLook.phone("vi"), WindowLook.desktop("en")}) {
            PortalShop shop = PortalShop.open(app);
            PageWindow window = visit(shop, look);
            window.open(app.uri("/ma-qr/ban")).audit("code-tables");
            window.page().fill("#count", "11");
            submit(window);
            window.page().waitForURL("**/ma-qr/lo/prb_*");
            String batch = window.page().url().replaceAll("\\?.*", "");
            List<String> payloads = codes(shop).stream().map(item -> ((JsonObject) item).getString("payload"))
                    .filter(payload -> !payload.equals(shop.code().getString("payload"))).sorted().toList();
            assertEquals(11, payloads.size());
            assertEquals(payloads, readAll(sheets(window)).stream().sorted().toList());
            window.page().fill("#copies", "1");
            submit(window);
            window.page().waitForURL("**/ma-qr/lo/prb_*");
            window.open(app.uri("/ma-qr/lo")).audit("code-batches");

            window.open(URI.create(batch));
            window.page().click("a.danger");
            window.page().waitForURL("**/thu-hoi");
            assertTrue(window.text(".notice strong").contains("2"), "names the other batch");
            window.audit("code-recall");
            submit(window);
            assertEquals(look.language().equals("vi") ? "Hãy chọn một lý do." : "Choose a reason.",
                    window.text("#reason .error"));
            window.screenshot("code-recall-fault");
            window.page().check("input[value='pasted']");
            window.page().fill("#note", "bàn 3 có mã lạ");
            submit(window);
            window.page().waitForURL("**/ma-qr/lo/prb_*");
            window.audit("code-batch-recalled");
            assertTrue(window.text(".notice.bad").contains("bàn 3 có mã lạ"), window.text(".notice.bad"));
            payloads.forEach(payload -> assertEquals("REVOKED", verdict(payload)));
            assertEquals("GENUINE", verdict(shop.code().getString("payload")));
            assertEquals(404, get(window, batch + ".pdf").status(), "dead paper is printed no more");
        }
    }

    @Test
    void codeShouldFillTheScreenForAPayer() throws Exception {
        for (WindowLook look : new WindowLook[] {
            WindowLook.phone("vi"), WindowLook.desktop("en"), WindowLook.phone("vi").withTextDoubled()}) {
            PortalShop shop = PortalShop.open(app);
            PageWindow window = visit(shop, look);
            window.open(app.uri("/ma-qr/" + shop.code().getString("id"))).audit("code-show");
            // Where a payer sees all of it: at the edge the tabs may cover a part.
            window.evaluate("void document.querySelector('#screen img').scrollIntoView({block: 'center'})");
            byte[] picture = window.page().locator("#screen img").screenshot();
            assertEquals(shop.code().getString("payload"),
                    CodeReader.zxing(ImageIO.read(new ByteArrayInputStream(picture))).getText());
            assertTrue(window.text("#screen").contains("NGUYEN THI HOA"), window.text("#screen"));
            assertFalse(window.page().content().contains(shop.accountNumber()), "no more than four digits");
        }
    }

    @Test
    void pagesShouldWorkWithoutScriptsAndSayWhatIsWrong() throws Exception {
        PortalShop shop = PortalShop.open(app);
        PageWindow window = visit(shop, WindowLook.phone("vi").withoutJavaScript());
        window.open(app.uri("/ma-qr")).audit("code-list");
        window.page().click("a[href='/ma-qr/moi']");
        submit(window);
        assertEquals("Mục này còn trống.", window.text("#label-error"));
        window.page().fill("#label", "Xe đẩy");
        submit(window);
        window.page().fill("#copies", "21");
        submit(window);
        assertEquals("Số tờ phải từ 1 đến 20.", window.text("#copies-error"));
        window.page().fill("#copies", "1");
        submit(window);
        assertEquals("Lô in 1", window.text("h1"));
        assertEquals(code(shop, "Xe đẩy").getString("payload"), readAll(sheets(window)).getFirst());
        window.open(app.uri("/ma-qr/ban"));
        window.page().fill("#count", "55");
        window.page().fill("#first", "0");
        submit(window);
        assertEquals("Hãy nhập một số từ 1 đến 54.", window.text("#count-error"));
        assertEquals("Hãy nhập một số từ 1 đến 900.", window.text("#first-error"));
        window.screenshot("code-tables-fault");
    }

    @Test
    void printingShouldWorkByKeyboardWithLargeText() {
        PortalShop shop = PortalShop.open(app);
        PageWindow window = visit(shop, WindowLook.phone("vi").withTextDoubled().withReducedMotion());
        window.open(app.uri("/ma-qr")).audit("code-list");
        window.keyboard().tabTo("In mã Quầy 1", 40);
        window.keyboard().press("Enter");
        window.page().waitForURL("**/in");
        window.audit("code-kit");
        window.keyboard().tabThrough(40);
        window.page().focus("input[name='layout']:checked");
        window.keyboard().press("ArrowDown");
        assertEquals("a6-card", window.page().inputValue("input[name='layout']:checked"));
        window.keyboard().tabTo("Tạo tệp để in", 10);
        window.keyboard().press("Enter");
        window.page().waitForURL("**/ma-qr/lo/prb_*");
        window.audit("code-batch");
    }

    @Test
    void listShouldFitThePhoneWhenASerialIsWide() {
        PortalShop shop = PortalShop.open(app);
        PageWindow window = visit(shop, WindowLook.phone("vi").withTextDoubled());
        window.open(app.uri("/ma-qr"));
        String serial = code(shop, "Quầy 1").getString("serial");
        assertEquals(1.0, window.evaluate("""
                [...document.querySelectorAll('.code .small')].flatMap((e) => [...e.childNodes])
                    .filter((n) => n.data?.includes('%s') && (n.data = n.data.replace('%s', '%s'))).length
                """.formatted(serial, serial, "W".repeat(serial.length()))));
        window.audit("code-list-wide");
    }

    @Test
    void formSentTwiceShouldPrintOnce() {
        PortalShop shop = PortalShop.open(app);
        PageWindow window = visit(shop, WindowLook.phone("vi"));
        window.open(app.uri("/ma-qr/ban"));
        Map<String, String> form = Map.of(
                "_csrf", (String) window.evaluate("document.querySelector('form [name=_csrf]').value"),
                "batch", (String) window.evaluate("document.querySelector('form [name=batch]').value"),
                "outlet", shop.outletId(), "name", "Bàn", "first", "1", "count", "3", "layout", "sticker-sheet");
        String first = post(window, "/ma-qr/ban", form).headers().get("location");
        String second = post(window, "/ma-qr/ban", form).headers().get("location");
        assertEquals(first.replaceAll("\\?.*", ""), second.replaceAll("\\?.*", ""));
        assertEquals(4, codes(shop).size(), "the printed one and three tables");
    }

    @Test
    void whatIsAnotherShopsShouldNotBeFound() {
        PortalShop shop = PortalShop.open(app);
        PageWindow window = visit(shop, WindowLook.phone("vi"));
        String code = "/ma-qr/" + shop.code().getString("id");
        window.open(app.uri(code + "/in"));
        submit(window);
        window.page().waitForURL("**/ma-qr/lo/prb_*");
        String batch = window.page().url().replaceAll(".*(/ma-qr/lo/prb_\\w+).*", "$1");

        PortalShop other = PortalShop.open(app);
        PageWindow stranger = visit(other, WindowLook.phone("vi"));
        for (String path : List.of(code, code + "/in", code + "/huy", code + "/xem/a6-card", batch, batch + ".pdf",
                batch + ".svg", batch + "/thu-hoi", "/ma-qr/qr_nonsense", "/ma-qr/lo/prb_nonsense")) {
            assertEquals(404, get(stranger, app.uri(path).toString()).status(), path);
            if (path.contains(shop.code().getString("id")) || path.equals(batch)) {
                assertEquals(200, get(window, app.uri(path).toString()).status(), path);
            }
        }
        stranger.open(app.uri("/ma-qr/moi"));
        Map<String, String> form = Map.of(
                "_csrf", (String) stranger.evaluate("document.querySelector('form [name=_csrf]').value"),
                "batch", batch.replaceAll(".*/", ""), "reason", "lost", "layout", "a6-card", "copies", "1");
        for (String path : List.of(code + "/in", code + "/huy", batch + "/thu-hoi", batch + "/in-lai")) {
            assertEquals(404, post(stranger, path, form).status(), path);
        }
        assertEquals("GENUINE", verdict(shop.code().getString("payload")));
        stranger.open(app.uri(code));
        assertEquals("Không tìm thấy", stranger.text("h1"));
        assertEquals(200, get(stranger, app.uri("/ma-qr").toString()).status());
        assertFalse(get(stranger, app.uri("/ma-qr").toString()).text().contains(shop.code().getString("serial")));
    }

    @Test
    void shopThatWaitsShouldSeeWhyThereAreNoCodes() {
        for (WindowLook look : new WindowLook[] {WindowLook.phone("vi"), WindowLook.desktop("en")}) {
            PortalShop shop = PortalShop.open(app);
            app.as(app.adminToken(), "POST", "/api/v1/merchants/" + shop.merchantId() + "/suspend",
                    new JsonObject().put("reason", "địa chỉ không đúng"));
            PageWindow window = visit(shop, look);
            window.open(app.uri("/ma-qr")).audit("code-suspended");
            assertTrue(window.text(".notice.warn").contains("địa chỉ không đúng"), window.text(".notice.warn"));
            assertThat(window.page().locator("a[href='/ma-qr/moi']")).hasCount(0);
            window.open(app.uri("/ma-qr/moi")).audit("code-new-suspended");
            assertThat(window.page().locator("main form")).hasCount(0);
        }
    }

    @Test
    void codeOfAChangedAccountShouldBeWarnedAbout() {
        PortalShop shop = PortalShop.open(app);
        DB.pool().query("UPDATE merchant_account SET status = 'REPLACED', replaced_at = now() WHERE account_number = '"
                + shop.accountNumber() + "'").execute().await();
        PageWindow window = visit(shop, WindowLook.phone("vi"));
        window.open(app.uri("/ma-qr")).audit("code-account-changed");
        assertTrue(window.text(".notice.bad").contains("tài khoản cũ"), window.text(".notice.bad"));
        assertTrue(window.text(".notice.warn").contains("đang chờ thành phố duyệt"), window.text(".notice.warn"));
    }

    private static PageWindow visit(PortalShop shop, WindowLook look) {
        PageWindow window = browser.window(look);
        window.open(app.uri("/dang-nhap"));
        shop.logIn(window);
        return window;
    }

    private static void submit(PageWindow window) {
        window.page().click("main form button[type=submit]");
    }

    /** Each preview, as the browser draws it, is the code in question. */
    private static void assertPicturesShowTheCode(PageWindow window, String payload) throws Exception {
        assertThat(window.page().locator(".sheet img")).hasCount(4);
        for (String source : window.page().locator(".sheet img").evaluateAll("all => all.map(img => img.src)")
                .toString().replaceAll("[\\[\\]]", "").split(", ")) {
            assertEquals("image/svg+xml", get(window, source).headers().get("content-type"));
            Page picture = window.page().context().newPage();
            picture.setViewportSize(1300, 1800);
            picture.navigate(source);
            Path png = temp.resolve("preview.png");
            picture.screenshot(new Page.ScreenshotOptions().setPath(png));
            picture.close();
            assertTrue(CodeReader.zbarimg(png).contains(payload), source);
        }
    }

    private static void assertSheets(PageWindow window, int pages, String payload, String batchNumber)
            throws Exception {
        byte[] pdf = sheets(window);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(pages, document.getNumberOfPages());
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Lô in / Batch: " + batchNumber + " ·"), text);
        }
        assertEquals(payload, readAll(pdf).getFirst());
    }

    private static byte[] sheets(PageWindow window) {
        String href = window.page().locator("a[href$='.pdf']").getAttribute("href");
        APIResponse answer = get(window, app.uri(href).toString());
        assertEquals(200, answer.status());
        assertEquals("application/pdf", answer.headers().get("content-type"));
        return answer.body();
    }

    /** What is read off the sheets, as another program rasterises them: zbar misses some of many codes at one size. */
    private static List<String> readAll(byte[] pdf) throws Exception {
        Set<String> read = new LinkedHashSet<>();
        for (int dotsPerInch : new int[] {150, 300}) {
            read.addAll(readAll(pdf, dotsPerInch));
        }
        return List.copyOf(read);
    }

    private static List<String> readAll(byte[] pdf, int dotsPerInch) throws Exception {
        Path program = OptionalTool.require("pdftoppm");
        OptionalTool.require("zbarimg");
        Path file = Files.write(temp.resolve("sheets.pdf"), pdf);
        Path target = Files.createTempDirectory(temp, "sheets");
        assertEquals(0, new ProcessBuilder(program.toString(), "-r", String.valueOf(dotsPerInch), "-png",
                file.toString(), target.resolve("sheet").toString()).inheritIO().start().waitFor());
        try (var pages = Files.list(target)) {
            List<Path> sheets = pages.sorted().toList();
            BufferedImage first = ImageIO.read(sheets.getFirst().toFile());
            assertTrue(first.getWidth() > 500, "a sheet of paper");
            StringBuilder read = new StringBuilder();
            for (Path sheet : sheets) {
                read.append(CodeReader.zbarimg(sheet)).append('\n');
            }
            return read.toString().lines().filter(line -> !line.isEmpty()).toList();
        }
    }

    private static APIResponse get(PageWindow window, String address) {
        return window.page().context().request().get(address);
    }

    private static APIResponse post(PageWindow window, String path, Map<String, String> fields) {
        FormData form = FormData.create();
        fields.forEach(form::set);
        return window.page().context().request().post(
                app.uri(path).toString(), RequestOptions.create().setForm(form).setMaxRedirects(0));
    }

    private static JsonArray codes(PortalShop shop) {
        return app.as(shop.token(), "GET", "/api/v1/outlets/" + shop.outletId() + "/qr-codes", null)
                .getJsonArray("items");
    }

    private static JsonObject code(PortalShop shop, String label) {
        return codes(shop).stream().map(JsonObject.class::cast)
                .filter(code -> label.equals(code.getString("label"))).findFirst().orElseThrow();
    }

    private static String verdict(String payload) {
        return new JsonObject(app.send("POST", "/api/v1/qr-codes/verify",
                new JsonObject().put("payload", payload)).body()).getString("status");
    }
}
