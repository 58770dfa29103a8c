package vn.phopay.web.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** The pages in a real browser: an edition from its file to the shops it moves, a calendar, a table of denominators. */
class GeoPagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("geo_pages").keepingInvariants();

    private static GeoCity city;
    private static PageBrowser browser;

    @BeforeAll
    static void open() {
        browser = PageBrowser.open();
        city = new GeoCity(DB);
        city.staff("chi-lan", "ADMIN");
        city.staff("anh-minh", "ADMIN");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            city.close();
        }
    }

    static Stream<WindowLook> looks() {
        return Stream.of(WindowLook.phone("vi"), WindowLook.desktop("en"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void calendarAndBaselinesShouldPassTheAudit(WindowLook look) {
        PageWindow window = city.logIn(browser.window(look), "chi-lan");
        window.open(city.app.uri("/dia-gioi/lich?khong-gian=hk-oldq")).audit("geo-calendar");
        window.open(city.app.uri("/dia-gioi/lich?khong-gian=bd-ngockhanh")).audit("geo-calendar-unknown");
        window.open(city.app.uri("/dia-gioi/lich?khong-gian=hk-lake"));
        window.page().locator("#exception button[type=submit]").click();
        window.waitFor("document.querySelector('#faults')");
        window.audit("geo-calendar-faults");
        window.open(city.app.uri("/dia-gioi/mau-so"));
        window.page().locator("#table").fill("district_code,valid_from,premises,source\n002,2026-01-01,x,S");
        window.page().locator("#table-form button[type=submit]").click();
        window.waitFor("document.querySelector('#faults')");
        window.audit("geo-baselines-faults");
        window.page().locator("#table").fill("district_code,street_id,valid_from,premises,target,source\n"
                + "002,,2026-01-01,11200,60%,Niên giám thống kê Hà Nội 2025\n"
                + ",hang-ngang,2026-06-20,84,,Kiểm đếm 6/2026");
        window.page().locator("#table-form button[type=submit]").click();
        window.waitFor("document.querySelector('#preview')");
        window.audit("geo-baselines-preview");
        window.page().locator("#preview button[type=submit]").click();
        window.waitFor("document.querySelector('.notice.good')");
        window.audit("geo-baselines");
    }

    @Test
    void staffShouldBringInAnEditionAndPlaceTheShopsItDivides() {
        PortalShop shop = PortalShop.open(city.app, city.clock);
        divide(shop);
        PageWindow first = city.logIn(browser.phone("vi"), "chi-lan");
        first.open(city.app.uri("/dia-gioi"));
        assertTrue(first.text("#propose-scope").contains("không gian đi bộ"), "what a file does not change");
        first.audit("geo-editions");
        first.page().locator("#title").fill("Nghị quyết thử 01/2027");
        first.page().locator("#file").setInputFiles(GeoCity.file(GeoCity.EDITION.replace("00070,\r\n", "99999,\r\n")));
        first.page().locator("#propose button[type=submit]").click();
        first.waitFor("document.querySelector('#faults')");
        first.audit("geo-editions-faults");
        first.page().locator("#file").setInputFiles(GeoCity.file(GeoCity.EDITION));
        first.page().locator("#propose button[type=submit]").click();
        first.waitFor("document.querySelector('.geo-sums')");
        String sums = first.text(".geo-sums").replaceAll("\\s+", " ");
        assertTrue(sums.contains("Cửa hàng cần người xem1"), sums);
        first.audit("geo-edition-preview");
        String address = first.page().url().replaceAll("\\?.*", "");

        PageWindow second = city.logIn(browser.desktop("en"), "anh-minh");
        second.open(URI.create(address)).audit("geo-edition-preview");
        second.page().locator("form[action$='/xac-nhan'] button").click();
        second.waitFor("document.querySelector('.notice.good')");
        Eventually.equal(true, () -> second.open(URI.create(address)).text("main").contains("Made of"));
        second.audit("geo-edition-confirmed");
        second.open(URI.create(address + "/cua-hang")).audit("geo-waiting");
        second.page().locator("select").first().selectOption("ward-00071-2027");
        second.page().locator("main form button[type=submit]").click();
        second.waitFor("document.querySelector('.notice.good')");
        assertTrue(second.text("main").contains("No shop waits."), second.text("main"));

        city.clock.advance(Duration.between(city.clock.instant(), Instant.parse("2026-12-31T17:00:01Z")));
        Eventually.equal("ward-00071-2027", GeoPagesTest::ward);
        city.logIn(first, "chi-lan").open(URI.create(address));
        assertTrue(first.text("main").contains("Đã áp dụng"), first.text("main"));
    }

    private static void divide(PortalShop shop) {
        JsonArray outlets = city.app.as(city.app.adminToken(), "GET", "/api/v1/merchants/" + shop.merchantId(), null)
                .getJsonArray("outlets");
        assertEquals("00070", ((JsonObject) outlets.getValue(0)).getString("wardCode"));
        // The street is left out, so that only somebody who knows the place can tell its ward.
        await(DB.pool().query("UPDATE outlet_location SET street_place_id = NULL").execute());
    }

    private static String ward() {
        return await(DB.pool().query("SELECT COALESCE(l.ward_place_id, '') FROM outlet_location l"
                + " WHERE l.valid_to IS NULL").execute()).iterator().next().getString(0);
    }
}
