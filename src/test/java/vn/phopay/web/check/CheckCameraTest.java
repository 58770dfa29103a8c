package vn.phopay.web.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.safety.PhotoFiles;
import vn.phopay.testing.CameraFeed;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The whole morning by camera: the own code is green, another's is an alarm, a report, and a case with its photo. */
class CheckCameraTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("check_camera").keepingInvariants();

    private static SafetyCity city;

    @BeforeAll
    static void open() {
        city = new SafetyCity(DB);
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void ownCodeBeforeTheCameraShouldBeGreenAndCountTheDays() {
        PortalShop shop = city.shop();
        CameraFeed feed = CameraFeed.of(CameraFeed.emptyTable(), CameraFeed.code(shop.code().getString("payload")));
        try (PageBrowser browser = PageBrowser.withCamera(feed)) {
            PageWindow window = city.open(shop, browser.phone("vi"), "/kiem-tra-sang");
            for (int day = 1; day <= 2; day++) {
                scan(window);
                assertEquals("GOOD", window.page().locator(".verdict").getAttribute("data-tone"));
                assertTrue(window.text(".facts").contains("Quầy 1"), window.text(".facts"));
                assertEquals(day + " ngày liền", window.text(".streak").replaceAll("\\s+", " "));
                city.clock.advance(Duration.ofDays(1));
                window.open(city.app.uri("/kiem-tra-sang"));
            }
            assertEquals(2, DB.pool().query("SELECT count(*) FROM self_check WHERE way = 'CAMERA'"
                    + " AND verdict = 'GREEN'").execute()
                    .await().iterator().next().getLong(0));
        }
    }

    @Test
    void anothersCodeBeforeTheCameraShouldEndAsACaseWithAPhoto() throws Exception {
        PortalShop shop = city.shop();
        PortalShop thief = city.shop();
        String desk = city.staff("desk", "REGISTRAR", "002");
        String elsewhere = city.staff("elsewhere", "REGISTRAR", "003");
        CameraFeed feed = CameraFeed.of(CameraFeed.code(thief.code().getString("payload")));
        try (PageBrowser browser = PageBrowser.withCamera(feed)) {
            PageWindow window = city.open(shop, browser.phone("vi"), "/kiem-tra-sang");
            scan(window);
            assertEquals("DANGER", window.page().locator(".verdict").getAttribute("data-tone"));
            assertEquals("Mã của cửa hàng khác!", window.text("h1"));
            Page page = window.page();
            page.waitForNavigation(() -> page.locator("text=Báo kèm ảnh").click());
            page.locator("#photo").setInputFiles(SafetyCity.file(
                    "IMG.jpg", "image/jpeg", PhotoFiles.fromPhone(2000, 1500, 6)));
            window.waitFor("!document.getElementById('preview').hidden");
            page.waitForNavigation(() -> page.locator("#report button[type=submit]").click());
            assertEquals("Đã nhận", window.text("#state"));
        }
        assertEquals(0, city.cases(elsewhere).size());
        JsonObject item = city.cases(desk).getFirst();
        JsonObject whole = city.app.as(desk, "GET", "/api/v1/cases/" + item.getString("id"), null);
        assertEquals("GENUINE", whole.getJsonObject("evidence").getString("status"));
        assertEquals(thief.accountNumber(),
                whole.getJsonObject("evidence").getJsonObject("payee").getString("accountNumber"));
        String address = whole.getJsonArray("reports").getJsonObject(0).getString("photo");
        HttpResponse<byte[]> photo = photo(address, desk);
        assertEquals("200 image/jpeg nosniff", photo.statusCode() + " "
                + photo.headers().firstValue("content-type").orElse("") + ' '
                + photo.headers().firstValue("x-content-type-options").orElse(""));
        assertEquals(1200, ImageIO.read(new ByteArrayInputStream(photo.body())).getWidth());
        assertEquals(404, photo(address, elsewhere).statusCode());
        assertEquals(403, photo(address, shop.token()).statusCode());
    }

    /** A tap on the large button; the camera sees the code by itself. */
    private static void scan(PageWindow window) {
        window.page().locator("#scan").click();
        window.page().waitForURL("**/ket-qua/**", new Page.WaitForURLOptions().setTimeout(60_000));
        window.waitFor("document.querySelector('.verdict')");
    }

    private static HttpResponse<byte[]> photo(String address, String token) throws Exception {
        URI uri = city.app.uri(address);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).header("authorization", "Bearer " + token).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
