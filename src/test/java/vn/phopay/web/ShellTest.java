package vn.phopay.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What all pages share, over HTTP: sessions by form, forgery, language, refusals, what makes the site installable. */
class ShellTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("shell");

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static TestApp app;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void logInShouldOpenASessionAndGoOnWhereItWasWanted() {
        HttpResponse<String> answer = post("/dang-nhap", "tiep=%2Fngoai-tuyen&login=boss&password=bun-cha-hang-manh");

        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals("/ngoai-tuyen", header(answer, "location"));
        String cookie = header(answer, "set-cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        String page = get("/dang-nhap", "cookie", cookie.split(";", 2)[0]).body();
        Matcher csrf = CSRF.matcher(page);
        assertTrue(csrf.find(), "a page of a session has a form to log out");

        HttpResponse<String> forged = post("/dang-xuat", "_csrf=wrong", "cookie", cookie.split(";", 2)[0]);
        HttpResponse<String> ended = post("/dang-xuat", "_csrf=" + csrf.group(1), "cookie", cookie.split(";", 2)[0]);

        assertEquals(403, forged.statusCode());
        assertTrue(forged.body().contains("Trang đã cũ"), forged.body());
        assertEquals(303, ended.statusCode());
        assertFalse(CSRF.matcher(get("/dang-nhap", "cookie", cookie.split(";", 2)[0]).body()).find());
    }

    @Test
    void wrongPasswordShouldBeToldAndNotRepeated() {
        HttpResponse<String> answer = post("/dang-nhap", "login=0912345678&password=khong-phai-the");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("Số điện thoại hoặc mật khẩu chưa đúng"));
        assertTrue(answer.body().contains("value=\"0912345678\""));
        assertFalse(answer.body().contains("khong-phai-the"));
    }

    @Test
    void logInShouldGoToNoOtherSite() {
        HttpResponse<String> answer = post(
                "/dang-nhap", "tiep=%2F%2Fevil.example&login=boss&password=bun-cha-hang-manh");

        assertEquals("/thanh-pho", header(answer, "location"));
    }

    @Test
    void formOfAnotherSiteShouldBeRefused() {
        HttpResponse<String> answer = post(
                "/dang-nhap", "login=boss&password=bun-cha-hang-manh", "sec-fetch-site", "cross-site");

        assertEquals(403, answer.statusCode());
        assertTrue(answer.headers().firstValue("set-cookie").isEmpty());
    }

    @Test
    void pageWithoutSessionShouldLeadToTheLogInAndBack() {
        HttpResponse<String> answer = post("/dang-xuat", "_csrf=x");

        assertEquals(303, answer.statusCode());
        assertEquals("/dang-nhap", header(answer, "location"));
    }

    @Test
    void languageShouldBeKeptAndLeadBack() {
        HttpResponse<String> answer = get("/ngon-ngu/en?ve=%2Fdang-nhap%3Flang%3Dvi");

        assertEquals("/dang-nhap?", header(answer, "location"));
        HttpResponse<String> page = get("/dang-nhap", "cookie", header(answer, "set-cookie").split(";", 2)[0]);
        assertEquals("en", header(page, "content-language"));
        assertTrue(page.body().contains("Log in"));
        assertEquals(404, get("/ngon-ngu/fr").statusCode());
    }

    @Test
    void siteShouldBeInstallableInBothLanguages() {
        HttpResponse<String> manifest = get("/manifest.webmanifest");

        JsonObject json = new JsonObject(manifest.body());
        assertEquals("standalone", json.getString("display"));
        assertEquals("/hom-nay", json.getString("start_url"));
        json.getJsonArray("icons").forEach(icon ->
                assertEquals(200, get(((JsonObject) icon).getString("src")).statusCode()));
        assertTrue(get("/manifest.webmanifest?lang=en").body().contains("Check a code"));
    }

    @Test
    void workerShouldNameFilesByFingerprintAndBeAskedForAgain() {
        HttpResponse<String> worker = get("/service-worker.js");

        assertEquals("no-cache", header(worker, "cache-control"));
        Matcher files = Pattern.compile("/assets/[A-Za-z0-9.-]+(\\?v=[0-9a-f]+)?'").matcher(worker.body());
        int found = 0;
        while (files.find()) {
            found++;
            assertTrue(files.group(1) != null, files.group());
        }
        assertTrue(found > 10, "files of the worker: " + found);
    }

    @Test
    void keptPageShouldBeNobodysEvenWithASession() {
        String cookie = "phopay_session=" + app.adminToken();

        assertFalse(CSRF.matcher(get("/ngoai-tuyen", "cookie", cookie).body()).find());
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return app.sendBytes("GET", path, new byte[0], headers);
    }

    private static HttpResponse<String> post(String path, String form, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "content-type";
        all[headers.length + 1] = FORM;
        return app.sendBytes("POST", path, form.getBytes(StandardCharsets.UTF_8), all);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
