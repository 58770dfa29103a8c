package vn.phopay.web.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;

/** A service with the city's staff, by a clock that is moved by hand. */
final class GeoCity implements AutoCloseable {
    static final String EDITION =
            "kind,code,name_vi,name_en,type,valid_from,district_codes,predecessors,predecessors_split,ward_code\r\n"
                    + "WARD,00070,Phường Hồ Gươm,Ho Guom,WARD,2027-01-01,002,,00070,\r\n"
                    + "WARD,00071,\"Phường Phố Cổ\",,WARD,2027-01-01,002+001,,00070,\r\n"
                    + "WARD,00004,Phường Ba Đình Mới,,WARD,2027-01-01,001+002+003+005,00004+00008,,\r\n"
                    + "STREET,hang-ngang,Hàng Ngang,,,2027-01-01,,,,00071\r\n";

    private static final String PASSWORD = "bun-cha-hang-manh";

    final MovableClock clock = MovableClock.morning();
    final TestApp app;

    GeoCity(TestDatabase database) {
        app = TestApp.start(database, clock, Map.of("PHOPAY_SESSION_HOURS", "168"));
    }

    /** A member of staff, of all districts where none is named, by the token. */
    String staff(String login, String role, String... districtCodes) {
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login).put("name", login)
                .put("role", role).put("password", PASSWORD).put("districtCodes", new JsonArray(List
                .of(districtCodes))));
        return app.token(login, PASSWORD);
    }

    /** A window in which a member of staff is logged in. */
    PageWindow logIn(PageWindow window, String login) {
        APIResponse answer = window.page().context().request().post(
                app.uri("/api/v1/sessions").toString(),
                RequestOptions.create().setData(Map.of("login", login, "password", PASSWORD)));
        assertEquals(201, answer.status(), answer::text);
        return window;
    }

    /** Sends a form as a program would, which needs no token against forgery. */
    HttpResponse<String> form(String token, String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return app.sendBytes("POST", path, body.toString().getBytes(StandardCharsets.UTF_8),
                "content-type", "application/x-www-form-urlencoded", "authorization", "Bearer " + token);
    }

    /** Sends a form with a file. */
    HttpResponse<String> upload(String token, String path, String title, String csv) {
        String edge = "edge" + UUID.randomUUID();
        String body = "--" + edge + "\r\ncontent-disposition: form-data; name=\"title\"\r\n\r\n" + title
                + "\r\n--" + edge
                + "\r\ncontent-disposition: form-data; name=\"file\"; filename=\"wards.csv\"\r\ncontent-type: text/csv"
                + "\r\n\r\n" + csv + "\r\n--" + edge + "--\r\n";
        return app.sendBytes("POST", path, body.getBytes(StandardCharsets.UTF_8),
                "content-type", "multipart/form-data; boundary=" + edge, "authorization", "Bearer " + token);
    }

    HttpResponse<String> get(String token, String path) {
        return app.send("GET", path, null, "authorization", "Bearer " + token);
    }

    static FilePayload file(String csv) {
        return new FilePayload("wards.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        app.close();
    }
}
