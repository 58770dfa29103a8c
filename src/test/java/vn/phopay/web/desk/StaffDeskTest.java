package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.web.desk.StaffBrowser.faults;
import static vn.phopay.web.desk.StaffBrowser.location;

import java.net.http.HttpResponse;
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

/** The desk at which administrators look after staff, over HTTP, without scripts. */
class StaffDeskTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("staff_desk").keepingInvariants();

    private static final String LIST = "/nhan-su";

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
    void somebodyNewShouldLogInWithAPasswordThatIsShownOnce() {
        HttpResponse<String> made = boss.post(LIST + "/them", "login", "Lan.Nguyen", "name", "Nguyễn Thị Lan",
                "role", "REGISTRAR", "scope", "SOME", "district", "002", "district", "001");

        assertEquals(200, made.statusCode());
        String password = secret(made);
        StaffBrowser lan = new StaffBrowser(city.app).logIn("lan.nguyen", password);
        String list = boss.get(LIST).body();
        assertTrue(list.contains("Nguyễn Thị Lan") && list.contains("Quận Ba Đình, Quận Hoàn Kiếm"), list);
        assertFalse(list.contains(password));
        assertEquals("/duyet?noti=staff.ownPassword", location(lan.post("/doi-mat-khau", "password", password,
                "next", "mat-khau-moi-cua-lan", "again", "mat-khau-moi-cua-lan", "tiep", "/duyet")));
        assertEquals(200, lan.get("/duyet").statusCode());
        assertEquals(403, lan.get(LIST).statusCode());
        new StaffBrowser(city.app).logIn("lan.nguyen", "mat-khau-moi-cua-lan");
        assertTrue(city.rows("SELECT details::text FROM audit_entry WHERE action = 'staff.register'").stream()
                .noneMatch(details -> details.contains(password)));
    }

    @Test
    void faultyFormShouldKeepWhatWasTyped() {
        HttpResponse<String> answer = boss.post(LIST + "/them", "login", "0912345678", "name", "Trần Văn Tú",
                "scope", "SOME");

        assertEquals(422, answer.statusCode());
        assertEquals(List.of(
                "Tên đăng nhập cần 2 đến 64 chữ thường không dấu, số hoặc . _ @ + -, và không phải số điện thoại.",
                "Mục này còn trống.", "Hãy chọn ít nhất một quận, huyện."), faults(answer));
        assertTrue(answer.body().contains("value=\"Trần Văn Tú\"") && answer.body().contains("value=\"0912345678\""));
        Staff there = city.staff("ANALYST");
        HttpResponse<String> taken = boss.post(LIST + "/them", "login", there.login(), "name", "Ai Đó",
                "role", "ANALYST", "scope", "ALL");
        assertEquals(409, taken.statusCode());
        assertEquals(List.of("Tên đăng nhập này đã có người dùng, hoặc từng dùng. Hãy chọn tên khác."), faults(taken));
    }

    @Test
    void changedRoleShouldHoldAtOnceAndForWhoeverIsLoggedIn() {
        Staff staff = city.staff("REGISTRAR");
        StaffBrowser working = city.browser(staff);
        String path = LIST + '/' + staff.id();
        String version = version(path);

        assertEquals(path + "?noti=staff.changed", location(boss.post(path, "version", version, "name", "Tên Mới",
                "role", "ANALYST", "scope", "SOME", "district", "003")));

        assertEquals("/dang-nhap?tiep=%2Fduyet", location(working.get("/duyet")), "his session has ended");
        StaffBrowser again = city.browser(staff);
        assertEquals(403, again.post("/duyet", "shop", "mch_x").statusCode());
        assertEquals(List.of("ANALYST {003}"), city.rows(
                "SELECT role || ' ' || district_codes::text FROM session WHERE subject_id ="
                        + " (SELECT staff_id FROM staff WHERE login = $1)", staff.login()));
        HttpResponse<String> stale = boss.post(path, "version", version, "name", "Tên Khác", "role", "ADMIN",
                "scope", "ALL");
        assertEquals(409, stale.statusCode());
        assertTrue(faults(stale).getFirst().startsWith("Có người vừa sửa trước bạn."));
        assertTrue(stale.body().contains("value=\"Tên Khác\""), "what was typed stays");
        assertEquals(List.of("ADMIN staff.change: ", "ADMIN staff.register: "), city.audited(staff.id()));
    }

    @Test
    void endedAccessShouldBeOverAtOnceAndMayBeGivenBack() {
        Staff staff = city.staff("REGISTRAR", "002");
        StaffBrowser working = city.browser(staff);
        String path = LIST + '/' + staff.id();

        assertEquals(List.of("Mục này còn trống."),
                faults(boss.post(path + "/ngung", "version", version(path))));
        assertEquals(path + "?noti=staff.ended",
                location(boss.post(path + "/ngung", "version", version(path), "reason", "nghỉ hưu")));

        assertEquals(303, working.get("/duyet").statusCode());
        assertEquals(422, new StaffBrowser(city.app)
                .post("/dang-nhap", "login", staff.login(), "password", DeskCity.PASSWORD).statusCode());
        assertEquals(409, boss.post(path + "/ngung", "version", version(path), "reason", "x").statusCode());
        HttpResponse<String> back = boss.post(path + "/mat-khau", "version", version(path));
        StaffBrowser returned = new StaffBrowser(city.app).logIn(staff.login(), secret(back));
        assertEquals("/doi-mat-khau?tiep=%2Fduyet", location(returned.get("/duyet")));
        assertEquals(List.of("ADMIN staff.end: nghỉ hưu", "ADMIN staff.password: ", "ADMIN staff.register: "),
                city.audited(staff.id()));
    }

    @Test
    void newPasswordShouldEndTheOldOne() {
        Staff staff = city.staff("ANALYST");
        StaffBrowser working = city.browser(staff);
        String path = LIST + '/' + staff.id();

        String password = secret(boss.post(path + "/mat-khau", "version", version(path)));

        assertEquals(303, working.get("/duyet").statusCode());
        assertEquals(422, new StaffBrowser(city.app)
                .post("/dang-nhap", "login", staff.login(), "password", DeskCity.PASSWORD).statusCode());
        new StaffBrowser(city.app).logIn(staff.login(), password);
    }

    @Test
    void nobodyShouldChangeHimself() {
        Staff admin = city.staff("ADMIN");
        StaffBrowser self = city.browser(admin);
        String path = LIST + '/' + admin.id();

        for (HttpResponse<String> answer : List.of(
                self.post(path, "version", "1", "name", "Tôi", "role", "ADMIN", "scope", "ALL"),
                self.post(path + "/ngung", "version", "1", "reason", "chán"),
                self.post(path + "/mat-khau", "version", "1"))) {
            assertEquals(409, answer.statusCode());
            assertEquals(List.of("Không ai tự đổi quyền của mình. Hãy nhờ quản trị khác."), faults(answer));
        }
        assertFalse(self.get(path).body().contains("name=\"version\""));
    }

    @Test
    void limitedAdministratorShouldStayWithinHisDistricts() {
        StaffBrowser limited = city.browser("ADMIN", "002");
        Staff all = city.staff("ANALYST");
        Staff same = city.staff("ANALYST", "002");

        String list = limited.get(LIST).body();
        assertTrue(list.contains(same.login()) && !list.contains(all.login()), list);
        assertEquals(404, limited.get(LIST + '/' + all.id()).statusCode());
        assertEquals(404, limited.post(LIST + '/' + all.id() + "/ngung", "version", "1", "reason", "x").statusCode());
        String path = LIST + '/' + same.id();
        assertEquals(List.of("Bạn chỉ giao được địa bàn của chính mình."), faults(limited.post(path,
                "version", "1", "name", "X", "role", "ANALYST", "scope", "SOME", "district", "003")));
        assertEquals(List.of("Bạn chỉ giao được địa bàn của chính mình."), faults(limited.post(path,
                "version", "1", "name", "X", "role", "ANALYST", "scope", "ALL")));
        assertEquals(403, city.browser("REGISTRAR").get(LIST).statusCode());
    }

    private static String version(String path) {
        Matcher found = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(boss.get(path).body());
        assertTrue(found.find());
        return found.group(1);
    }

    private static String secret(HttpResponse<String> page) {
        Matcher found = Pattern.compile("id=\"secret\"[^>]*>([^<]+)<").matcher(page.body());
        assertTrue(found.find(), page.body());
        return found.group(1);
    }
}
