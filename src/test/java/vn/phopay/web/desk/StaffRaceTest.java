package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.desk.DeskCity.Staff;

/** Log-ins and a change of role at the same time: whoever is in afterwards is in with the new role. */
class StaffRaceTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("staff_race").keepingInvariants();

    private static DeskCity city;
    private static StaffBrowser boss;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
        boss = new StaffBrowser(city.app).logIn("boss", DeskCity.PASSWORD);
        boss.get("/nhan-su");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @RepeatedTest(8)
    void sessionShouldNotOutliveTheRoleItWasOpenedWith() throws Exception {
        Staff staff = city.staff("ADMIN");
        JsonObject login = new JsonObject().put("login", staff.login()).put("password", DeskCity.PASSWORD);

        List<Integer> answers = AtOnce.run(6, i -> i == 3
                ? boss.post("/nhan-su/" + staff.id(), "version", "1", "name", "Đổi Vai", "role", "ANALYST",
                        "scope", "SOME", "district", "002").statusCode()
                : city.app.send("POST", "/api/v1/sessions", login).statusCode());

        assertEquals(5, answers.stream().filter(status -> status == 201).count(), answers.toString());
        assertEquals(303, answers.get(3), answers.toString());
        assertEquals(List.of(), city.rows("SELECT role || district_codes::text FROM session WHERE subject_id ="
                + " (SELECT staff_id FROM staff WHERE login = $1) AND (role <> 'ANALYST' OR district_codes <> '{002}')",
                staff.login()));
    }
}
