package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.http.ops.AnswerAgreement;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** PUT /api/v1/adoption/baselines of the running service, and the figures that are read by it. */
class BaselinesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("baselines");

    private static final String PATH = "/api/v1/adoption/baselines";
    private static final String PASSWORD = "cha-ca-la-vong-1871";

    private static TestApp app;
    private static String admin;
    private static String analyst;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB, MovableClock.morning(), Map.of());
        admin = app.adminToken();
        register("anh", "ANALYST", "002");
        register("hoa", "REGISTRAR", "002");
        analyst = app.token("anh", PASSWORD);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @BeforeEach
    void empty() {
        await(DB.pool().query("DELETE FROM baseline").execute());
    }

    @Test
    void ratesShouldHaveTheirDenominatorWhenItWasPut() {
        JsonObject answer = new JsonObject(answered(200, put(admin, item("002", "2026-01-01", 11_200, 0.6))));

        assertEquals(new JsonObject().put("items", 1).put("added", 1).put("changed", 0).put("unchanged", 0), answer);
        JsonObject row = hoanKiem("2026-11-23");
        assertEquals(11_200, row.getInteger("premises"));
        assertEquals(0.6, row.getDouble("target"));
        assertEquals(null, hoanKiem("2025-12-31").getInteger("premises"));
    }

    @Test
    void puttingShouldChangeNothingWhenItIsDoneAgain() {
        put(admin, item("002", "2026-01-01", 11_200, 0.6));
        long xid = number("SELECT recorded_xid FROM baseline");
        long entries = number("SELECT count(*) FROM audit_entry WHERE action = 'baseline.set'");

        JsonObject again = new JsonObject(answered(200, put(admin, item("002", "2026-01-01", 11_200, 0.6))));

        assertEquals(1, again.getInteger("unchanged"));
        assertEquals(xid, number("SELECT recorded_xid FROM baseline"));
        assertEquals(entries, number("SELECT count(*) FROM audit_entry WHERE action = 'baseline.set'"));
    }

    @Test
    void auditShouldKeepWhatWasThereWhenItIsCorrected() {
        put(admin, item("002", "2026-01-01", 11_200, 0.6));
        JsonObject corrected = new JsonObject(answered(200, put(analyst, item("002", "2026-01-01", 11_300, 0.7))));

        assertEquals(1, corrected.getInteger("changed"));
        assertEquals(1, number("SELECT count(*) FROM audit_entry WHERE action = 'baseline.set'"
                + " AND actor_role = 'ANALYST' AND details #>> '{changes,0,was,premises}' = '11200'"
                + " AND details #>> '{changes,0,is,premises}' = '11300'"));
        assertEquals(1, number("SELECT count(*) FROM baseline WHERE recorded_by IS NOT NULL"));
    }

    @Test
    void nothingShouldBeWrittenWhenOneItemIsWrong() {
        HttpResponse<String> refused = put(admin, item("002", "2026-01-01", 1, 0.6),
                item("099", "2026-01-01", 1, 0.6), new JsonObject().put("districtCode", "001").put("premises", "9"));

        JsonArray errors = new JsonObject(answered(400, refused)).getJsonArray("errors");
        assertEquals("/items/2/premises", errors.getJsonObject(0).getString("pointer"));
        JsonArray facts = new JsonObject(answered(400, put(admin, item("002", "2026-01-01", 1, 0.6),
                item("099", "2026-01-01", 1, 0.6)))).getJsonArray("errors");
        assertEquals(List.of(new JsonObject().put("pointer", "/items/1/districtCode").put("detail", "is no district")),
                facts.stream().toList());
        assertEquals(0, number("SELECT count(*) FROM baseline"));
    }

    @Test
    void csvShouldDoTheSameWhenItIsSent() {
        String csv = "\ufeffdistrict_code,ward_code,street_id,valid_from,premises,target,source\r\n"
                + "002,,,2026-01-01,11200,60%,\"Niên giám 2025, biểu 8\"\r\n,00070,,2026-01-01,3100,,Điều tra 2025\r\n";

        JsonObject answer = new JsonObject(answered(200, putCsv(csv)));

        assertEquals(2, answer.getInteger("added"));
        assertEquals(11_200, hoanKiem("2026-11-23").getInteger("premises"));
        JsonArray errors = new JsonObject(answered(400, putCsv(csv.replace("3100", "many")))).getJsonArray("errors");
        assertEquals("line=3;column=premises", errors.getJsonObject(0).getString("pointer"));
        assertEquals(415, send(admin, "application/xml", "<a/>").statusCode());
    }

    @Test
    void staffShouldSetOnlyWhatIsTheirsWhenTheyAreLimited() {
        answered(200, put(analyst, item("002", "2026-01-01", 1, 0.6)));
        answered(403, put(analyst, item("002", "2026-01-01", 2, 0.6), item("001", "2026-01-01", 2, 0.6)));
        answered(403, put(app.token("hoa", PASSWORD), item("002", "2026-01-01", 3, 0.6)));
        answered(401, app.send("PUT", PATH, new JsonObject()));

        assertEquals(1, number("SELECT sum(premises) FROM baseline"));
    }

    @Test
    void answersShouldBeAsDescribed() {
        HttpResponse<String> good = put(admin, item("002", "2026-01-01", 1, 0.6));
        HttpResponse<String> bad = put(admin, item("xyz", "2026-01-01", 1, 0.6));

        assertEquals(List.of(), AnswerAgreement.findings("PUT " + PATH, good));
        assertEquals(List.of(), AnswerAgreement.findings("PUT " + PATH, bad));
    }

    private static JsonObject item(String district, String from, int premises, double target) {
        return new JsonObject().put("districtCode", district).put("validFrom", from).put("premises", premises)
                .put("target", target).put("source", "Niên giám thống kê 2025");
    }

    private static HttpResponse<String> put(String token, JsonObject... items) {
        return send(token, "application/json", new JsonObject().put("items", new JsonArray(List.of(items))).encode());
    }

    private static HttpResponse<String> putCsv(String csv) {
        return send(admin, "text/csv; charset=utf-8", csv);
    }

    private static HttpResponse<String> send(String token, String type, String body) {
        return app.sendBytes("PUT", PATH, body.getBytes(StandardCharsets.UTF_8),
                "content-type", type, "authorization", "Bearer " + token);
    }

    private static String answered(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static JsonObject hoanKiem(String day) {
        JsonArray rows = app.as(admin, "GET", "/api/v1/adoption/districts?from=" + day + "&to=" + day, null)
                .getJsonArray("items");
        return rows.stream().map(JsonObject.class::cast)
                .filter(row -> row.getString("districtCode").equals("002")).findFirst().orElseThrow();
    }


    private static void register(String login, String role, String district) {
        JsonObject staff = app.as(admin, "POST", "/api/v1/staff", new JsonObject().put("login", login)
                .put("name", login).put("role", role).put("password", PASSWORD)
                .put("districtCodes", new JsonArray().add(district)));
        assertTrue(staff.getString("id").startsWith("stf_"));
    }

    private static long number(String sql) {
        return await(DB.pool().query("SELECT (" + sql + ")::bigint").execute()).iterator().next().getLong(0);
    }
}
