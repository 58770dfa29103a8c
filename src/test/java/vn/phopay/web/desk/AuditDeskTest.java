package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.web.desk.StaffBrowser.faults;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.desk.DeskCity.Staff;

/** The audit log as administrators search it, over HTTP. */
class AuditDeskTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("audit_desk").keepingInvariants();

    private static DeskCity city;
    private static StaffBrowser boss;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
        boss = new StaffBrowser(city.app).logIn("boss", DeskCity.PASSWORD);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void logShouldBeFoundByWhoWhatWhomDayAndWords() {
        Staff registrar = city.staff("REGISTRAR");
        String shop = city.shop("Mứt Hàng Đường");
        city.browser(registrar).post("/duyet/" + shop, "action", "REJECT", "note-REJECT", "Thiếu giấy, 100%");
        String other = city.shop("Ô Mai");

        assertTrue(found("?ai=" + registrar.id()).contains(shop));
        assertFalse(found("?ai=" + registrar.id()).contains(other));
        assertTrue(found("?viec=merchant.reject").contains(shop));
        assertFalse(found("?viec=merchant.reject").contains(other));
        assertTrue(found("?doi-tuong=" + other).contains(other));
        assertFalse(found("?doi-tuong=" + other).contains(shop));
        assertTrue(found("?chu=thi%E1%BA%BFu").contains(shop));
        assertTrue(found("?chu=100%25").contains(shop));
        assertFalse(found("?chu=100_").contains(shop), "a sign of patterns is a sign");
        assertTrue(found("?ai=ANYONE").contains(other));
        assertFalse(found("?tu=2026-10-01&den=2026-11-22&doi-tuong=" + shop).contains(shop));
        assertTrue(found("?tu=2026-11-23&den=2026-11-23&doi-tuong=" + shop).contains(shop), "both days are included");
    }

    @Test
    void readingTheLogShouldStandInTheLog() {
        boss.get("/nhat-ky?viec=bank.register&chu=gi%20do");

        assertEquals(List.of("audit.read {\"to\": \"" + today() + "\", \"from\": \"" + daysAgo(29)
                + "\", \"text\": \"gi do\", \"action\": \"bank.register\"}"),
                city.rows("SELECT action || ' ' || details::text FROM audit_entry WHERE details ->> 'text' = 'gi do'"));
        assertTrue(boss.get("/nhat-ky?viec=audit.read").body().contains("Tra nhật ký"));
    }

    @Test
    void pagesShouldFollowEachOtherWithoutGapAndTheFileHoldThemAll() {
        Staff registrar = city.staff("REGISTRAR");
        StaffBrowser desk = city.browser(registrar);
        String shop = city.shop("Trà Sen");
        for (int i = 0; i < 60; i++) {
            desk.get("/duyet/" + shop);
        }
        String address = "/nhat-ky?ai=" + registrar.id() + "&viec=merchant.read";
        List<Integer> pages = new ArrayList<>();
        String next = address;
        while (!next.isEmpty()) {
            String page = boss.get(next).body();
            pages.add(count(page, "<strong>Xem hồ sơ cửa hàng"));
            Matcher older = Pattern.compile("class=\"button quiet\" href=\"([^\"]+)\">Cũ hơn").matcher(page);
            next = older.find() ? older.group(1).replace("&amp;", "&") : "";
        }

        assertEquals(List.of(50, 10), pages);
        HttpResponse<String> csv = boss.get(address.replace("/nhat-ky?", "/nhat-ky.csv?"));
        assertEquals("text/csv; charset=utf-8", csv.headers().firstValue("content-type").orElse(""));
        assertEquals(60, count(csv.body(), ",merchant.read,MERCHANT," + shop + ','));
        assertTrue(csv.body().startsWith("\ufeffrecordedAt,actorRole,"), csv.body().substring(0, 40));
        assertEquals(1, city.rows("SELECT 1 FROM audit_entry WHERE action = 'audit.export'").size());
    }

    @Test
    void faultyDaysShouldBeToldAndKept() {
        HttpResponse<String> answer = boss.get("/nhat-ky?tu=2026-12-01&den=2026-11-01");

        assertEquals(422, answer.statusCode());
        assertEquals(List.of("Ngày đầu phải trước ngày cuối."), faults(answer));
        assertTrue(answer.body().contains("value=\"2026-12-01\""));
        assertEquals(422, boss.get("/nhat-ky?tu=hom-qua").statusCode());
        assertEquals(200, boss.get("/nhat-ky?sau=x&ai=stf_x").statusCode());
    }

    @Test
    void onlyAdministratorsOfTheWholeCityShouldRead() {
        assertEquals(403, city.browser("ANALYST").get("/nhat-ky").statusCode());
        assertEquals(403, city.browser("REGISTRAR").get("/nhat-ky.csv").statusCode());
        assertEquals(403, city.browser("ADMIN", "002").get("/nhat-ky").statusCode());
        assertEquals(403, city.browser("ADMIN", "002").get("/nhat-ky.csv").statusCode());
        assertEquals(303, new StaffBrowser(city.app).get("/nhat-ky").statusCode());
    }

    /** The rows of the list, without the choices above it. */
    private static String found(String query) {
        HttpResponse<String> answer = boss.get("/nhat-ky" + query);
        assertEquals(200, answer.statusCode(), answer.body());
        String body = answer.body();
        int table = body.indexOf("<tbody>");
        return table < 0 ? "" : body.substring(table);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static String today() {
        return daysAgo(0);
    }

    private static String daysAgo(int days) {
        return city.clock.instant().atZone(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate().minusDays(days)
                .toString();
    }
}
