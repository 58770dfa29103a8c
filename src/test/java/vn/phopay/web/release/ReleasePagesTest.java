package vn.phopay.web.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PageBrowser;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.ReleaseTown;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.PageKit;

/** A month is published by two people with browsers, corrected, and found by everybody. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleasePagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("release_pages");

    private static final String PASSWORD = "bun-cha-hang-manh";
    private static final String MONTH = "/phat-hanh/2026-10";
    private static TestApp app;
    private static PageBrowser browser;
    private static ReleaseTown town;
    private static String analyst;
    private static String limited;

    @BeforeAll
    static void open() {
        app = TestApp.start(DB, new MovableClock(Instant.parse("2026-11-04T02:00:00Z")),
                Map.of("PHOPAY_FIGURE_INTERVAL_MS", "3600000"));
        staff("phan", "ANALYST");
        staff("binh", "ADMIN");
        staff("quan", "ANALYST", "002");
        analyst = app.token("phan", PASSWORD);
        limited = app.token("quan", PASSWORD);
        browser = PageBrowser.open();
        town = new ReleaseTown(DB.pool(), 4)
                .shops(40, "district-002", "ward-00070-2025", "street-hang-ngang")
                .shops(30, "district-001", "ward-00004-2025", "")
                .shops(25, "district-004", "ward-00118-2025", "")
                .shops(3, "district-003", "ward-00103-2025", "")
                .shops(4, "district-005", "ward-00166-2025", "");
        List.of("001", "002", "003", "004", "005").forEach(code -> town.premises("district-" + code, 120));
        town.trade(YearMonth.of(2026, 10), 1_000);
    }

    @AfterAll
    static void close() {
        browser.close();
        app.close();
    }

    private static void staff(String login, String role, String... districts) {
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login)
                .put("name", "Chị " + login).put("role", role).put("password", PASSWORD)
                .put("districtCodes", new JsonArray(List.of(districts))));
    }

    private static PageWindow window(PageWindow window, String login, String path) {
        APIResponse answer = window.page().context().request().post(app.uri("/api/v1/sessions").toString(),
                RequestOptions.create().setData(Map.of("login", login, "password", PASSWORD)));
        assertEquals(201, answer.status(), answer::text);
        return window.open(app.uri(path));
    }

    @Test
    @Order(1)
    void formsShouldBeRefusedWithWordsWhereTheyCannotBeDone() {
        assertEquals(403, post(limited, MONTH + "/nhap", "").statusCode(), "limited to a district");
        HttpResponse<String> september = post(analyst, "/phat-hanh/2026-09/nhap", "");
        assertEquals(422, september.statusCode());
        assertTrue(september.body().contains("chưa được tính xong"), september.body());
        assertEquals(404, get(analyst, "/phat-hanh/2026-11").statusCode(), "not over");
        assertEquals(404, get(analyst, "/phat-hanh/2026-13").statusCode());
        assertEquals(404, get(analyst, MONTH + "/x").statusCode());
    }

    @Test
    @Order(2)
    void analystShouldDraftLookAndPropose() {
        PageWindow phone = window(browser.phone("vi"), "phan", "/phat-hanh");
        phone.audit("release-list");
        phone.open(app.uri(MONTH));
        phone.audit("release-month");
        phone.page().click("text=Lập bản nháp >> nth=-1");
        phone.waitFor("location.pathname.length > 40");
        assertEquals("Đã lập bản nháp.", phone.text(".notice"));
        assertTrue(phone.text("body").contains("31 ngày của tháng chưa chốt sổ"), phone.text("body"));
        phone.audit("release-show");
        String address = phone.page().url().replaceFirst("^http://[^/]+", "").replaceFirst("\\?.*", "");
        assertEquals(404, get(limited, address).statusCode(), "a draft is not for staff of one district");
        assertEquals(404, get(limited, address + "/tep/districts.csv").statusCode());
        assertEquals(200, get(analyst, address + "/tep/districts.csv").statusCode());
        assertEquals(200, get(analyst, address + "/tep/report.pdf").statusCode());
        assertEquals(404, get("", "/open-data/adoption/2026-10.csv").statusCode(), "nothing is public yet");
        HttpResponse<String> again = post(analyst, MONTH + "/nhap", "");
        assertTrue(again.statusCode() == 422 && again.body().contains("đang có một bản chờ quyết định"));
        assertEquals(422, post(analyst, address + "/tu-choi", "da-xem=" + hash(phone)).statusCode(), "says no reason");
        phone.page().click("text=Đề nghị công bố");
        phone.waitFor("document.body.textContent.includes('Bạn là người đề nghị')");
        assertEquals(403, post(analyst, address + "/phe-duyet", "da-xem=" + hash(phone)).statusCode());
    }

    @Test
    @Order(3)
    void otherAdministratorShouldPublishForEverybody() {
        PageWindow desk = window(browser.desktop("en"), "binh", MONTH);
        desk.page().click("text=2026-10.r1");
        desk.waitFor("document.body.textContent.includes('Approve and publish')");
        desk.audit("release-approve");
        String address = desk.page().url().replaceFirst("^http://[^/]+", "");
        desk.page().click("text=Approve and publish 2026-10.r1");
        desk.waitFor("document.querySelector('.notice') !== null");
        assertEquals("Published.", desk.text(".notice"));
        Eventually.equal(200, () -> get("", "/open-data/adoption/2026-10/r1/districts.csv").statusCode());
        assertEquals(200, get(limited, address).statusCode(), "what is public is for all staff");
        assertFalse(get(limited, address).body().contains("/tu-choi"));
        PageWindow anybody = browser.phone("vi").open(app.uri("/so-lieu"));
        assertTrue(anybody.text("main").contains("Bản 2026-10.r1"), anybody.text("main"));
        anybody.audit("open-data");
        browser.desktop("en").open(app.uri("/so-lieu")).audit("open-data");
    }

    @Test
    @Order(4)
    void correctionShouldNeedReasonsAndShowWhatItChanges() {
        town.shops(20, "district-004", "ward-00118-2025", "").trade(YearMonth.of(2026, 10), 1_000);
        HttpResponse<String> bare = post(analyst, MONTH + "/nhap", "");
        assertTrue(bare.statusCode() == 422 && bare.body().contains("Hãy ghi lý do đính chính"), bare.body());
        HttpResponse<String> shorter = post(analyst, MONTH + "/nhap", "ly-do=sai");
        assertTrue(shorter.statusCode() == 422 && shorter.body().contains(">sai</textarea>"), "what was typed is kept");
        PageWindow desk = window(browser.desktop("en"), "phan", MONTH);
        desk.page().fill("#ly-do", "Hai mươi cửa hàng nhập muộn.");
        desk.page().click("text=Draft the correction");
        desk.waitFor("document.body.textContent.includes('What changed')");
        assertTrue(desk.text("main").contains("Hai mươi cửa hàng nhập muộn."));
        desk.audit("release-correction");
        assertEquals(4, await(DB.pool().query("SELECT count(*) FROM audit_entry WHERE action LIKE 'release.%'")
                .execute()).iterator().next().getInteger(0), "draft, propose, approve, draft");
    }

    @Test
    @Order(5)
    void reportingPackShouldSayTheFiguresAndWhoTookIt() {
        PageWindow phone = window(browser.phone("vi"), "phan", "/phat-hanh/bao-cao?thang=2026-10");
        assertTrue(phone.text("main").contains("Chưa đối chiếu văn bản gốc"), phone.text("main"));
        phone.audit("release-reporting");
        String csv = get(analyst, "/phat-hanh/bao-cao/2026-10.csv").body();
        assertTrue(csv.contains("2026-10,DISTRICT,002,Quận Hoàn Kiếm,adoptionRate,0.3333,RATE,0.8000,0.4667,"
                + "18-NQ/TU 57-2024 259-2024,PP-01,31,0,21,,1\n"), csv.substring(0, 900));
        assertTrue(csv.contains("2026-10,WARD,00070,Phường Hoàn Kiếm,activeOutlets30,40,COUNT,,,18-NQ/TU,PP-02,"));
        JsonObject json = new JsonObject(get(analyst, "/phat-hanh/bao-cao/2026-10.json").body());
        assertEquals(21, json.getJsonObject("completeness").getInteger("daysWithoutPayments"));
        assertEquals(5, json.getJsonArray("dti").size());
        assertEquals(403, get(limited, "/phat-hanh/bao-cao/2026-10.csv").statusCode());
        assertEquals(404, get(analyst, "/phat-hanh/bao-cao/2026-08.csv").statusCode());
        assertEquals(2, await(DB.pool().query("SELECT count(*) FROM audit_entry WHERE action = 'reporting.export'")
                .execute()).iterator().next().getInteger(0));
    }

    private static String hash(PageWindow window) {
        return window.page().locator("input[name=da-xem]").first().getAttribute("value");
    }

    private static HttpResponse<String> get(String token, String path) {
        return token.isEmpty() ? app.send("GET", path, null)
                : app.send("GET", path, null, "authorization", "Bearer " + token);
    }

    private static HttpResponse<String> post(String token, String path, String form) {
        String body = form.isEmpty() ? "x=" + PageKit.encode("y") : form;
        return app.sendBytes("POST", path, body.getBytes(StandardCharsets.UTF_8), "authorization", "Bearer " + token,
                "content-type", "application/x-www-form-urlencoded");
    }
}
