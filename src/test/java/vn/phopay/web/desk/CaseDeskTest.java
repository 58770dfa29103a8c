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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The case desk over HTTP, without scripts. */
class CaseDeskTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("case_desk").keepingInvariants();

    private static DeskCity city;
    private static StaffBrowser desk;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
        desk = city.browser("ADMIN");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void listShouldShowTheOldestFirstAndBeNarrowed() {
        String first = city.caseOf(city.pay("5550001", 70_000, "bun bo"));
        city.clock.advance(Duration.ofDays(4));
        String second = city.caseOf(city.pay("5550002", 80_000, "bun cha"));

        String page = desk.get("/vu-viec").body();

        assertTrue(page.indexOf(first) > 0 && page.indexOf(first) < page.indexOf(second), page);
        assertTrue(page.contains("4 ngày") && page.contains("70.000"), page);
        assertFalse(desk.get("/vu-viec?tuoi=3").body().contains(second));
        assertTrue(desk.get("/vu-viec?tuoi=3&loai=UNMATCHED&ngan-hang=mbbank").body().contains(first));
        assertFalse(desk.get("/vu-viec?loai=LATE").body().contains(first));
        assertFalse(desk.get("/vu-viec?ngan-hang=khac").body().contains(first));
        assertFalse(desk.get("/vu-viec?xem=da-xong").body().contains(first));
    }

    @Test
    void moneyShouldBeGivenToAShopThatWasLookedFor() {
        city.approved("Bánh Cuốn Gia Truyền");
        String reference = city.pay("5550011", 45_000, "banh cuon");
        String path = "/vu-viec/" + city.caseOf(reference);

        assertEquals("?noti=cases.acknowledged", location(desk.post(path, "step", "ACKNOWLEDGE")).replace(path, ""));
        String found = desk.get(path + "?tim=banh+cuon").body();
        HttpResponse<String> empty = desk.post(path, "step", "RESOLVE", "action", "ASSIGN", "note", "theo biên lai");
        assertEquals(422, empty.statusCode());
        assertEquals(List.of("Hãy chọn tiền là của ai."), faults(empty));
        assertTrue(empty.body().contains("theo biên lai"), "what was typed stays");
        HttpResponse<String> done = desk.post(path, "step", "RESOLVE", "version", version(found),
                "action", "ASSIGN", "target", target(found), "note", "theo biên lai");

        assertEquals(path + "?noti=cases.resolved", location(done), done.body());
        assertEquals(List.of("ASSIGNMENT"), city.rows("SELECT kind FROM payment_fact f JOIN payment p USING"
                + " (payment_id) WHERE p.bank_reference = $1", reference));
        String page = desk.get(path).body();
        assertTrue(page.contains("theo biên lai") && page.contains("Bánh Cuốn Gia Truyền"), page);
        assertEquals(List.of("ADMIN case.acknowledge: ", "ADMIN case.read: ", "ADMIN case.resolve: theo biên lai"),
                city.audited(path.substring("/vu-viec/".length())));
    }

    @Test
    void whatMayCostSomebodyShouldTakeASecondPerson() {
        String path = "/vu-viec/" + wrongAccount();

        assertEquals(path + "?noti=cases.proposed",
                location(desk.post(path, "step", "RESOLVE", "action", "IGNORE", "note", "khách đồng ý")));
        assertTrue(desk.get("/vu-viec?xem=cho-nguoi-thu-hai").body().contains(path));
        assertTrue(desk.get(path).body().contains("Bạn đã đề xuất việc này"));
        HttpResponse<String> own = desk.post(path, "step", "APPROVE");
        assertEquals(409, own.statusCode());
        assertEquals(List.of("Bạn đã đề xuất việc này, nên người khác phải trả lời."), faults(own));
        StaffBrowser second = city.browser("ADMIN");
        assertEquals(List.of("Mục này còn trống."), faults(second.post(path, "step", "REJECT")));
        assertEquals(path + "?noti=cases.rejected",
                location(second.post(path, "step", "REJECT", "note-answer", "hỏi lại khách")));
        desk.post(path, "step", "RESOLVE", "action", "IGNORE", "note", "khách đồng ý thật");
        assertEquals(path + "?noti=cases.approved", location(second.post(path, "step", "APPROVE")));
        assertEquals(List.of("RESOLVED"), city.rows("SELECT status FROM recon_case WHERE kind = 'WRONG_ACCOUNT'"));
    }

    @Test
    void stepOnAnOldPageShouldBeRefused() {
        String path = "/vu-viec/" + city.caseOf(city.pay("5550031", 10_000, "?"));
        String version = version(desk.get(path).body());
        desk.post(path, "step", "ACKNOWLEDGE", "version", version);

        HttpResponse<String> stale =
                desk.post(path, "step", "RESOLVE", "version", version, "action", "REFUND", "note", "trả lại");

        assertEquals(409, stale.statusCode());
        assertTrue(faults(stale).getFirst().startsWith("Có người vừa sửa trước bạn."), stale.body());
        assertTrue(stale.body().contains("trả lại"));
    }

    @Test
    void othersShouldSeeNothingAndAnalystsDecideNothing() {
        city.approved("Ốc Nóng");
        String id = wrongAccount();
        String path = "/vu-viec/" + id;
        StaffBrowser elsewhere = city.browser("REGISTRAR", "003");
        StaffBrowser analyst = city.browser("ANALYST");

        assertFalse(elsewhere.get("/vu-viec").body().contains(id));
        assertEquals(404, elsewhere.get(path).statusCode());
        assertEquals(404, elsewhere.post(path, "step", "ACKNOWLEDGE").statusCode());
        assertTrue(city.browser("REGISTRAR", "002").get("/vu-viec").body().contains(id));
        assertEquals(200, analyst.get(path).statusCode());
        assertFalse(analyst.get(path).body().contains("name=\"step\""));
        assertEquals(403, analyst.post(path, "step", "ACKNOWLEDGE").statusCode());
        assertEquals(404, desk.get("/vu-viec/cas_x").statusCode());
        assertEquals(422, desk.post(path, "step", "DANCE").statusCode());
    }

    /** Money on one shop's account under another shop's code. */
    private static String wrongAccount() {
        String one = city.approved("Quán Một " + System.nanoTime());
        String other = city.approved("Quán Hai " + System.nanoTime());
        String owner = city.app.token(city.read(other).getString("phone"), DeskCity.PASSWORD);
        String outlet = city.read(other).getJsonArray("outlets").getJsonObject(0).getString("id");
        String code = city.app.as(owner, "POST", "/api/v1/outlets/" + outlet + "/qr-codes",
                new JsonObject().put("type", "STATIC")).getString("reference");
        String account = city.rows("SELECT account_number FROM merchant_account a JOIN merchant m USING (merchant_id)"
                + " WHERE m.display_name = $1", city.read(one).getString("displayName")).getFirst();
        return city.caseOf(city.pay(account, 60_000, code + " CT tu 0912"));
    }

    private static String version(String page) {
        return first(page, "name=\"version\" value=\"(\\d+)\"");
    }

    private static String target(String page) {
        return first(page, "name=\"target\" value=\"([^\"]+)\"");
    }

    private static String first(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }
}
