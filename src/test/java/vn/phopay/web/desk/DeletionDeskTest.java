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

/** The desk at which wishes to be forgotten are decided, over HTTP, without scripts. */
class DeletionDeskTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("deletion_desk").keepingInvariants();

    private static DeskCity city;
    private static Staff first;
    private static Staff second;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
        first = city.staff("REGISTRAR", "002");
        second = city.staff("ADMIN");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void wishShouldBeProposedByOneAndCarriedOutByAnotherAfterItsDay() {
        String path = "/yeu-cau-xoa/" + city.deletionOf(city.approved("Vải Sợi Cũ"));
        StaffBrowser one = city.browser(first);
        assertTrue(one.get("/yeu-cau-xoa").body().contains("Vải Sợi Cũ"));
        assertEquals(List.of("Mục này còn trống."), faults(one.post(path, "action", "PROPOSE")));
        assertEquals(List.of("Chưa ai đề xuất. Một người phải đề xuất trước."),
                faults(one.post(path, "action", "EXECUTE", "note", "ngay")));
        assertEquals(path + "?noti=deletion.propose",
                location(one.post(path, "action", "PROPOSE", "note", "đúng chủ")));
        assertEquals(List.of("Bạn đã đề xuất, nên người khác phải thực hiện."),
                faults(one.post(path, "action", "EXECUTE", "note", "x")));
        HttpResponse<String> early = city.browser(second).post(path, "action", "EXECUTE", "note", "x");
        assertEquals(409, early.statusCode());
        assertEquals(List.of("Chưa đến ngày. Chủ cửa hàng còn có thể rút lại."), faults(early));
        assertTrue(early.body().contains("Chị " + first.login() + " đề xuất xóa"), early.body());

        city.clock.advance(Duration.ofDays(31));
        StaffBrowser other = city.browser(second);
        assertEquals(path + "?noti=deletion.execute",
                location(other.post(path, "action", "EXECUTE", "note", "đã kiểm tra")));

        assertEquals(0, city.rows("SELECT 1 FROM merchant WHERE display_name = 'Vải Sợi Cũ'").size());
        assertFalse(other.get("/yeu-cau-xoa").body().contains(path));
        assertTrue(other.get("/yeu-cau-xoa?xem=da-xong").body().contains(path));
        assertEquals(409, other.post(path, "action", "REFUSE", "note", "x").statusCode());
    }

    @Test
    void wishMayBeRefusedWithItsReason() {
        String path = "/yeu-cau-xoa/" + city.deletionOf(city.approved("Chiếu Cói"));
        StaffBrowser one = city.browser(first);

        assertEquals(List.of("Hãy chọn một việc để làm."), faults(one.post(path, "note", "x")));
        assertEquals(path + "?noti=deletion.refuse",
                location(one.post(path, "action", "REFUSE", "note", "đang tranh chấp")));
        assertTrue(one.get("/yeu-cau-xoa?xem=da-xong").body().contains("Chiếu Cói"));
    }

    @Test
    void othersShouldSeeNothingAndAnalystsDecideNothing() {
        String path = "/yeu-cau-xoa/" + city.deletionOf(city.approved("Gốm Bát"));
        StaffBrowser elsewhere = city.browser("REGISTRAR", "003");

        assertFalse(elsewhere.get("/yeu-cau-xoa").body().contains("Gốm Bát"));
        assertEquals(404, elsewhere.get(path).statusCode());
        assertEquals(404, elsewhere.post(path, "action", "REFUSE", "note", "x").statusCode());
        StaffBrowser analyst = city.browser("ANALYST");
        assertEquals(200, analyst.get(path).statusCode());
        assertFalse(analyst.get(path).body().contains("name=\"action\""));
        assertEquals(403, analyst.post(path, "action", "REFUSE", "note", "x").statusCode());
        assertEquals(404, analyst.get("/yeu-cau-xoa/del_x").statusCode());
    }
}
