package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What is kept in memory of figures and sessions never hides from anybody what that person just did. */
class KeptFiguresTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("kept_figures");

    private static final int WRITES = 20;

    private static TestApp app;
    private static String admin;

    @BeforeAll
    static void start() {
        app = TestApp.start(DB, MovableClock.morning(), Map.of());
        admin = app.adminToken();
        Eventually.until(() -> read("/api/v1/adoption/ranking", admin).headers().firstValue("etag").isPresent(),
                tagged -> tagged);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void whoeverSetsATargetShouldFindItAtTheNextLook() {
        for (int write = 1; write <= WRITES; write++) {
            byte[] items = new JsonObject().put("items", new JsonArray().add(new JsonObject()
                    .put("districtCode", "002").put("validFrom", "2026-01-01").put("premises", 1_000 + write)
                    .put("target", 0.6).put("source", "Niên giám 2025"))).toBuffer().getBytes();
            assertEquals(200, app.sendBytes("PUT", "/api/v1/adoption/baselines", items,
                    "content-type", "application/json", "authorization", "Bearer " + admin).statusCode());
            assertEquals(1_000 + write, premises("/api/v1/adoption/districts"));
            assertEquals(1_000 + write, premises("/api/v1/adoption/ranking"));
        }
    }

    @Test
    void endedSessionShouldReadNoFiguresFromThenOn() {
        for (int session = 0; session < WRITES; session++) {
            String token = app.adminToken();
            assertEquals(200, read("/thanh-pho/song", token).statusCode());
            assertEquals(204, app.send("DELETE", "/api/v1/sessions/current", null, "authorization", "Bearer " + token)
                    .statusCode());
            assertEquals(303, read("/thanh-pho/song", token).statusCode());
        }
    }

    private static int premises(String path) {
        return new JsonObject(read(path, admin).body()).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getString("districtCode").equals("002"))
                .findFirst().orElseThrow().getInteger("premises");
    }

    private static HttpResponse<String> read(String path, String token) {
        return app.send("GET", path, null, "authorization", "Bearer " + token);
    }
}
