package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.web.desk.StaffBrowser.faults;
import static vn.phopay.web.desk.StaffBrowser.location;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.http.ops.AnswerAgreement;
import vn.phopay.identity.StaffId;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.PageKit;

/** A password that an administrator made opens one page: the one on which another password is chosen. */
class TemporaryPasswordTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("temporary_password").keepingInvariants();

    private static final String OWN = "/doi-mat-khau";
    private static final String NEXT = "mat-khau-cua-rieng-toi";

    private static DeskCity city;

    @BeforeAll
    static void start() {
        city = new DeskCity(DB);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    /** Somebody whom an administrator registered with a password that is to be changed; gives the login. */
    private static String newcomer(String login, String role) {
        city.app.as(city.app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login)
                .put("name", "Lan").put("role", role).put("password", DeskCity.PASSWORD)
                .put("passwordTemporary", true));
        return login;
    }

    private static StaffBrowser choose(StaffBrowser browser) {
        browser.post(OWN, "password", DeskCity.PASSWORD, "next", NEXT, "again", NEXT);
        return browser;
    }

    @Test
    void everyPageShouldLeadToTheOneOnWhichAPasswordIsChosen() {
        StaffBrowser lan = new StaffBrowser(city.app).logIn(newcomer("lan.1", "ADMIN"), DeskCity.PASSWORD);

        for (String path : List.of("/thanh-pho", "/duyet?xem=da-duyet", "/nhan-su", "/man-hinh", "/ho-so")) {
            HttpResponse<String> answer = lan.get(path);
            assertEquals(303, answer.statusCode(), path);
            assertEquals(OWN + "?tiep=" + PageKit.encode(path), location(answer));
        }
        for (String path : List.of("/duyet", "/nhan-su/them", "/vu-viec/cas_1", "/thanh-pho/chi-tieu")) {
            assertEquals(OWN, location(lan.post(path, "shop", "x")), path);
        }
        assertTrue(city.rows("SELECT 1 FROM audit_entry WHERE action LIKE 'merchant%' OR action LIKE 'target%'")
                .isEmpty(), "nothing was done");
        assertEquals(200, lan.get("/kiem-tra").statusCode(), "what anyone may see");
        String page = lan.get(OWN + "?tiep=%2Fnhan-su").body();
        assertTrue(page.contains("Đặt mật khẩu của riêng bạn") && page.contains("name=\"tiep\" value=\"/nhan-su\""));
        assertFalse(page.contains("href=\"/nhan-su\""), "the menu leads nowhere yet");
    }

    @Test
    void ownPasswordShouldOpenEverythingAndLeadToWhereOneWantedToGo() {
        StaffBrowser lan = new StaffBrowser(city.app).logIn(newcomer("lan.2", "REGISTRAR"), DeskCity.PASSWORD);

        HttpResponse<String> differs = lan.post(OWN, "password", DeskCity.PASSWORD, "next", NEXT, "again", "x",
                "tiep", "/vu-viec");
        assertEquals(422, differs.statusCode());
        assertTrue(differs.body().contains("name=\"tiep\" value=\"/vu-viec\""), differs.body());
        HttpResponse<String> same = lan.post(OWN, "password", DeskCity.PASSWORD, "next", DeskCity.PASSWORD,
                "again", DeskCity.PASSWORD);
        assertEquals(1, faults(same).size(), "the one that the administrator knows is none of his own");
        assertEquals("/vu-viec?noti=staff.ownPassword", location(lan.post(OWN, "password", DeskCity.PASSWORD,
                "next", NEXT, "again", NEXT, "tiep", "/vu-viec")));

        assertEquals(200, lan.get("/vu-viec").statusCode());
        assertEquals(200, new StaffBrowser(city.app).logIn("lan.2", NEXT).get("/duyet").statusCode());
        assertEquals("/thanh-pho?noti=staff.ownPassword", location(
                new StaffBrowser(city.app).logIn(newcomer("lan.3", "ANALYST"), DeskCity.PASSWORD).post(OWN,
                        "password", DeskCity.PASSWORD, "next", NEXT, "again", NEXT, "tiep", "//elsewhere.example")));
    }

    @Test
    void apiShouldSayWhatIsMissingAndLetGo() {
        String token = city.app.token(newcomer("lan.4", "REGISTRAR"), DeskCity.PASSWORD);
        String bearer = "Bearer " + token;

        HttpResponse<String> refused = city.app.send("GET", "/api/v1/merchants", null, "authorization", bearer);
        assertEquals(403, refused.statusCode());
        assertEquals("AUTH_PASSWORD_TEMPORARY", new JsonObject(refused.body()).getString("code"));
        assertEquals(List.of(), AnswerAgreement.findings("GET /api/v1/merchants", refused));
        assertEquals(403, city.app.send("POST", "/api/v1/merchants/mch_1/approve", new JsonObject(),
                "authorization", bearer).statusCode());
        assertEquals(200, city.app.send("GET", "/api/v1/places", null, "authorization", bearer).statusCode());
        assertEquals(204, city.app.send("DELETE", "/api/v1/sessions/current", null,
                "authorization", bearer).statusCode());
    }

    @Test
    void publicFiguresShouldBeThoseThatAnybodyGets() {
        String path = "/api/v1/adoption/districts";
        String token = city.app.token(newcomer("lan.5", "ANALYST"), DeskCity.PASSWORD);

        assertEquals(city.app.send("GET", path, null).body(),
                city.app.send("GET", path, null, "authorization", "Bearer " + token).body());
    }

    @Test
    void resetShouldAskForAnotherPasswordAgainAndEndWhoeverWasIn() {
        String login = newcomer("lan.6", "REGISTRAR");
        StaffBrowser lan = choose(new StaffBrowser(city.app).logIn(login, DeskCity.PASSWORD));
        assertEquals(200, lan.get("/duyet").statusCode());
        StaffBrowser boss = new StaffBrowser(city.app).logIn("boss", DeskCity.PASSWORD);
        String path = "/nhan-su/" + new StaffId(UUID.fromString(
                city.rows("SELECT staff_id FROM staff WHERE login = $1", login).getFirst()));
        String page = boss.get(path).body();
        String version = page.replaceFirst("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
        String secret = boss.post(path + "/mat-khau", "version", version).body()
                .replaceFirst("(?s).*id=\"secret\"[^>]*>([^<]+)<.*", "$1");

        assertEquals("/dang-nhap?tiep=%2Fduyet", location(lan.get("/duyet")));
        assertEquals(OWN + "?tiep=%2Fduyet",
                location(new StaffBrowser(city.app).logIn(login, secret).get("/duyet")));
    }

    @Test
    void peopleWhoseOwnPasswordItIsShouldNotBeAsked() {
        assertEquals(200, new StaffBrowser(city.app).logIn("boss", DeskCity.PASSWORD).get("/duyet").statusCode(),
                "the first administrator, from the settings");
        assertEquals(200, city.browser("REGISTRAR").get("/duyet").statusCode(), "a password agreed on by the API");
    }
}
