package vn.phopay.web.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.DeletionId;
import vn.phopay.identity.PrintBatchId;
import vn.phopay.safety.PhotoFiles;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.PageWindow;
import vn.phopay.testing.PortalShop;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.web.PageKit;

/** A service with staff and shops that wait, by a clock that is moved by hand; all made over HTTP. */
final class DeskCity implements AutoCloseable {
    static final String PASSWORD = "bun-cha-hang-manh";
    private static final String BOUNDARY = "----phopay";
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

    final MovableClock clock = MovableClock.morning();
    final TestApp app;
    private final Pool pool;
    private final TestBank bank;
    private int serial;

    DeskCity(TestDatabase database) {
        app = TestApp.start(database, clock, Map.of(
                "PHOPAY_SESSION_HOURS", "168", "PHOPAY_SAFETY_RATE_BURST", "1000",
                "PHOPAY_LOGIN_RATE_BURST", "1000"));
        pool = database.pool();
        bank = app.bank("mbbank", "970422");
    }

    /** A member of staff: login and id. */
    record Staff(String login, String id) {}

    Staff staff(String role, String... districtCodes) {
        String login = role.toLowerCase(Locale.ROOT) + ++serial;
        JsonObject made = app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", login)
                .put("name", "Chị " + login).put("role", role).put("password", PASSWORD)
                .put("districtCodes", new JsonArray(List.of(districtCodes))));
        return new Staff(login, made.getString("id"));
    }

    StaffBrowser browser(Staff staff) {
        return new StaffBrowser(app).logIn(staff.login(), PASSWORD);
    }

    StaffBrowser browser(String role, String... districtCodes) {
        return browser(staff(role, districtCodes));
    }

    /** Gives the window a session of {@code staff} and opens {@code path}. */
    PageWindow open(PageWindow window, Staff staff, String path) {
        APIResponse answer = window.page().context().request().post(app.uri("/api/v1/sessions").toString(),
                RequestOptions.create().setData(Map.of("login", staff.login(), "password", PASSWORD)));
        assertEquals(201, answer.status(), answer::text);
        return window.open(app.uri(path));
    }

    /** A shop that registered itself and waits; gives its id. */
    String shop(String name) {
        return shop(name, new JsonObject());
    }

    /** A shop that registered itself with {@code changes} of the usual registration. */
    String shop(String name, JsonObject changes) {
        serial++;
        JsonObject registration = new JsonObject()
                .put("legalName", "Hộ kinh doanh Nguyễn Thị Hoa").put("displayName", name)
                .put("taxCode", taxCode(serial)).put("phone", String.format(Locale.ROOT, "+849160%05d", serial))
                .put("categoryCode", "5812").put("password", PASSWORD).put("locale", "vi")
                .put("account", new JsonObject().put("bankBin", "970422")
                        .put("accountNumber", String.format(Locale.ROOT, "0567%06d", serial))
                        .put("accountName", "NGUYEN THI HOA"))
                .put("outlets", new JsonArray().add(new JsonObject()
                        .put("name", name).put("address", serial + " Hàng Ngang").put("districtCode", "002")
                        .put("streetId", "hang-ngang")))
                .mergeIn(changes);
        HttpResponse<String> answer = app.send("POST", "/api/v1/merchants", registration);
        assertEquals(201, answer.statusCode(), answer.body());
        return new JsonObject(answer.body()).getString("id");
    }

    /** The bank tells of money that came to an account; gives its reference. */
    String pay(String account, long amountVnd, String memo) {
        String reference = "FT" + ++serial;
        byte[] body = TestBank.call(List.of(TestBank.transaction(reference, account, amountVnd, memo)
                .put("occurredAt", clock.instant().toString())));
        HttpResponse<String> answer = app.sendBytes("POST", bank.path(), body, bank.sign(body, clock.instant()));
        assertEquals(200, answer.statusCode(), answer.body());
        return reference;
    }

    /** The id of the only case of a transfer. */
    String caseOf(String reference) {
        List<String> ids = app.as(app.adminToken(), "GET", "/api/v1/cases?limit=500", null).getJsonArray("items")
                .stream().map(JsonObject.class::cast)
                .filter(item -> item.getJsonObject("payment") != null
                        && reference.equals(item.getJsonObject("payment").getString("bankReference")))
                .map(item -> item.getString("id"))
                .toList();
        assertEquals(1, ids.size(), reference);
        return ids.getFirst();
    }

    /** A shop that was approved; gives its id. */
    String approved(String name) {
        String shop = shop(name);
        app.as(app.adminToken(), "POST", "/api/v1/merchants/" + shop + "/approve", new JsonObject());
        return shop;
    }

    /** A shop as staff read it over the API. */
    JsonObject read(String shop) {
        return app.as(app.adminToken(), "GET", "/api/v1/merchants/" + shop, null);
    }

    /** A passer-by reports a pasted-over code with a photo; gives the case that it became part of. */
    String reportByPublic(String districtCode, String place) {
        StringBuilder text = new StringBuilder();
        field(text, "submission", UUID.randomUUID().toString());
        field(text, "district", districtCode);
        field(text, "place", place);
        field(text, "note", "có mã lạ dán đè");
        Buffer form = Buffer.buffer(text.toString().getBytes(StandardCharsets.UTF_8))
                .appendString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"photo\";"
                        + " filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .appendBuffer(PhotoFiles.fromPhone(400, 300, 1))
                .appendString("\r\n--" + BOUNDARY + "--\r\n");
        HttpResponse<String> answer = app.sendBytes("POST", "/bao-ma-gia", form.getBytes(),
                "content-type", "multipart/form-data; boundary=" + BOUNDARY);
        return caseOf(answer);
    }

    /** The owner of a shop reports its only outlet; gives the case that it became part of. */
    String reportByOwner(PortalShop shop) {
        return caseOf(asOwner(shop, "/bao-ma-gia", "submission=" + UUID.randomUUID() + "&outlet=" + shop.outletId()
                + "&note=" + PageKit.encode("mã trên tường bị dán đè")));
    }

    /** The owner of a shop looks at its code on the wall. */
    void checkOwnCode(PortalShop shop) {
        HttpResponse<String> answer = asOwner(shop, "/kiem-tra-sang", "attempt=" + UUID.randomUUID() + "&payload="
                + PageKit.encode(shop.code().getString("payload")));
        assertEquals(303, answer.statusCode(), answer.body());
    }

    /** The owner of a shop prints two sheets of its code; gives the batch. */
    String print(PortalShop shop) {
        HttpResponse<String> answer = asOwner(shop, "/ma-qr/" + shop.code().getString("id") + "/in",
                "batch=" + new PrintBatchId(UUID.randomUUID()) + "&layout=a6-card&copies=2");
        assertEquals(303, answer.statusCode(), answer.body());
        return answer.headers().firstValue("location").orElse("").replaceAll(".*(prb_[0-9a-z]+).*", "$1");
    }

    private HttpResponse<String> asOwner(PortalShop shop, String path, String form) {
        return app.sendBytes("POST", path, form.getBytes(StandardCharsets.UTF_8), "content-type",
                "application/x-www-form-urlencoded", "authorization", "Bearer " + shop.token());
    }

    private String caseOf(HttpResponse<String> reported) {
        assertEquals(303, reported.statusCode(), reported.body());
        return new CaseId(UUID.fromString(rows(
                "SELECT case_id FROM safety_report ORDER BY report_no DESC LIMIT 1").getFirst())).toString();
    }

    private static void field(StringBuilder form, String name, String value) {
        form.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"\r\n\r\n").append(value).append("\r\n");
    }

    /** The owner of a shop asks to be forgotten; gives the wish. */
    String deletionOf(String shop) {
        String owner = app.token(read(shop).getString("phone"), PASSWORD);
        HttpResponse<String> answer = app.sendBytes("POST", "/ho-so/du-lieu/xoa",
                ("reason=" + PageKit.encode("bán cửa hàng") + "&sure=yes&when=later&password=" + PASSWORD)
                        .getBytes(StandardCharsets.UTF_8), "content-type", "application/x-www-form-urlencoded",
                "authorization", "Bearer " + owner);
        assertEquals(303, answer.statusCode(), answer.body());
        return new DeletionId(UUID.fromString(rows(
                "SELECT deletion_id FROM deletion_request ORDER BY requested_at DESC, deletion_id DESC LIMIT 1")
                .getFirst())).toString();
    }

    /** The first value of each row. */
    List<String> rows(String sql, Object... parameters) {
        return StreamSupport.stream(await(pool.preparedQuery(sql).execute(Tuple.from(parameters))).spliterator(), false)
                .map((Row row) -> String.valueOf(row.getValue(0)))
                .toList();
    }

    /** What the audit log says of a subject: {@code ROLE action: reason}, by the letters. */
    List<String> audited(String subject) {
        return rows("SELECT actor_role || ' ' || action || ': ' || coalesce(reason, '') FROM audit_entry"
                + " WHERE subject_id = $1", subject).stream().sorted().toList();
    }

    private static String taxCode(int number) {
        String nine = String.format(Locale.ROOT, "07%07d", number);
        int sum = 0;
        for (int i = 0; i < TAX_WEIGHTS.length; i++) {
            sum += TAX_WEIGHTS[i] * (nine.charAt(i) - '0');
        }
        int check = 10 - sum % 11;
        return check == 10 ? taxCode(number + 1_000_000) : nine + check;
    }

    @Override
    public void close() {
        app.close();
    }
}
