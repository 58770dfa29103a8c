package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.ReaderException;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.it.City.Shop;
import vn.phopay.qr.CodeReader;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.OptionalTool;
import vn.phopay.testing.OutsideClient;
import vn.phopay.testing.OutsideClient.Who;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** A code as the public meets it: printed, read by any reader, verified online and off, and forged. */
class PrintedCodeTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("printed_code");

    private static final MovableClock CLOCK = MovableClock.morning();
    private static final String GUID = "vn.example.city";
    private static TestApp app;
    private static OutsideClient client;
    private static JsonObject code;

    @TempDir
    private Path temp;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB, CLOCK, Map.of("PHOPAY_ADMIN_LOGIN", "thanh",
                "PHOPAY_ADMIN_PASSWORD", City.PASSWORD, "PHOPAY_QR_GUID", GUID));
        client = new OutsideClient(app.uri("/"));
        City city = new City(client, CLOCK, "thanh", City.PASSWORD);
        Shop shop = city.open(city.registrar, City.HOAN_KIEM, "hang-ngang");
        code = city.staticCode(shop);
    }

    @AfterAll
    static void stop() {
        client.close();
        app.close();
    }

    @Test
    void imagesShouldReadAsThePayloadWhenDownloadedByAnyone() throws IOException, ReaderException {
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(image(".png?size=600", "image/png")));
        String svg = new String(image(".svg", "image/svg+xml"), StandardCharsets.UTF_8);

        assertEquals(payload(), CodeReader.zxing(png).getText());
        assertEquals(payload(), CodeReader.zxing(poster()).getText());
        assertTrue(svg.startsWith("<svg") || svg.startsWith("<?xml"), svg.substring(0, 40));
    }

    @Test
    void posterShouldReadAsThePayloadWhenOtherProgramsRasteriseAndReadIt() throws Exception {
        Path pdftoppm = OptionalTool.require("pdftoppm");
        OptionalTool.require("zbarimg");
        Path pdf = Files.write(temp.resolve("poster.pdf"), image(".pdf?layout=a4-poster", "application/pdf"));

        int exit = new ProcessBuilder(pdftoppm.toString(), "-r", "150", "-png", "-singlefile", pdf.toString(),
                temp.resolve("poster").toString()).inheritIO().start().waitFor();

        assertEquals(0, exit);
        assertEquals(payload(), CodeReader.zbarimg(temp.resolve("poster.png")));
    }

    @Test
    void verificationShouldNameThePayeeWhenTheCodeIsGenuine() {
        JsonObject verdict = verify(payload());

        assertEquals("GENUINE", verdict.getString("status"));
        assertEquals(code.getString("keyId"), verdict.getString("keyId"));
        JsonObject merchant = verdict.getJsonObject("merchant");
        assertEquals("NGUYEN THI HOA", merchant.getString("accountName"));
        assertEquals("MBBank", merchant.getString("bank"));
        assertEquals("Hàng Ngang", merchant.getString("street"));
        assertEquals("Quận Hoàn Kiếm", merchant.getString("district"));
    }

    @Test
    void verificationShouldTellForgedAndMalformedWhenOneCharacterIsChanged() {
        for (String forged : forgeries()) {
            assertEquals("FORGED", verify(forged).getString("status"), forged);
            String broken = forged.substring(0, forged.length() - 4) + payload().substring(payload().length() - 4);
            assertEquals("MALFORMED", verify(broken).getString("status"), broken);
        }
    }

    @Test
    void commandLineShouldVerifyOfflineWhenGivenTheServedKeyList() throws Exception {
        byte[] keyList = client.send(Who.ANYONE, "GET", "/.well-known/jwks.json", null).body();
        Path jwks = Files.write(temp.resolve("jwks.json"), keyList);
        List<String> payloads = new ArrayList<>(List.of(payload()));
        payloads.addAll(forgeries());

        List<JsonObject> answers = cli(payloads, "qr", "verify", "--jwks", jwks.toString(), "--guid", GUID,
                "--at", CLOCK.instant().plus(Duration.ofMinutes(1)).toString());

        List<String> expected = new ArrayList<>(List.of("VALID"));
        forgeries().forEach(forged -> expected.add("BAD_SIGNATURE"));
        assertEquals(expected, answers.stream().map(answer -> answer.getString("result")).toList());
        assertEquals(code.getString("serial"), answers.getFirst().getString("serial"));
    }

    private static String payload() {
        return code.getString("payload");
    }

    private static byte[] image(String form, String contentType) {
        HttpResponse<byte[]> answer =
                client.send(Who.ANYONE, "GET", "/api/v1/qr-codes/" + code.getString("id") + form, null);
        assertEquals(200, answer.statusCode());
        assertEquals(contentType, answer.headers().firstValue("content-type").orElse(""));
        return answer.body();
    }

    private static BufferedImage poster() throws IOException {
        try (PDDocument document = Loader.loadPDF(image(".pdf", "application/pdf"))) {
            return new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.RGB);
        }
    }

    private static JsonObject verify(String payload) {
        return client.post(Who.ANYONE, "/api/v1/qr-codes/verify", new JsonObject().put("payload", payload));
    }

    /** One digit of the account, of the issue time and of the serial, and one character of the signature changed. */
    private static List<String> forgeries() {
        String payload = payload();
        int account = payload.indexOf("0123");
        int serial = payload.indexOf(code.getString("serial"));
        int signature = payload.lastIndexOf(GUID) + GUID.length() + 4;
        return List.of(changed(account + 9), changed(serial - 28), changed(serial + 5), changed(signature + 10));
    }

    /** The payload with another character at {@code index} and a checksum that holds again. */
    private static String changed(int index) {
        char was = payload().charAt(index);
        char now = was == '7' ? '8' : '7';
        String body = payload().substring(0, index) + now + payload().substring(index + 1, payload().length() - 4);
        return body + crc(body);
    }

    /** CRC-16, polynomial 0x1021, initial 0xFFFF, not reflected. */
    private static String crc(String text) {
        int crc = 0xFFFF;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (octet & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
        }
        return String.format("%04X", crc & 0xFFFF);
    }

    private List<JsonObject> cli(List<String> lines, String... args) throws Exception {
        Path in = Files.write(temp.resolve("in"), lines);
        Path out = temp.resolve("out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), "vn.phopay.cli.Main"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectInput(in.toFile()).redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertEquals(0, process.waitFor());
        return Files.readAllLines(out).stream().map(JsonObject::new).toList();
    }
}
