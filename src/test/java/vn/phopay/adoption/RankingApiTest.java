package vn.phopay.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.http.ops.AnswerAgreement;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** GET /api/v1/adoption/ranking and /api/v1/metrics over HTTP. */
class RankingApiTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("ranking_api");

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    private static final String PATH = "/api/v1/adoption/ranking?month=2026-10";

    private static TestApp app;

    /** Four districts of one size: one stays first, one climbs, one is too small to be published, one has no target. */
    @BeforeAll
    static void start() {
        app = TestApp.start(DB, MovableClock.morning(), Map.of());
        district("001", 300, 320);
        district("002", 200, 100);
        district("003", 4, 6);
        district("004", 150, 150);
        target("001", "0.2500");
        target("002", "0.5000");
        target("003", "0.5000");
        target("004", null);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void outsidersShouldSeeRanksWithoutTheWithheldDistrict() {
        HttpResponse<String> answer = app.send("GET", PATH, null);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(List.of(), AnswerAgreement.findings("GET /api/v1/adoption/ranking", answer));
        JsonObject ranking = new JsonObject(answer.body());
        assertEquals(30, ranking.getJsonArray("items").size());
        JsonObject first = item(ranking, "001");
        assertEquals(1, first.getInteger("rank"));
        assertEquals(0, first.getInteger("rankChange"));
        assertEquals(0.3, first.getDouble("adoptionRate"));
        assertEquals(-0.02, first.getDouble("adoptionRateChange"));
        assertEquals(0.0, first.getDouble("gapToTarget"), "a reached target has no gap");
        JsonObject second = item(ranking, "002");
        assertEquals(2, second.getInteger("rank"));
        assertEquals(0.3, second.getDouble("gapToTarget"));
        JsonObject withheld = item(ranking, "003");
        assertTrue(withheld.getBoolean("suppressed"));
        for (String field : List.of("rank", "rankChange", "activeOutlets30d", "adoptionRate", "adoptionRateChange",
                "gapToTarget", "sizeClass")) {
            assertTrue(withheld.containsKey(field) && withheld.getValue(field) == null, field);
        }
        assertEquals(3, ranks(ranking).size());
    }

    @Test
    void staffShouldSeeEverythingWhateverTheirDistricts() {
        app.as(app.adminToken(), "POST", "/api/v1/staff", new JsonObject().put("login", "tayho").put("name", "Tây Hồ")
                .put("role", "ANALYST").put("password", "bun-cha-hang-manh").put("districtCodes",
                        new JsonArray().add("001")));
        String token = app.token("tayho", "bun-cha-hang-manh");
        JsonObject ranking = app.as(token, "GET", PATH, null);
        JsonObject small = item(ranking, "003");
        assertEquals(4, small.getInteger("activeOutlets30d"));
        assertEquals(4, small.getInteger("rank"));
        assertFalse(small.getBoolean("suppressed"));
        assertEquals(new JsonArray().add("001"), group(ranking).getJsonArray("highest"));
        assertEquals(new JsonArray().add("002"), group(ranking).getJsonArray("mostImproved"));
    }

    @Test
    void metricsShouldBeToldToAnyoneAndOnce() {
        HttpResponse<String> answer = app.send("GET", "/api/v1/metrics", null);
        assertEquals(List.of(), AnswerAgreement.findings("GET /api/v1/metrics", answer));
        String tag = answer.headers().firstValue("etag").orElseThrow();
        assertEquals(304, app.send("GET", "/api/v1/metrics", null, "if-none-match", tag).statusCode());
    }

    private static List<JsonObject> ranks(JsonObject ranking) {
        return ranking.getJsonArray("items").stream().map(JsonObject.class::cast)
                .filter(item -> item.getInteger("rank") != null).toList();
    }

    private static JsonObject group(JsonObject ranking) {
        return ranking.getJsonArray("classes").getJsonObject(0);
    }

    private static JsonObject item(JsonObject ranking, String code) {
        return ranking.getJsonArray("items").stream().map(JsonObject.class::cast)
                .filter(item -> item.getString("districtCode").equals(code)).findFirst().orElseThrow();
    }

    private static void district(String code, long active, long activeBefore) {
        figure(code, OCTOBER, active);
        figure(code, SEPTEMBER, activeBefore);
    }

    private static void figure(String code, LocalDate month, long active) {
        run("INSERT INTO figure (scope_id, interval, period_start, measures, computed_at)"
                + " VALUES ($1, 'MONTH', $2, $3, now())", Tuple.of("district-" + code, month,
                new JsonObject().put("activeOutlets30", active).put("premises", 1_000)));
    }

    private static void target(String code, String rate) {
        run("INSERT INTO baseline (place_id, valid_from, premises, target_rate, source, recorded_at)"
                + " VALUES ($1, $2, 1000, $3, 'test', $4)", Tuple.of("district-" + code, LocalDate.of(2026, 1, 1),
                rate == null ? null : new BigDecimal(rate), OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)));
    }

    private static void run(String sql, Tuple parameters) {
        TestPostgres.await(DB.pool().preparedQuery(sql).execute(parameters));
    }
}
