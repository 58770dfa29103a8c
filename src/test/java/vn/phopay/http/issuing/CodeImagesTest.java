package vn.phopay.http.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.http.issuing.IssuingFixture.body;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.http.issuing.IssuingFixture.Shop;
import vn.phopay.paper.PrintLayout;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class CodeImagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("code_images");

    @TempDir
    static Path keys;

    private static final int PRINT_DPI = 200;

    private static IssuingFixture fixture;
    private static Shop shop;
    private static JsonObject code;
    private static String path;

    @BeforeAll
    static void open() throws Exception {
        fixture = new IssuingFixture(DB, keys);
        shop = fixture.shop();
        code = fixture.issued(shop);
        path = "/api/v1/qr-codes/" + code.getString("id");
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void pdfShouldReadBackAsAGenuineCodeWhenItIsPrinted() throws Exception {
        HttpResponse<byte[]> pdf = fixture.download(path + ".pdf?layout=a4-poster");
        assertEquals("application/pdf", pdf.headers().firstValue("content-type").orElseThrow());
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            String read = read(new PDFRenderer(document).renderImageWithDPI(0, PRINT_DPI));
            assertEquals(code.getString("payload"), read);
            assertEquals("GENUINE", fixture.verify(read).getString("status"));
        }
    }

    @Test
    void pngShouldReadBackAndKeepToItsSize() throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(fixture.download(path + ".png?size=400").body()));
        assertTrue(image.getWidth() <= 400 && image.getWidth() > 200, () -> "width " + image.getWidth());
        assertEquals(code.getString("payload"), read(image));
        assertEquals(200, fixture.get(path + ".png?size=128", null).statusCode());
        assertEquals(400, fixture.get(path + ".png?size=127", null).statusCode());
        assertEquals(400, fixture.get(path + ".png?size=2049", null).statusCode());
    }

    @Test
    void svgShouldBeCachedByItsTag() throws Exception {
        HttpResponse<byte[]> svg = fixture.download(path + ".svg");
        assertTrue(new String(svg.body(), StandardCharsets.UTF_8).startsWith("<svg"));
        assertEquals("public, max-age=60", svg.headers().firstValue("cache-control").orElseThrow());
        String tag = svg.headers().firstValue("etag").orElseThrow();
        HttpResponse<String> again = fixture.http.send("GET", path + ".svg", null, "if-none-match", tag);
        assertEquals(304, again.statusCode());
        assertEquals(tag, again.headers().firstValue("etag").orElseThrow());
    }

    @Test
    void pdfShouldComeOnEveryLayoutAndReadAsItsPayload() throws Exception {
        for (PrintLayout layout : PrintLayout.values()) {
            HttpResponse<byte[]> pdf = fixture.download(path + ".pdf?layout=" + layout.layoutName());
            assertEquals(200, pdf.statusCode());
            assertEquals(Optional.empty(), pdf.headers().firstValue("print-warning"), "our codes have room everywhere");
            try (PDDocument document = Loader.loadPDF(pdf.body())) {
                assertEquals(layout.layoutName(), document.getDocumentInformation().getSubject());
                String text = new PDFTextStripper().getText(document);
                assertTrue(text.contains("pay.example.vn/kiem-tra") && text.contains("23/11/2026"), text);
                assertTrue(text.contains(code.getString("serial")), text);
            }
        }
    }

    @Test
    void pdfShouldWarnWhenTheCodeIsTooDenseForThePaper() throws Exception {
        JsonObject dense = fixture.issued(shop);
        fixture.run("UPDATE qr_code SET payload = $1 WHERE serial = $2", "x".repeat(600), dense.getString("serial"));
        String densePath = "/api/v1/qr-codes/" + dense.getString("id") + ".pdf?layout=";
        HttpResponse<byte[]> stickers = fixture.download(densePath + "sticker-sheet");
        assertEquals("module-below-0.6-mm", stickers.headers().firstValue("print-warning").orElseThrow());
        try (PDDocument document = Loader.loadPDF(stickers.body())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertTrue(text.contains("hãy in khổ lớn hơn"), text);
        }
        assertEquals(Optional.empty(),
                fixture.download(densePath + "a4-poster").headers().firstValue("print-warning"));
    }

    @Test
    void pdfShouldRefuseALayoutThatDoesNotExistAndNameTheOnesThatDo() {
        JsonObject problem = body(400, fixture.get(path + ".pdf?layout=a3-poster", null));
        for (String layout : PrintLayout.names()) {
            assertTrue(problem.encode().contains(layout), problem::encode);
        }
    }

    @Test
    void requestShouldBeShownOnScreenAndNotOnPaper() throws Exception {
        JsonObject request = fixture.requested(shop, 45_000);
        String requestPath = "/api/v1/qr-codes/" + request.getString("id");
        assertEquals("https://pay.example.vn" + requestPath + ".png",
                request.getJsonObject("links").getString("png"));
        byte[] png = fixture.download(requestPath + ".png").body();
        assertEquals(request.getString("payload"), read(ImageIO.read(new ByteArrayInputStream(png))));
        assertEquals(200, fixture.get(requestPath + ".svg", null).statusCode());
        assertEquals(404, fixture.get(requestPath + ".pdf", null).statusCode());
    }

    @Test
    void imageShouldBeMissingWhenNobodyHasTheId() {
        assertEquals(404, fixture.get("/api/v1/qr-codes/qr_00000000000000000000000000.svg", null).statusCode());
        assertEquals(404, fixture.get("/api/v1/qr-codes/x.png", null).statusCode());
    }

    private static String read(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        } catch (NotFoundException e) {
            // ZXing's finder misses some images without any blur, which it reads as what they are: nothing but a code.
            return new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true)).getText();
        }
    }
}
