package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.web.desk.StaffBrowser.faults;
import static vn.phopay.web.desk.StaffBrowser.location;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.desk.DeskCity.Staff;

/** The approval desk over HTTP, without scripts. */
class ApprovalDeskTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("approval_desk").keepingInvariants();

    private static DeskCity city;
    private static Staff registrar;
    private static StaffBrowser desk;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
        registrar = city.staff("REGISTRAR", "002");
        desk = city.browser(registrar);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void queueShouldShowTheLongestWaitingFirstAndWhatSpeaksAgainstIt() {
        String first = city.shop("Bún Chả Đợi Lâu");
        city.clock.advance(Duration.ofHours(50));
        String second = city.shop("Xôi Mới Đến", new JsonObject().put("account", new JsonObject()
                .put("bankBin", "970436").put("accountNumber", "998877665").put("accountName", "TRAN VAN TU")));

        String page = desk.get("/duyet").body();

        assertTrue(page.indexOf(first) > 0 && page.indexOf(first) < page.indexOf(second), page);
        assertTrue(page.contains("2 ngày"), page);
        assertTrue(page.contains("Tên tài khoản khác tên đăng ký kinh doanh"), page);
        assertTrue(desk.get("/duyet?tim=xoi+moi").body().contains(second));
        assertFalse(desk.get("/duyet?tim=xoi+moi").body().contains(first));
        assertTrue(desk.get("/duyet?quan=002&pho=hang-ngang").body().contains(first));
        assertFalse(desk.get("/duyet?pho=hang-dao").body().contains(first));
    }

    @Test
    void likenessesToOtherShopsShouldBeTold() {
        JsonArray sameDoor = new JsonArray().add(new JsonObject().put("name", "Q").put("address", "77 Hàng Ngang")
                .put("districtCode", "002").put("streetId", "hang-ngang"));
        city.shop("Chè Bốn Mùa", new JsonObject().put("outlets", sameDoor));
        String twin = city.shop("Chè Năm Mùa", new JsonObject().put("outlets", sameDoor));
        String elsewhere = city.shop("Chè Xa", new JsonObject().put("outlets", new JsonArray().add(
                new JsonObject().put("name", "Q").put("address", "9 Đinh Liệt").put("districtCode", "002")
                        .put("streetId", "hang-ngang"))));

        assertTrue(desk.get("/duyet/" + twin).body().contains("Trùng địa chỉ với Chè Bốn Mùa"));
        assertTrue(desk.get("/duyet/" + elsewhere).body().contains("Địa chỉ không nhắc đến"));
    }

    @Test
    void severalShouldBeApprovedEachByItselfAndToldOfEach() {
        String one = city.shop("Lụa Một");
        String two = city.shop("Lụa Hai");
        String gone = city.shop("Lụa Ba");
        String foreign = city.shop("Lụa Xa", new JsonObject().put("outlets", new JsonArray().add(
                new JsonObject().put("name", "X").put("address", "1 Kim Mã").put("districtCode", "001"))));
        desk.post("/duyet/" + gone, "action", "APPROVE");

        HttpResponse<String> answer =
                desk.post("/duyet", "shop", one, "shop", gone, "shop", foreign, "shop", two, "shop", one);

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("Đã duyệt 2 trên 4 cửa hàng"), answer.body());
        assertTrue(answer.body().contains("Không còn chờ duyệt: có người đã quyết định trước"));
        assertTrue(answer.body().contains("Không có, hoặc không thuộc quận của bạn"));
        assertEquals(List.of("APPROVED", "APPROVED", "APPROVED"), List.of(status(one), status(two), status(gone)));
        assertEquals("PENDING", status(foreign));
        assertEquals(List.of("Hãy đánh dấu ít nhất một cửa hàng rồi bấm duyệt."), faults(desk.post("/duyet")));
    }

    @Test
    void shopShouldBeTurnedDownWithAReasonThatItsOwnerReads() {
        String shop = city.shop("Giày Chật");

        HttpResponse<String> bare = desk.post("/duyet/" + shop, "action", "REJECT");
        assertEquals(422, bare.statusCode());
        assertEquals(List.of("Hãy chọn một lý do hoặc viết lý do của bạn."), faults(bare));
        HttpResponse<String> done = desk.post("/duyet/" + shop, "action", "REJECT",
                "reason-REJECT", "INCOMPLETE", "note-REJECT", "Gửi ảnh giấy phép.");

        assertEquals("/duyet/" + shop + "?noti=approve.reject", location(done));
        assertEquals(List.of("REJECTED Thông tin còn thiếu, cần bổ sung. Gửi ảnh giấy phép."),
                city.rows("SELECT to_status || ' ' || reason FROM merchant_transition t JOIN merchant m"
                        + " USING (merchant_id) WHERE m.display_name = 'Giày Chật' AND to_status = 'REJECTED'"));
        String page = desk.get("/duyet/" + shop).body();
        assertTrue(page.contains("Gửi ảnh giấy phép.") && page.contains("Chị " + registrar.login()), page);
    }

    @Test
    void shopShouldBeSuspendedAndReinstated() {
        String shop = city.shop("Đèn Lồng");
        desk.post("/duyet/" + shop, "action", "APPROVE");

        desk.post("/duyet/" + shop, "action", "SUSPEND", "reason-SUSPEND", "CODE_TAMPERED");
        assertEquals("SUSPENDED", status(shop));
        assertTrue(desk.get("/duyet?xem=tam-ngung").body().contains("Đèn Lồng"));
        desk.post("/duyet/" + shop, "action", "REINSTATE", "reason-REINSTATE", "PUT_RIGHT");

        assertEquals("APPROVED", status(shop));
        HttpResponse<String> again = desk.post("/duyet/" + shop, "action", "REINSTATE", "reason-REINSTATE", "MISTAKE");
        assertEquals(409, again.statusCode());
        assertEquals(List.of("Không còn chờ duyệt: có người đã quyết định trước"), faults(again));
    }

    @Test
    void whoRegisteredAShopShouldNotApproveIt() {
        String shop = city.shop("Phở Hộ");
        city.rows("UPDATE merchant SET assisted_by = (SELECT staff_id FROM staff WHERE login = $1)"
                + " WHERE display_name = 'Phở Hộ' RETURNING 1", registrar.login());

        assertTrue(desk.get("/duyet").body().contains("Bạn đăng ký hộ"));
        HttpResponse<String> answer = desk.post("/duyet/" + shop, "action", "APPROVE");
        assertEquals(409, answer.statusCode());
        assertEquals(List.of("Bạn đăng ký hộ, cần người khác duyệt"), faults(answer));
        assertTrue(desk.post("/duyet", "shop", shop).body().contains("Đã duyệt 0 trên 1 cửa hàng"));
        assertEquals("PENDING", status(shop));
        assertEquals(303, city.browser("REGISTRAR", "002").post("/duyet/" + shop, "action", "APPROVE").statusCode());
    }

    @Test
    void othersShouldSeeNothingAndAnalystsDecideNothing() {
        String shop = city.shop("Kem Tràng Tiền");
        StaffBrowser elsewhere = city.browser("REGISTRAR", "003");
        StaffBrowser analyst = city.browser("ANALYST");

        assertFalse(elsewhere.get("/duyet").body().contains("Kem Tràng Tiền"));
        assertFalse(elsewhere.get("/duyet?quan=002").body().contains("Kem Tràng Tiền"));
        assertEquals(404, elsewhere.get("/duyet/" + shop).statusCode());
        assertEquals(404, elsewhere.post("/duyet/" + shop, "action", "APPROVE").statusCode());
        assertEquals(404, elsewhere.get("/duyet/mch_x").statusCode());
        assertEquals(200, analyst.get("/duyet/" + shop).statusCode());
        assertFalse(analyst.get("/duyet/" + shop).body().contains("name=\"action\""));
        assertEquals(403, analyst.post("/duyet/" + shop, "action", "APPROVE").statusCode());
        assertEquals(403, analyst.post("/duyet", "shop", shop).statusCode());
        assertEquals(303, new StaffBrowser(city.app).get("/duyet").statusCode());
        assertEquals("PENDING", status(shop));
    }

    @Test
    void readingAShopsFileShouldStandInTheAuditLog() {
        String shop = city.shop("Cà Phê Trứng");
        city.browser("ANALYST").get("/duyet/" + shop);

        assertEquals(List.of("ANALYST merchant.read: ", "ANYONE merchant.register: "), city.audited(shop));
    }

    @Test
    void waitingAccountShouldBeDecidedAlone() {
        String shop = city.shop("Tranh Hàng Trống");
        desk.post("/duyet/" + shop, "action", "APPROVE");
        String owner = city.app.token(city.rows(
                "SELECT phone_e164 FROM merchant WHERE display_name = 'Tranh Hàng Trống'").getFirst(),
                DeskCity.PASSWORD);
        city.app.as(owner, "POST", "/api/v1/merchants/" + shop + "/accounts", new JsonObject()
                .put("bankBin", "970436").put("accountNumber", "123454321").put("accountName", "NGUYEN THI HOA"));

        assertTrue(desk.get("/duyet?xem=tai-khoan").body().contains("Tranh Hàng Trống"));
        desk.post("/duyet/" + shop, "action", "REJECT", "note-REJECT", "sai số");
        assertEquals("APPROVED", status(shop));
        assertFalse(desk.get("/duyet?xem=tai-khoan").body().contains("Tranh Hàng Trống"));
    }

    private static String status(String shop) {
        return city.app.as(city.app.adminToken(), "GET", "/api/v1/merchants/" + shop, null).getString("status");
    }
}
