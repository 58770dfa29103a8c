package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.db.ConnectOptions;
import vn.phopay.db.EmbeddedPostgres;
import vn.phopay.testing.ServiceProcess;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestPostgres;

/**
 * The promise to banks: what was answered 200 is never lost, and what is sent again counts once. The service is killed
 * in the middle of a load again and again, each time leaving its database an orphan, and its bank sends again whatever
 * was not answered.
 */
class KilledServiceTest {
    private static final int CALLS_AT_ONCE = 48;
    private static final Map<String, String> SETTINGS =
            Map.of("PHOPAY_ADMIN_LOGIN", "boss", "PHOPAY_ADMIN_PASSWORD", "bun-cha-hang-manh");

    private final ChaosRun run = ChaosRun.start("killed-service");
    private final int rounds = run.times(3, 30);
    private final Random random = run.random("killer");
    private final Path dataDir = run.directory();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final ConcurrentMap<String, String> answeredToPayment = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> contradictions = new ConcurrentHashMap<>();
    private final List<String> sent = new ArrayList<>();

    @Test
    void serviceShouldLoseNothingItAnsweredAndCountNothingTwiceWhenKilledUnderLoad() throws Exception {
        TestBank bank = null;
        for (int round = 0; round < rounds; round++) {
            try (ServiceProcess service = ServiceProcess.start(dataDir, SETTINGS)) {
                bank = bank == null ? register(service.port()) : bank;
                int answersBeforeKill = 50 + random.nextInt(400);
                loadUntilKilled(service, bank, answersBeforeKill);
            }
        }
        assertTrue(answeredToPayment.size() > rounds, run + ": the service answered under load");
        try (ServiceProcess service = ServiceProcess.start(dataDir, SETTINGS)) {
            resendUnanswered(service.port(), bank);
            assertEquals(Map.of(), contradictions, run + ": a transaction has one payment for ever");
            assertEquals(answeredToPayment.keySet().size(), sent.size(), run + ": all answered in the end");
            assertEquals(answeredToPayment, paymentsInDatabase(), run + ": each transaction counted once");
            assertEquals(0, service.terminate(), "SIGTERM ends it cleanly");
        }
    }

    private void loadUntilKilled(ServiceProcess service, TestBank bank, int answersBeforeKill) throws Exception {
        CountDownLatch toKill = new CountDownLatch(answersBeforeKill);
        Semaphore room = new Semaphore(CALLS_AT_ONCE);
        Thread killer = Thread.ofPlatform().start(() -> {
            try {
                toKill.await();
                service.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<CompletableFuture<Boolean>> calls = new ArrayList<>();
        while (killer.isAlive() && toKill.getCount() > 0) {
            String id = next();
            room.acquire();
            calls.add(post(service.port(), bank, id).whenComplete((answered, fault) -> {
                room.release();
                toKill.countDown();
            }));
        }
        killer.join();
        calls.forEach(CompletableFuture::join);
    }

    /** A new transaction, or now and then one that was sent before, answered or not. */
    private String next() {
        if (!sent.isEmpty() && random.nextInt(10) == 0) {
            return sent.get(random.nextInt(sent.size()));
        }
        String id = "FT" + sent.size();
        sent.add(id);
        return id;
    }

    private void resendUnanswered(int port, TestBank bank) throws InterruptedException {
        Semaphore room = new Semaphore(CALLS_AT_ONCE);
        List<CompletableFuture<Boolean>> calls = new ArrayList<>();
        for (String id : sent) {
            if (!answeredToPayment.containsKey(id)) {
                room.acquire();
                calls.add(post(port, bank, id).whenComplete((answered, fault) -> room.release()));
            }
        }
        calls.forEach(CompletableFuture::join);
    }

    private CompletableFuture<Boolean> post(int port, TestBank bank, String id) {
        byte[] body = TestBank.call(List.of(TestBank.transaction(id, "0123456789", 10_000 + id.hashCode() % 1000, "")));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + bank.path()))
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .headers(bank.sign(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).handle((answer, fault) -> {
            if (fault != null || answer.statusCode() != 200) {
                return false;
            }
            String payment = new JsonObject(answer.body()).getJsonArray("results").getJsonObject(0)
                    .getString("paymentId");
            String before = answeredToPayment.putIfAbsent(id, payment);
            if (before != null && !before.equals(payment)) {
                contradictions.put(id, before + " and " + payment);
            }
            return true;
        });
    }

    private TestBank register(int port) throws Exception {
        String token = call(port, "/api/v1/sessions", "", new JsonObject()
                .put("login", "boss").put("password", "bun-cha-hang-manh")).getString("token");
        call(port, "/api/v1/banks", token, new JsonObject()
                .put("code", "mbbank").put("bin", "970422").put("name", "MB"));
        JsonObject key = call(port, "/api/v1/banks/mbbank/keys", token, new JsonObject()
                .put("algorithm", "hmac-sha256"));
        return new TestBank("mbbank", key.getString("keyId"), key.getString("secret"));
    }

    private JsonObject call(int port, String path, String token, JsonObject body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .header("authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(201, answer.statusCode(), answer.body());
        return new JsonObject(answer.body());
    }

    private Map<String, String> paymentsInDatabase() {
        DatabaseUrl url = DatabaseUrl.parse("embedded", EmbeddedPostgres.connectionUrl(dataDir));
        PgConnection connection = await(PgConnection.connect(TestPostgres.vertx(), ConnectOptions.of(url)));
        Map<String, String> idToPayment = new HashMap<>();
        for (Row row : await(connection.query("SELECT bank_reference, payment_id FROM payment").execute())) {
            String payment = new vn.phopay.identity.PaymentId(row.getUUID("payment_id")).toString();
            String other = idToPayment.put(row.getString("bank_reference"), payment);
            assertEquals(null, other, "counted twice: " + row.getString("bank_reference"));
        }
        await(connection.close());
        return idToPayment;
    }
}
