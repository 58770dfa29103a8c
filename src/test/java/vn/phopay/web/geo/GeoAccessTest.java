package vn.phopay.web.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Who may open and do what, and what forms do, over HTTP. */
class GeoAccessTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("geo_access");

    private static GeoCity city;
    private static String admin;
    private static String second;
    private static String analyst;
    private static String registrar;
    private static String limited;

    @BeforeAll
    static void start() {
        city = new GeoCity(DB);
        admin = city.app.adminToken();
        second = city.staff("second", "ADMIN");
        analyst = city.staff("analyst", "ANALYST", "001");
        registrar = city.staff("registrar", "REGISTRAR", "001");
        limited = city.staff("limited", "ADMIN", "002");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void pagesShouldOpenForThoseWhoMayAndForNobodyElse() {
        for (String path : List.of("/dia-gioi", "/dia-gioi/lich?khong-gian=bd-nguxa", "/dia-gioi/mau-so")) {
            assertEquals(200, city.get(admin, path).statusCode(), path);
            assertEquals(200, city.get(analyst, path).statusCode(), path);
            assertEquals(path.equals("/dia-gioi") ? 200 : 403, city.get(registrar, path).statusCode(), path);
            assertEquals(303, city.app.send("GET", path, null).statusCode(), path + " asks a stranger to log in");
        }
        assertEquals(404, city.get(admin, "/dia-gioi/" + UUID.randomUUID()).statusCode());
        assertEquals(404, city.get(admin, "/dia-gioi/nothing").statusCode());
    }

    @Test
    void editionsShouldBeForAdministratorsOfTheWholeCityWhenTheyComeIn() {
        for (String token : List.of(analyst, registrar, limited)) {
            assertEquals(403, city.upload(token, "/dia-gioi", "x", GeoCity.EDITION).statusCode());
        }
        HttpResponse<String> sent = city.upload(admin, "/dia-gioi", "Nghị quyết thử", GeoCity.EDITION);
        assertEquals(303, sent.statusCode(), sent.body());
        String path = sent.headers().firstValue("location").orElseThrow().replaceAll("\\?.*", "");
        assertEquals(path, city.upload(second, "/dia-gioi", "again", GeoCity.EDITION)
                .headers().firstValue("location").orElseThrow().replaceAll("\\?.*", ""));
        for (String token : List.of(analyst, registrar, limited)) {
            assertEquals(403, city.form(token, path + "/xac-nhan", Map.of()).statusCode());
        }
        HttpResponse<String> own = city.form(admin, path + "/xac-nhan", Map.of());
        assertEquals(409, own.statusCode());
        assertTrue(own.body().contains("Cần một quản trị viên khác"), own.body());
        assertEquals(303, city.form(second, path + "/xac-nhan", Map.of()).statusCode());
        Eventually.equal(true, () -> city.get(admin, path).body().contains("Phường Phố Cổ"));
        assertEquals(422, city.form(second, path + "/hoan-tac", Map.of("why", " ")).statusCode());
        assertEquals(403, city.get(analyst, path + "/cua-hang").statusCode());
        assertEquals(200, city.get(registrar, path + "/cua-hang").statusCode());
        assertEquals(303, city.form(second, path + "/hoan-tac", Map.of("why", "thử")).statusCode());
        assertEquals(409, city.form(second, path + "/hoan-tac", Map.of("why", "thử")).statusCode());
        assertEquals(3, number("SELECT count(*) FROM audit_entry WHERE action LIKE 'edition.%'"));
    }

    @Test
    void faultyFileShouldBeToldByLineAndColumnWhenItIsSent() {
        HttpResponse<String> refused = city.upload(admin, "/dia-gioi", "Tên đã gõ",
                GeoCity.EDITION.replace("00004+00008", "99999"));

        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("Không có phường, xã mã này vào ngày 2026-12-31."), refused.body());
        assertTrue(refused.body().contains("value=\"Tên đã gõ\""), "what was typed is kept");
    }

    @Test
    void exceptionsShouldBeOfTheStaffsDistrictsWhenTheyAreRecorded() {
        Map<String, String> form = exception("bd-nguxa", "2026-12-24", "18:00", "2026-12-26", "00:00");
        assertEquals(404, city.form(analyst, "/dia-gioi/lich",
                exception("hk-lake", "2026-12-24", "18:00", "2026-12-26", "00:00")).statusCode());
        assertEquals(403, city.form(registrar, "/dia-gioi/lich", form).statusCode());

        assertEquals(303, city.form(analyst, "/dia-gioi/lich", form).statusCode());
        assertEquals(303, city.form(analyst, "/dia-gioi/lich", form).statusCode(), "twice is once");

        assertEquals(1, number("SELECT count(*) FROM zone_exception WHERE reason = 'Noel'"));
        // Thursday evening from 18:00, Friday all day although it opens at 18:00 as a rule.
        assertEquals(1_440 + 360, number("SELECT sum(open_minutes) FROM zone_open_day WHERE zone_place_id ="
                + " 'zone-bd-nguxa' AND business_date IN ('2026-12-24', '2026-12-25')"));
        HttpResponse<String> overlapping = city.form(admin, "/dia-gioi/lich",
                exception("bd-nguxa", "2026-12-25", "08:00", "2026-12-25", "09:00"));
        assertEquals(422, overlapping.statusCode());
        assertTrue(overlapping.body().contains("Trùng giờ với lần đã ghi: Noel"), overlapping.body());
        String id = await(DB.pool().query("SELECT exception_id::text FROM zone_exception WHERE reason = 'Noel'")
                .execute()).iterator().next().getString(0);
        assertEquals(404, city.form(city.staff("far", "ANALYST", "271"), "/dia-gioi/lich/" + id + "/rut",
                Map.of("why", "x")).statusCode());
        assertEquals(422, city.form(analyst, "/dia-gioi/lich/" + id + "/rut", Map.of()).statusCode());
        assertEquals(303, city.form(analyst, "/dia-gioi/lich/" + id + "/rut", Map.of("why", "mưa")).statusCode());
        assertEquals(360, number("SELECT sum(open_minutes) FROM zone_open_day WHERE zone_place_id = 'zone-bd-nguxa'"
                + " AND business_date IN ('2026-12-24', '2026-12-25')"));
        assertEquals(2, number("SELECT count(*) FROM audit_entry WHERE action LIKE 'zone.exception.%'"));
    }

    @Test
    void exceptionsShouldBeRefusedInWordsWhenTheyCannotBe() {
        assertTold("Lúc kết thúc phải sau lúc bắt đầu.", "2026-12-24", "18:00", "2026-12-24", "18:00");
        assertTold("Một lần dài nhất là 92 ngày.", "2026-12-01", "18:00", "2027-03-03", "18:01");
        assertTold("Chỉ ghi được từ 1/10/2023", "2023-09-30", "18:00", "2023-10-02", "18:00");
        assertTold("Hãy ghi giờ như 19:00.", "2026-12-24", "25:00", "2026-12-25", "18:00");
    }

    @Test
    void baselinesShouldBeShownBeforeTheyAreWritten() {
        String table = "district_code,valid_from,premises,target,source\n001,2026-01-01,5200,55%,Cục Thống kê";
        HttpResponse<String> preview = city.form(analyst, "/dia-gioi/mau-so", Map.of("table", table));
        assertEquals(200, preview.statusCode(), preview.body());
        assertTrue(preview.body().contains("Thêm 1, thay 0, như cũ 0"), preview.body());
        assertEquals(0, number("SELECT count(*) FROM baseline WHERE place_id = 'district-001'"));

        assertEquals(303, city.form(analyst, "/dia-gioi/mau-so", Map.of("table", table, "step", "luu")).statusCode());

        assertEquals(5_200, number("SELECT premises FROM baseline WHERE place_id = 'district-001'"));
        assertTrue(city.get(analyst, "/dia-gioi/mau-so").body().contains("55%"));
        String csv = city.get(analyst, "/dia-gioi/mau-so.csv").body();
        assertTrue(csv.endsWith("001,,,2026-01-01,5200,0.5500,\"Cục Thống kê\"\r\n"), csv);
        HttpResponse<String> again = city.form(analyst, "/dia-gioi/mau-so", Map.of("table", csv));
        assertTrue(again.body().contains("Thêm 0, thay 0, như cũ 1"), again.body());
        HttpResponse<String> others = city.form(analyst, "/dia-gioi/mau-so",
                Map.of("table", table.replace("001", "002"), "step", "luu"));
        assertEquals(422, others.statusCode());
        assertTrue(others.body().contains("Ngoài địa bàn bạn phụ trách."), others.body());
        assertEquals(0, number("SELECT count(*) FROM baseline WHERE place_id = 'district-002'"));
    }

    private static void assertTold(String words, String from, String fromTime, String to, String toTime) {
        HttpResponse<String> refused =
                city.form(admin, "/dia-gioi/lich", exception("hbt-tnt", from, fromTime, to, toTime));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains(words), refused.body());
        assertTrue(refused.body().contains("value=\"Noel\""), "what was typed is kept");
    }

    private static Map<String, String> exception(
            String zone, String from, String fromTime, String to, String toTime) {
        Map<String, String> fields = new TreeMap<>(Map.of("zone", zone, "kind", "EXTENSION", "from", from,
                "fromTime", fromTime, "to", to, "toTime", toTime, "reason", "Noel", "source", "UBND"));
        fields.put("key", UUID.randomUUID().toString());
        return fields;
    }

    private static long number(String sql) {
        return await(DB.pool().query("SELECT (" + sql + ")::bigint").execute()).iterator().next().getLong(0);
    }
}
