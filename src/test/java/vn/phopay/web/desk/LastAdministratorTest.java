package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.identity.StaffId;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.desk.DeskCity.Staff;

/** However administrators leave, one of the whole city stays; they are counted in a database of its own. */
class LastAdministratorTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("last_administrator").keepingInvariants();

    private static final String LEFT = "SELECT staff_id FROM staff WHERE role = 'ADMIN' AND ended_at IS NULL"
            + " AND district_codes = '{}'";

    private static DeskCity city;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @RepeatedTest(5)
    void twoWhoEndEachOtherAtOnceShouldLeaveOne() throws Exception {
        List<Staff> admins = List.of(city.staff("ADMIN"), city.staff("ADMIN"));
        List<StaffBrowser> browsers = admins.stream().map(city::browser).toList();
        browsers.forEach(browser -> browser.get("/nhan-su"));
        city.rows("UPDATE staff SET role = 'ANALYST' WHERE login = 'boss' RETURNING 1");

        List<String> answers = AtOnce.run(2, i -> StaffBrowser.location(browsers.get(i).post(
                "/nhan-su/" + admins.get(1 - i).id() + "/ngung", "version", "1", "reason", "cùng lúc")));

        assertEquals(1, city.rows(LEFT).size(), answers.toString());
        assertEquals(1, answers.stream().filter(to -> to.endsWith("noti=staff.ended")).count(), answers.toString());
        city.rows("UPDATE staff SET role = 'ADMIN' WHERE login = 'boss' RETURNING 1");
        city.rows("UPDATE staff SET role = 'ANALYST' WHERE login <> 'boss' AND role = 'ADMIN' RETURNING 1");
    }

    @Test
    void theOnlyOneShouldNotBeEndedNorLimitedNorChanged() {
        Staff limited = city.staff("ADMIN", "002");
        String only = new StaffId(UUID.fromString(city.rows(LEFT).getFirst())).toString();
        assertEquals(1, city.rows(LEFT).size());
        StaffBrowser browser = city.browser(limited);
        city.rows("UPDATE session SET district_codes = '{}' WHERE subject_id = (SELECT staff_id FROM staff"
                + " WHERE login = $1) RETURNING 1", limited.login());
        String version = browser.get("/nhan-su/" + only).body().replaceAll(
                "(?s).*?name=\"version\" value=\"(\\d+)\".*", "$1");

        for (HttpResponse<String> answer : List.of(
                browser.post("/nhan-su/" + only + "/ngung", "version", version, "reason", "x"),
                browser.post("/nhan-su/" + only, "version", version, "name", "X", "role", "ANALYST",
                        "scope", "ALL"),
                browser.post("/nhan-su/" + only, "version", version, "name", "X", "role", "ADMIN",
                        "scope", "SOME", "district", "002"))) {
            assertEquals(409, answer.statusCode());
            assertTrue(answer.body().contains("Đây là quản trị cả thành phố duy nhất."), answer.body());
        }
        assertEquals(1, city.rows(LEFT).size());
    }
}
