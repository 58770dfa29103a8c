package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.web.desk.StaffBrowser.faults;
import static vn.phopay.web.desk.StaffBrowser.location;

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

/** Screens on walls: handed over by an administrator, showing the wall and nothing else, ended from afar. */
class ScreenDeskTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("screen_desk").keepingInvariants();

    private static final String SCREENS = "/nhan-su/man-hinh";

    private static DeskCity city;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void handedOverMachineShouldShowTheWallForMonthsAndNothingElse() {
        Staff admin = city.staff("ADMIN");
        StaffBrowser machine = city.browser(admin);
        assertEquals("/man-hinh", location(machine.post(SCREENS, "name", "Sảnh tầng 1")));

        assertEquals(200, machine.get("/man-hinh").statusCode());
        city.clock.advance(Duration.ofDays(200));
        assertEquals(200, machine.get("/man-hinh").statusCode());
        assertEquals(200, machine.get("/man-hinh/song").statusCode());
        for (String path : List.of("/thanh-pho", "/duyet", "/vu-viec", "/nhan-su", "/nhat-ky", SCREENS,
                "/thanh-pho/xep-hang.csv", "/hom-nay", "/doi-mat-khau", "/api/v1/payments", "/api/v1/merchants")) {
            assertEquals(403, machine.get(path).statusCode(), path);
        }
        for (String path : List.of("/duyet", "/nhan-su/them", SCREENS, "/doi-mat-khau")) {
            assertEquals(403, machine.post(path, "name", "x").statusCode(), path);
        }
        assertEquals(city.app.send("GET", "/api/v1/adoption/districts", null).body(),
                machine.get("/api/v1/adoption/districts").body(), "figures as anybody gets them");
        assertEquals(List.of("SCREEN"), city.rows("SELECT role FROM session s JOIN wall_screen w"
                + " ON w.screen_id = s.subject_id WHERE w.name = 'Sảnh tầng 1'"));
        assertEquals(List.of(), city.rows("SELECT 1 FROM session s JOIN staff t ON t.staff_id = s.subject_id"
                + " WHERE t.login = $1", admin.login()), "nobody is logged in on it");
    }

    @Test
    void screenShouldEndAtOnceAndOnce() {
        StaffBrowser machine = city.browser("ADMIN");
        machine.post(SCREENS, "name", "Phòng họp <2>");
        Staff other = city.staff("ADMIN");
        StaffBrowser desk = city.browser(other);
        String list = desk.get(SCREENS).body();
        assertTrue(list.contains("Phòng họp &lt;2&gt;"), list);
        String path = list.replaceFirst("(?s).*Phòng họp &lt;2&gt;.*?action=\"([^\"]+/ngung)\".*", "$1");

        assertEquals(SCREENS + "?noti=staff.screenEnded", location(desk.post(path)));
        assertEquals("/dang-nhap?tiep=%2Fman-hinh%2Fsong", location(machine.get("/man-hinh/song")));
        assertEquals(SCREENS + "?noti=staff.screenGone", location(desk.post(path)));
        assertFalse(desk.get(SCREENS).body().contains("Phòng họp"));
        String id = path.replaceFirst(".*/(scr_[^/]+)/.*", "$1");
        assertEquals(List.of("ADMIN screen.end: ", "ADMIN screen.open: "), city.audited(id));
        assertTrue(desk.get("/nhat-ky?doi-tuong=" + id).body().contains("Tắt màn hình trên tường"));
        assertEquals(404, desk.post(SCREENS + "/scr_1/ngung").statusCode());
    }

    @Test
    void screenNeedsANameAndAnAdministrator() {
        StaffBrowser admin = city.browser("ADMIN");
        HttpResponse<String> nameless = admin.post(SCREENS, "name", "  ");
        assertEquals(422, nameless.statusCode());
        assertEquals(List.of("Mục này còn trống."), faults(nameless));
        assertEquals(422, admin.post(SCREENS, "name", "x".repeat(101)).statusCode());
        assertEquals(200, admin.get("/thanh-pho").statusCode(), "still logged in");
        for (String role : List.of("REGISTRAR", "ANALYST")) {
            assertEquals(403, city.browser(role).get(SCREENS).statusCode());
            assertEquals(403, city.browser(role).post(SCREENS, "name", "x").statusCode());
        }
    }
}
