package vn.phopay.web.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WindowLook;

/** Who may see the pages and how: nobody but the owner; without scripts, by keyboard, and with text twice as large. */
class ProfileAccessTest extends ProfileVisit {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("profile_access");

    private static final List<String> PAGES = List.of("/ho-so", "/ho-so/cua-hang", "/ho-so/so-dien-thoai",
            "/ho-so/tai-khoan", "/ho-so/thiet-bi", "/ho-so/may-nghe", "/ho-so/mat-khau",
            "/ho-so/du-lieu", "/ho-so/du-lieu/xoa");
    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Override
    TestApp app() {
        return app;
    }

    @Test
    void pagesShouldBeTheOwnersAlone() {
        for (String path : PAGES) {
            HttpResponse<String> nobody = app.send("GET", path, null);
            assertEquals(303, nobody.statusCode(), path);
            assertEquals("/dang-nhap?tiep=" + path.replace("/", "%2F"),
                    nobody.headers().firstValue("location").orElseThrow());
            HttpResponse<String> staff = get(path, app.adminToken());
            assertEquals(403, staff.statusCode(), path);
            assertTrue(staff.headers().firstValue("content-type").orElseThrow().startsWith("text/html"));
            HttpResponse<String> own = get(path, shop.token());
            assertEquals(200, own.statusCode(), path);
            assertEquals("no-store", own.headers().firstValue("cache-control").orElseThrow());
        }
    }

    @Test
    void thingsOfAnotherShopShouldNotBeThere() {
        PortalShop other = PortalShop.open(app);
        String outlet = "/ho-so/dia-diem/" + other.outletId();
        String session = sessionOf(other);

        assertEquals(404, get(outlet, shop.token()).statusCode());
        assertEquals(404, post(outlet, "name=Của+tôi&address=x"));
        assertEquals(404, post("/ho-so/thiet-bi/ket-thuc", "session=" + session));
        assertEquals(404, post("/ho-so/tai-khoan/ma-moi", "code=" + other.code().getString("id")));
        assertEquals(404, post("/ho-so/may-nghe/ket-thuc", "phone=lsn_00000000000000000000000000"));
        assertEquals(404, post("/ho-so/may-nghe", "name=x&outlet=" + other.outletId()));
        assertEquals(404, post("/ho-so/thiet-bi/ket-thuc", "session=ses_x"));
        assertEquals(404, post("/ho-so/du-lieu/dong-y", "purpose=EVERYTHING&act=give"));

        assertEquals(200, get("/ho-so", other.token()).statusCode(), "nothing happened to it");
        assertTrue(get(outlet, other.token()).body().contains("12 Hàng Ngang"));
        assertEquals("GENUINE", verdict(other.code().getString("payload")));
    }

    @Test
    void formsShouldBeRefusedWhenAnotherSiteSendsThem() {
        HttpResponse<String> answer = app.sendBytes("POST", "/ho-so/thiet-bi/ket-thuc-khac", "x=1".getBytes(
                StandardCharsets.UTF_8), "content-type", "application/x-www-form-urlencoded",
                "cookie", "phopay_session=" + shop.token());

        assertEquals(403, answer.statusCode());
        assertEquals(200, get("/ho-so", shop.token()).statusCode());
    }

    @Test
    void stepsThatNeedThePasswordShouldLockAfterTheAllowedGuesses() {
        for (int i = 0; i < 5; i++) {
            assertEquals(422, post("/ho-so/du-lieu/tai-ve", "password=guess-" + i));
        }
        assertEquals(429, post("/ho-so/du-lieu/xoa", "sure=yes&when=later&password=" + shop.password()));
        assertEquals(429, post("/ho-so/mat-khau",
                "password=" + shop.password() + "&next=com-tam-bi&again=com-tam-bi"));
        assertEquals(429, app.send("POST", "/api/v1/sessions", new JsonObject()
                .put("login", shop.ownerPhone()).put("password", shop.password())).statusCode(), "the same count");
    }

    @Test
    void formWithFaultsShouldNotCountAGuess() {
        for (int i = 0; i < 10; i++) {
            assertEquals(422, post("/ho-so/tai-khoan", "bankBin=1&accountNumber=%21&accountName=x&password=guess"));
        }
        assertTrue(app.token(shop.ownerPhone(), shop.password()).length() > 20);
    }

    @Test
    void everythingShouldWorkWithoutScripts() {
        enter(WindowLook.phone("vi").withoutJavaScript(), "/ho-so");
        window.audit("profile");
        follow("profile.account.edit");
        field("bankBin").selectOption("970436");
        field("accountNumber").fill("8001" + shop.accountNumber());
        field("accountName").fill("NGUYEN THI HOA");
        field("password").fill(shop.password());
        submit("profile.account.send");
        assertEquals("/ho-so/tai-khoan?noti=profile.account.waits", path());
        submit("profile.account.withdraw");
        assertEquals("/ho-so/tai-khoan?noti=profile.account.withdrawn", path());
        window.open(app.uri("/ho-so/thiet-bi"));
        submit("profile.devices.end");
        assertEquals("/ho-so/thiet-bi?noti=profile.device.others", path());
        window.open(app.uri("/ho-so/du-lieu"));
        field("password").fill(shop.password());
        Download download = page().waitForDownload(() -> submit("profile.export.button"));
        assertTrue(download.suggestedFilename().endsWith(".zip"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void passwordShouldBeChangedByKeyboardAlone(WindowLook look) {
        enter(look, "/ho-so");
        assertTrue(window.keyboard().tabThrough(40).size() > 12);
        window.open(app.uri("/ho-so/mat-khau"));
        type("profile.password.old", shop.password());
        type("profile.password.new", NEXT_PASSWORD);
        type("profile.password.again", NEXT_PASSWORD);
        window.keyboard().press("Enter");

        page().waitForURL("**/ho-so?noti=profile.password");
        assertTrue(app.token(shop.ownerPhone(), NEXT_PASSWORD).length() > 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ho-so", "/ho-so/cua-hang", "/ho-so/so-dien-thoai", "/ho-so/tai-khoan",
        "/ho-so/thiet-bi", "/ho-so/may-nghe", "/ho-so/mat-khau", "/ho-so/du-lieu", "/ho-so/du-lieu/xoa"})
    void pagesShouldFitWithTextTwiceAsLarge(String path) {
        enter(WindowLook.phone("vi").withTextDoubled(), path);

        window.audit("profile" + path.replace("/ho-so", "").replace('/', '-'));
    }

    private void type(String key, String text) {
        window.keyboard().tabTo(says(key), 30);
        page().keyboard().insertText(text);
    }

    private String sessionOf(PortalShop other) {
        Matcher found = Pattern.compile("name=\"session\" value=\"(ses_[a-z0-9]+)\"")
                .matcher(get("/ho-so/thiet-bi", app.token(other.ownerPhone(), other.password())).body());
        assertTrue(found.find());
        return found.group(1);
    }

    private int post(String path, String form) {
        return app.sendBytes("POST", path, form.getBytes(StandardCharsets.UTF_8), "content-type",
                "application/x-www-form-urlencoded", "authorization", "Bearer " + shop.token()).statusCode();
    }

    private static HttpResponse<String> get(String path, String token) {
        return app.send("GET", path, null, "authorization", "Bearer " + token);
    }
}
