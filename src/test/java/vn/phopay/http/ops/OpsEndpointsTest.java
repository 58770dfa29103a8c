package vn.phopay.http.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.phopay.http.Endpoint;
import vn.phopay.http.ops.Readiness.Check;
import vn.phopay.testing.TestHttp;

class OpsEndpointsTest {
    private static final long TIMEOUT_MS = 200;
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void stop() {
        VERTX.close().await();
    }

    @Test
    void readyShouldBeOkWhenEveryCheckHolds() {
        HttpResponse<String> answer =
                ready(() -> Future.succeededFuture(new Readiness(List.of(Check.ok("database"), Check.ok("schema")))));

        assertEquals(200, answer.statusCode());
        assertEquals("UP", new JsonObject(answer.body()).getString("status"));
        assertEquals("no-store", answer.headers().firstValue("cache-control").orElseThrow());
    }

    @Test
    void readyShouldSayWhyWhenACheckFails() {
        HttpResponse<String> answer = ready(() -> Future.succeededFuture(
                new Readiness(List.of(Check.ok("database"), Check.failed("schema", "is older than this service")))));

        assertEquals(503, answer.statusCode());
        JsonObject body = new JsonObject(answer.body());
        assertEquals("DOWN", body.getString("status"));
        assertEquals("is older than this service",
                body.getJsonArray("checks").getJsonObject(1).getString("reason"));
        assertFalse(body.getJsonArray("checks").getJsonObject(0).containsKey("reason"));
    }

    @Test
    void readyShouldKeepTheFaultToItselfWhenItCannotBeTold() {
        HttpResponse<String> answer = ready(() -> Future.failedFuture("password of the database is wrong"));

        assertEquals(503, answer.statusCode());
        assertFalse(answer.body().contains("password"));
    }

    @Test
    void readyShouldNotWaitWhenTheDatabaseHangs() {
        assertEquals(503, ready(() -> Promise.<Readiness>promise().future()).statusCode());
    }

    @Test
    void liveShouldBeUpWhateverElseIsDown() {
        HttpResponse<String> answer = send("/health/live", new GetHealthLive());

        assertEquals(200, answer.statusCode());
        assertEquals("{\"status\":\"UP\"}", answer.body());
    }

    @Test
    void metricsShouldHoldEveryMeterWhenScraped() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.counter("phopay.test.events", "kind", "a").increment(3);

        HttpResponse<String> answer = send("/metrics", new GetMetrics(VERTX, registry));

        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("content-type").orElseThrow().startsWith("text/plain; version=0.0.4"));
        assertTrue(answer.body().contains("phopay_test_events_total{kind=\"a\"} 3.0"), answer.body());
    }

    @Test
    void documentShouldBeServedAsYamlWithATag() {
        HttpResponse<String> answer = send("/openapi.yaml", new GetOpenApi());

        assertEquals(200, answer.statusCode());
        assertEquals("application/yaml", answer.headers().firstValue("content-type").orElseThrow());
        assertTrue(answer.body().contains("openapi: 3.1"));
        String tag = answer.headers().firstValue("etag").orElseThrow();
        assertEquals(304, send("/openapi.yaml", new GetOpenApi(), "if-none-match", tag).statusCode());
    }

    @Test
    void docsShouldServeItsListOfFilesOnly() {
        assertEquals(200, send("/docs/swagger-ui-bundle.js", new GetDocsAsset()).statusCode());
        assertEquals(404, send("/docs/index.html", new GetDocsAsset()).statusCode());
        assertEquals("text/html; charset=utf-8",
                send("/docs", new GetDocs()).headers().firstValue("content-type").orElseThrow());
    }

    private static HttpResponse<String> ready(Supplier<Future<Readiness>> readiness) {
        return send("/health/ready", new GetHealthReady(readiness, TIMEOUT_MS));
    }

    private static HttpResponse<String> send(String path, Endpoint endpoint, String... headers) {
        TestHttp.Builder builder = new TestHttp.Builder(
                VERTX, Clock.systemUTC(), token -> Future.succeededFuture(Optional.empty()));
        try (TestHttp http = builder.add(endpoint).start()) {
            return http.send("GET", path, null, headers);
        }
    }
}
