package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.web.desk.StaffBrowser.faults;
import static vn.phopay.web.desk.StaffBrowser.location;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The safety desk over HTTP, without scripts. */
class SafetyDeskPagesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("safety_desk_pages").keepingInvariants();

    private static DeskCity city;
    private static StaffBrowser desk;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
        desk = city.browser("REGISTRAR", "002");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void reportShouldBeLookedAfterWithinItsTimeAndCounted() {
        String path = "/an-toan-ma/" + city.reportByPublic("002", "Quán ốc đầu ngõ");
        city.clock.advance(Duration.ofHours(5));

        String list = desk.get("/an-toan-ma").body();
        assertTrue(list.contains("Quán ốc đầu ngõ"), list);
        assertTrue(list.contains("<span class=\"badge bad\">Quá hạn: 5 giờ</span>"), list);
        String page = desk.get(path).body();
        assertTrue(page.contains("Mở 5 giờ rồi, cần xong trong 4 giờ"), page);
        assertTrue(page.contains("/photos/1\""), page);
        assertEquals(path + "?noti=safety.acknowledged", location(desk.post(path, "step", "ACKNOWLEDGE")));
        assertEquals(List.of("Hãy chọn một quyết định.", "Mục này còn trống."),
                faults(desk.post(path, "step", "RESOLVE")));
        assertEquals(List.of("Hãy chọn một quyết định."),
                faults(desk.post(path, "step", "RESOLVE", "action", "REFUND", "note", "x")));
        assertEquals(path + "?noti=safety.confirmed",
                location(desk.post(path, "step", "RESOLVE", "action", "CONFIRM", "note", "đã gỡ")));

        String done = desk.get("/an-toan-ma?xem=da-xong").body();
        assertTrue(done.contains("Quán ốc đầu ngõ") && done.contains("Đúng, đã gỡ"), done);
        assertTrue(done.contains("<dt>Đúng bị dán đè, 30 ngày</dt><dd>1</dd>"), done);
        assertEquals(409, desk.post(path, "step", "RESOLVE", "action", "IGNORE", "note", "x").statusCode());
    }

    @Test
    void codesOfTheReportedOutletShouldBeTakenBack() {
        PortalShop shop = PortalShop.open(city.app, city.clock);
        PortalShop other = PortalShop.open(city.app, city.clock);
        String path = "/an-toan-ma/" + city.reportByOwner(shop);
        String code = shop.code().getString("id");

        assertTrue(desk.get(path).body().contains(code));
        assertEquals(List.of("Hãy chọn ít nhất một mã.", "Mục này còn trống."), faults(desk.post(path + "/thu-hoi")));
        assertEquals(422, desk.post(path + "/thu-hoi", "code", other.code().getString("id"), "reason", "x")
                .statusCode(), "a code of another outlet is none of these");
        HttpResponse<String> done = desk.post(path + "/thu-hoi", "code", code, "reason", "bị dán đè");

        assertEquals(path + "?noti=safety.revoked", location(done));
        JsonObject verdict = new JsonObject(city.app.send("POST", "/api/v1/qr-codes/verify",
                new JsonObject().put("payload", shop.code().getString("payload"))).body());
        assertEquals("REVOKED", verdict.getString("status"));
        assertEquals(List.of("REGISTRAR qr.revoke: bị dán đè"), city.audited(code));
        assertFalse(desk.get(path).body().contains(code));
    }

    @Test
    void wholePrintBatchShouldBeTakenBackOnceWithAReason() {
        PortalShop shop = PortalShop.open(city.app, city.clock);
        PortalShop other = PortalShop.open(city.app, city.clock);
        String batch = city.print(shop);
        String foreign = city.print(other);
        String path = "/an-toan-ma/" + city.reportByOwner(shop);

        String page = desk.get(path).body();
        assertTrue(page.contains(batch) && page.contains("Lô 1: 2 tờ, 1 mã") && !page.contains(foreign), page);
        assertEquals(List.of("Hãy chọn một lô.", "Mục này còn trống."), faults(desk.post(path + "/thu-hoi-lo")));
        HttpResponse<String> none = desk.post(path + "/thu-hoi-lo", "batch", foreign, "batchReason", "in nhầm tờ");
        assertEquals(422, none.statusCode(), "a batch of another outlet is none of these");
        assertTrue(none.body().contains("in nhầm tờ</textarea>"), "what was typed stays");
        assertEquals(path + "?noti=safety.recalled",
                location(desk.post(path + "/thu-hoi-lo", "batch", batch, "batchReason", "in nhầm")));

        JsonObject verdict = new JsonObject(city.app.send("POST", "/api/v1/qr-codes/verify",
                new JsonObject().put("payload", shop.code().getString("payload"))).body());
        assertEquals("REVOKED", verdict.getString("status"));
        assertEquals(List.of("REGISTRAR print-batch.recall: in nhầm"), city.audited(batch));
        assertEquals(List.of("REGISTRAR qr.revoke: in nhầm"), city.audited(shop.code().getString("id")));
        String after = desk.get(path).body();
        assertTrue(after.contains("Lô in đã thu hồi (1)") && after.contains("in nhầm"), after);
        assertFalse(after.contains(batch), "it cannot be taken back again");
        HttpResponse<String> again = desk.post(path + "/thu-hoi-lo", "batch", batch, "batchReason", "lần nữa");
        assertEquals(409, again.statusCode());
        assertEquals(List.of("Lô này vừa được thu hồi rồi. Không có gì thay đổi."), faults(again));
        assertEquals(404, city.browser("REGISTRAR", "003").post(path + "/thu-hoi-lo", "batch", batch,
                "batchReason", "x").statusCode());
        assertEquals(403, city.browser("ANALYST").post(path + "/thu-hoi-lo", "batch", batch,
                "batchReason", "x").statusCode());
    }

    @Test
    void deskShouldTellHowManyOutletsLookAtTheirOwnCodes() {
        PortalShop shop = PortalShop.open(city.app, city.clock);
        city.clock.advance(Duration.ofMinutes(2));
        String before = desk.get("/an-toan-ma").body();
        assertTrue(before.matches("(?s).*>0 trên \\d+ địa điểm<.*"), before);
        city.checkOwnCode(shop);
        assertTrue(desk.get("/an-toan-ma").body().contains(">0 trên "), "counted a moment ago");
        city.clock.advance(Duration.ofMinutes(2));
        assertTrue(desk.get("/an-toan-ma").body().contains(">1 trên "));
    }

    @Test
    void othersShouldSeeNothingNotEvenPhotosAndAnalystsDecideNothing() {
        String id = city.reportByPublic("002", "Hàng nước");
        String path = "/an-toan-ma/" + id;
        StaffBrowser elsewhere = city.browser("REGISTRAR", "003");
        StaffBrowser analyst = city.browser("ANALYST");

        assertFalse(elsewhere.get("/an-toan-ma").body().contains(id));
        assertEquals(404, elsewhere.get(path).statusCode());
        assertEquals(404, elsewhere.post(path, "step", "ACKNOWLEDGE").statusCode());
        assertEquals(404, elsewhere.post(path + "/thu-hoi", "reason", "x").statusCode());
        assertEquals(404, elsewhere.get("/api/v1/cases/" + id + "/photos/1").statusCode());
        assertEquals(200, desk.get("/api/v1/cases/" + id + "/photos/1").statusCode());
        assertEquals(200, analyst.get(path).statusCode());
        assertFalse(analyst.get(path).body().contains("name=\"step\""));
        assertEquals(403, analyst.post(path, "step", "ACKNOWLEDGE").statusCode());
        assertEquals("/an-toan-ma/" + id, location(desk.get("/vu-viec/" + id)), "it is looked at on its own desk");
        assertEquals(404, desk.get("/an-toan-ma/" + city.caseOf(city.pay("5550091", 1_000, "x"))).statusCode());
    }
}
