package vn.phopay.web.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The page over HTTP, as a browser without scripts sends its form. */
class VerifyPageTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("verify_page");
    @RegisterExtension
    static final TestDatabase LIMITED_DB = TestPostgres.newDatabase("verify_page_limited");

    private static final String BOUNDARY = "----phopay";

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
    @CsvSource({
        "GENUINE,Thật,good", "REVOKED,Đã hủy,bad", "SUSPENDED,Tạm ngừng,warn", "EXPIRED,Hết hạn,warn",
        "UNSIGNED,Không có chữ ký,unknown", "FORGED,Giả,bad", "UNKNOWN_KEY,Chữ ký lạ,unknown",
        "MALFORMED,Sai dạng,warn"})
    void pageShouldSayItsWordWhenACodeIsPasted(String status, String word, String tone) {
        HttpResponse<String> answer = paste("  " + city.leadingTo(status) + "\r\n");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("data-tone=\"" + tone + "\" data-status=\"" + status + "\""), answer.body());
        assertTrue(answer.body().contains(">" + word + "</h2>"), answer.body());
        assertTrue(answer.body().contains("hãy so tên người nhận mà ngân hàng của bạn hiện ra"));
        assertEquals("no-store", answer.headers().firstValue("cache-control").orElse(""));
    }

    @Test
    void pageShouldShowWhoIsPaidAndOnlyTheLastDigits() {
        String page = paste(city.genuine()).body();

        String account = city.shop.accountNumber();
        String shown = page.substring(page.indexOf("verdict-facts"), page.indexOf("</dl>"));
        assertTrue(shown.contains("Phở Hoa Hàng Ngang"), shown);
        assertTrue(shown.contains("NGUYEN THI HOA") && shown.contains("MBBank"), shown);
        assertTrue(shown.contains("•••• " + account.substring(account.length() - 4)), shown);
        assertTrue(shown.contains("Hàng Ngang, "), shown);
        assertFalse(shown.contains(account), shown);
    }

    @Test
    void pageShouldShowTheAmountOfACodeForOnePayment() {
        assertTrue(paste(city.requested()).body().contains("50.000\u00a0₫"));
    }

    @Test
    void pageShouldSayWhatAnUnsignedCodeClaimsOnlyAsItsClaim() {
        String page = paste(ScanCity.UNSIGNED).body();
        assertTrue(page.contains("<dt>Mã tự ghi tên</dt><dd>NGUOI LA</dd>"), page);
    }

    @Test
    void pageShouldReadAnUploadedPicture() {
        for (byte[] picture : new byte[][] {
            CodePhotos.screenshot(city.genuine()), CodePhotos.photograph(city.genuine())}) {
            HttpResponse<String> answer = upload(picture, "");
            assertTrue(answer.body().contains("data-status=\"GENUINE\""), answer.body());
        }
    }

    @Test
    void pageShouldSayWhatIsWrongWithAPicture() {
        assertRefused(upload(CodePhotos.withoutCode(), ""), "Không thấy mã QR nào trong ảnh");
        assertRefused(upload("no picture".getBytes(StandardCharsets.UTF_8), ""), "Không mở được ảnh này");
        assertRefused(upload(new byte[0], ""), "Hãy dán nội dung mã hoặc chọn một ảnh trước");
        HttpResponse<String> huge = upload(new byte[13 * 1024 * 1024], "");
        assertEquals(413, huge.statusCode());
        assertTrue(huge.body().contains("Tệp lớn quá"), huge.body());
    }

    @Test
    void pageShouldKeepWhatWasTypedWhenItIsRefused() {
        HttpResponse<String> answer = paste("x".repeat(4_097));
        assertRefused(answer, "Dài quá");
        assertTrue(answer.body().contains("x".repeat(4_097)));
        assertRefused(paste(" "), "Hãy dán nội dung mã");
    }

    @Test
    void pageShouldTakeCodesAsTextWhenTheyLookLikeMarkup() {
        String nasty = "<img src=x onerror=alert(1)>";
        String page = paste(nasty).body();
        assertFalse(page.contains(nasty), page);
        assertTrue(page.contains("data-status=\"MALFORMED\""));
    }

    @Test
    void clientsShouldBeHeldToTheirRateOnBothWays() {
        Map<String, String> settings = Map.of(
                "PHOPAY_PUBLIC_RATE_BURST", "3", "PHOPAY_PUBLIC_RATE_PER_MINUTE", "1");
        try (ScanCity small = new ScanCity(LIMITED_DB, settings)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(200, paste(small, ScanCity.UNSIGNED).statusCode());
                assertEquals(200, ask(small, ScanCity.UNSIGNED).statusCode());
            }
            HttpResponse<String> page = paste(small, ScanCity.UNSIGNED);
            assertEquals(429, page.statusCode());
            assertTrue(page.body().contains("Chậm lại một chút"), page.body());
            assertTrue(page.headers().firstValue("retry-after").isPresent());
            assertEquals(429, ask(small, ScanCity.UNSIGNED).statusCode());
        }
    }

    /** Tables are compared by the number of their rows and searched as text; the log is heard at its finest. */
    @Test
    void nothingOfACheckShouldBeKeptOrLogged() {
        String payload = ScanCity.withCrc(ScanCity.OF_ANOTHER_KEY);
        String serial = "7Q4K2ZP9XD3MW";
        JsonObject before = city.rows(serial);
        Logger root = (Logger) LoggerFactory.getLogger("vn.phopay");
        Level level = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.ALL);
        try {
            assertEquals(200, paste(payload).statusCode());
            assertEquals(200, upload(CodePhotos.screenshot(payload), "").statusCode());
            assertEquals(200, ask(city, payload).statusCode());
            assertEquals(200, paste(city.forged()).statusCode());
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }

        assertEquals(before, city.rows(serial));
        assertTrue(before.encode().contains("qr_code"), before.encode());
        assertFalse(before.encode().matches(".*, [1-9][0-9]* with it.*"), before.encodePrettily());
        String said = log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
        for (String secret : new String[] {payload, serial, "0011001234567", "PHO CO BUN CHA", "127.0.0.1"}) {
            assertFalse(said.contains(secret), said);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String text) {
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains(text), answer.body());
    }

    private static HttpResponse<String> paste(String payload) {
        return paste(city, payload);
    }

    private static HttpResponse<String> paste(ScanCity where, String payload) {
        String form = "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
        return where.app.sendBytes("POST", "/kiem-tra", form.getBytes(StandardCharsets.UTF_8),
                "content-type", "application/x-www-form-urlencoded");
    }

    private static HttpResponse<String> ask(ScanCity where, String payload) {
        return where.app.send("POST", "/api/v1/qr-codes/verify", new JsonObject().put("payload", payload));
    }

    private static HttpResponse<String> upload(byte[] picture, String payload) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\ncontent-disposition: form-data; name=\"payload\"\r\n\r\n" + payload
                + "\r\n--" + BOUNDARY + "\r\ncontent-disposition: form-data; name=\"picture\"; filename=\"a.jpg\"\r\n"
                + "content-type: image/jpeg\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return city.app.sendBytes("POST", "/kiem-tra", body.toByteArray(),
                "content-type", "multipart/form-data; boundary=" + BOUNDARY);
    }
}
