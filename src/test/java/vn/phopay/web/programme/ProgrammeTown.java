package vn.phopay.web.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.PageKit;

/**
 * A service on a Sunday, 22 November 2026, with a shop on Hàng Ngang that was paid today, staff of several
 * districts, and figures of streets of which Hàng Ngang lags.
 */
final class ProgrammeTown implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    static final String STREET = "/thanh-pho/pho/hang-ngang";
    private static final String PASSWORD = "bun-cha-hang-manh";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T03:00:00Z"));
    final TestApp app;
    final PortalShop shop;
    private final TestDatabase database;

    ProgrammeTown(TestDatabase database) {
        this.database = database;
        this.app = TestApp.start(database, clock, Map.of(
                "PHOPAY_LOGIN_RATE_BURST", "100000", "PHOPAY_PUBLIC_RATE_BURST", "100000",
                "PHOPAY_FIGURE_INTERVAL_MS", "3600000"));
        this.shop = PortalShop.open(app, clock);
        staff("lan.hk", "Lan", "REGISTRAR", "002");
        staff("nga.hk", "Nga", "REGISTRAR", "002");
        staff("minh.hk", "Minh", "ANALYST", "002");
        staff("hoa.bd", "Hoa", "REGISTRAR", "001");
        staff("tam.st", "Tâm", "REGISTRAR", "269");
        staff("chi.city", "Chi", "ANALYST");
        shop.payByCode(45_000);
        figures();
    }

    private void staff(String login, String name, String role, String... districts) {
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login).put("name", name)
                .put("role", role).put("districtCodes", new JsonArray(List.of(districts)))
                .put("password", PASSWORD));
    }

    /** Weeks and today, of the district, of two streets and of a bank. */
    private void figures() {
        int week = 0;
        for (LocalDate monday = TODAY.minusWeeks(8).minusDays(6); !monday.isAfter(TODAY);
                monday = monday.plusWeeks(1)) {
            figure("district-002", "WEEK", monday, measures(40 + 7L * week, 200));
            figure("street-hang-dao", "WEEK", monday, measures(10 + week, 40));
            week++;
        }
        figure("district-002", "DAY", TODAY, measures(96, 200));
        figure("street-hang-ngang", "DAY", TODAY, measures(1, 50));
        figure("street-hang-dao", "DAY", TODAY, measures(18, 40));
        figure("street-ta-hien", "DAY", TODAY, measures(12, 20));
        figure("bank-mbbank", "MONTH", TODAY.withDayOfMonth(1), new JsonObject().put("received", 1200)
                .put("receivedCredits", 1100).put("matched", 1045).put("badSignatures", 2).put("duplicates", 31)
                .put("delaySecondsMedian", 3).put("delaySecondsP95", 19).put("unmatchedOpen", 4));
    }

    private static JsonObject measures(long active, long premises) {
        return new JsonObject().put("activeOutlets30", active).put("activeOutlets7", active / 2)
                .put("registeredOutlets", active + 5).put("premises", premises).put("habitualOutlets28", active / 3)
                .put("transactions", active * 100).put("outletsWithCode", active)
                .put("selfCheckedOutlets7", active / 4);
    }

    private void figure(String scope, String interval, LocalDate start, JsonObject measures) {
        run("INSERT INTO figure (scope_id, interval, period_start, measures, computed_at)"
                + " VALUES ($1, $2, $3, $4, now())"
                + " ON CONFLICT ON CONSTRAINT figure_pk DO UPDATE SET measures = excluded.measures",
                Tuple.of(scope, interval, start, measures));
    }

    void run(String sql, Tuple parameters) {
        TestPostgres.await(database.pool().preparedQuery(sql).execute(parameters));
    }

    long count(String sql) {
        return TestPostgres.await(database.pool().query(sql).execute()).iterator().next().getLong(0);
    }

    /** Waits until the shop's payment stands in the rollups. */
    void waitForFold() {
        Eventually.until(() -> count("SELECT count(*) FROM outlet_day"), rows -> rows > 0);
    }

    /** Brings three premises of Hàng Ngang in, the shop's own number among them. */
    void listStreet(String cookie) {
        HttpResponse<String> done = post(cookie, STREET + "/danh-ba/nhap", Map.of("csv", """
                so_nha,ten,nganh,tinh_trang,nguon,ngay
                12,Phở Hoa Hàng Ngang,5812,trading,Tổ công nghệ số 5,2026-11-20
                9,Lụa Vạn Phúc,5949,trading,Tổ công nghệ số 5,2026-11-20
                31,Ô mai Tiến Thịnh,5441,trading,Tổ công nghệ số 5,2026-11-20
                40,Quán đã nghỉ,5812,closed,Tổ công nghệ số 5,2026-11-20
                """));
        assertEquals(303, done.statusCode(), done.body());
    }

    UUID premises(String house) {
        return TestPostgres.await(database.pool().preparedQuery(
                "SELECT premises_id FROM premises WHERE house_key = $1 AND street_place_id = 'street-hang-ngang'")
                .execute(Tuple.of(house))).iterator().next().getUUID(0);
    }

    String cookie(String login) {
        return "phopay_session=" + app.token(login, PASSWORD);
    }

    void logIn(PageWindow window, String login) {
        APIResponse answer = window.page().context().request().post(app.uri("/api/v1/sessions").toString(),
                RequestOptions.create().setData(Map.of("login", login, "password", PASSWORD)));
        assertEquals(201, answer.status(), answer::text);
    }

    HttpResponse<String> get(String cookie, String path) {
        return app.sendBytes("GET", path, new byte[0], "cookie", cookie);
    }

    /** Sends a form with the CSRF token of the caller's session. */
    HttpResponse<String> post(String cookie, String path, Map<String, String> fields) {
        Matcher csrf = CSRF.matcher(get(cookie, "/thanh-pho/di-pho").body());
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("_csrf", csrf.find() ? csrf.group(1) : "none");
        String body = form.entrySet().stream()
                .map(field -> PageKit.encode(field.getKey()) + "=" + PageKit.encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return app.sendBytes("POST", path, body.getBytes(StandardCharsets.UTF_8), "cookie", cookie,
                "content-type", "application/x-www-form-urlencoded");
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    @Override
    public void close() {
        app.close();
    }
}
