package vn.phopay.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a simulated bank behaves towards a service that does not always answer 200. */
class BankSimulatorTest {
    private static final CallbackSigner SIGNER = CallbackSigner.hmac("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Integer> nameToAttempts = new ConcurrentHashMap<>();
    private final Map<String, Set<Buffer>> nameToBodies = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void runShouldTellTheSameAgainUntilItIsAnsweredBy200() {
        SimulationTotals totals = simulate(this::answerTheFourthTime);
        assertTrue(totals.isComplete());
        assertEquals(Map.of("503", 10L, "429", 10L, "none", 10L, "200", 10L), httpOf(totals));
        assertEquals(30, totals.repeatCount());
        assertTrue(nameToBodies.values().stream().allMatch(bodies -> bodies.size() == 1), "the same bytes each time");
        assertEquals(10, nameToBodies.size());
    }

    @Test
    void runShouldTellOnceWhatCanNeverSucceed() {
        SimulationTotals totals = simulate(request -> request.response().setStatusCode(401).end());
        assertFalse(totals.isComplete());
        assertEquals(Map.of("401", 10L), httpOf(totals));
        JsonObject summary = totals.toLines().getLast();
        assertEquals(10, summary.getInteger("refused"));
        assertEquals(0, summary.getInteger("undelivered"));
    }

    @Test
    void stopShouldGiveUpWhatWasNotTaken() {
        HttpServer server = server(request -> request.response().setStatusCode(503).end());
        BankSimulator simulator = simulator(server, SimulationPlan.ENDLESS);
        var run = simulator.run();
        while (simulator.totals().repeatCount() == 0) {
            Thread.onSpinWait();
        }
        await(simulator.stop());
        SimulationTotals totals = await(run);
        assertFalse(totals.isComplete());
        assertEquals(totals.toldCount(), totals.toLines().getLast().getLong("undelivered"));
    }

    private SimulationTotals simulate(Handler<HttpServerRequest> service) {
        return await(simulator(server(service), Duration.ofMillis(200)).run());
    }

    private HttpServer server(Handler<HttpServerRequest> service) {
        return await(vertx.createHttpServer().requestHandler(service).listen(0, "127.0.0.1"));
    }

    private BankSimulator simulator(HttpServer server, Duration duration) {
        SimulationPlan plan = new SimulationPlan(
                URI.create("http://127.0.0.1:" + server.actualPort() + "/"), "mbbank", 50, duration, 1, 4);
        TransactionStream stream = new TransactionStream(9, FaultPlan.NONE, Target.madeUp());
        return new BankSimulator(vertx, plan, SIGNER.toSender(), stream, Clock.systemUTC());
    }

    private void answerTheFourthTime(HttpServerRequest request) {
        String name = request.getHeader("webhook-id");
        request.body().onSuccess(body -> {
            nameToBodies.computeIfAbsent(name, n -> new HashSet<>()).add(body);
            switch (nameToAttempts.merge(name, 1, Integer::sum)) {
                case 1 -> request.response().setStatusCode(503).putHeader("retry-after", "0").end();
                case 2 -> request.response().setStatusCode(429).end();
                case 3 -> request.connection().close();
                default -> request.response().end(resultOf(body).toBuffer());
            }
        });
    }

    /** One transaction stands bare. */
    private static JsonObject resultOf(Buffer body) {
        assertNotNull(new JsonObject(body).getString("transactionId"));
        return new JsonObject().put("results", new JsonArray().add(
                new JsonObject().put("status", "ACCEPTED").put("outcome", "UNMATCHED")));
    }

    private static Map<String, Long> httpOf(SimulationTotals totals) {
        return totals.toLines().stream()
                .filter(line -> "http".equals(line.getString("total")))
                .collect(Collectors.toMap(line -> line.getString("value"), line -> line.getLong("count")));
    }
}
