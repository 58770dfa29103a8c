package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phopay.testing.OutsideClient;
import vn.phopay.testing.OutsideClient.Who;
import vn.phopay.testing.ServiceProcess;
import vn.phopay.testing.TestBank;

/**
 * The embedded PostgreSQL is killed under load: the service says so and ends, so that whoever watches it starts both
 * again, and then everything that was answered is there.
 */
class KilledDatabaseTest {
    private static final String PASSWORD = "bun-cha-hang-manh";
    private static final Map<String, String> SETTINGS =
            Map.of("PHOPAY_ADMIN_LOGIN", "boss", "PHOPAY_ADMIN_PASSWORD", PASSWORD);
    private static final int SENDERS = 8;
    private static final int ANSWERS_BEFORE_KILL = 200;

    private final Path dataDir =
            Path.of("target", "killed-database", Long.toString(System.nanoTime())).toAbsolutePath();
    private final Map<String, String> answeredToPayment = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void serviceShouldEndWith1AndLoseNothingAnsweredWhenItsPostgresIsKilled() throws Exception {
        TestBank bank;
        try (ServiceProcess service = ServiceProcess.start(dataDir, SETTINGS);
                OutsideClient client = client(service)) {
            bank = register(client);
            loadUntilPostgresIsKilled(client, bank);
            assertEquals(1, service.awaitEnd());
        }
        assertTrue(Files.readString(dataDir.resolve("service.log")).contains("embedded PostgreSQL ended by itself"));
        assertTrue(answeredToPayment.size() >= ANSWERS_BEFORE_KILL);
        Map<String, String> before = new TreeMap<>(answeredToPayment);
        try (ServiceProcess service = ServiceProcess.start(dataDir, SETTINGS);
                OutsideClient client = client(service)) {
            before.forEach((id, payment) -> assertEquals("DUPLICATE " + payment, statusAndPayment(client, bank, id)));
            assertEquals(0, service.terminate());
        }
    }

    private void loadUntilPostgresIsKilled(OutsideClient client, TestBank bank) throws Exception {
        CountDownLatch toKill = new CountDownLatch(ANSWERS_BEFORE_KILL);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SENDERS; i++) {
                senders.submit(() -> {
                    while (tell(client, bank, "FT" + sent.incrementAndGet())) {
                        toKill.countDown();
                    }
                });
            }
            toKill.await();
            assertTrue(postgres().destroyForcibly());
        }
    }

    /** Whether it was answered 200. */
    private boolean tell(OutsideClient client, TestBank bank, String id) {
        try {
            HttpResponse<byte[]> answer = post(client, bank, id);
            if (answer.statusCode() != 200) {
                return false;
            }
            answeredToPayment.put(id, result(answer).getString("paymentId"));
            return true;
        } catch (IllegalStateException gone) {
            return false;
        }
    }

    private static String statusAndPayment(OutsideClient client, TestBank bank, String id) {
        JsonObject result = result(post(client, bank, id));
        return result.getString("status") + " " + result.getString("paymentId");
    }

    private static HttpResponse<byte[]> post(OutsideClient client, TestBank bank, String id) {
        byte[] body = TestBank.call(List.of(TestBank.transaction(id, "0123456789", 10_000, "")));
        return client.sendBytes("POST", bank.path(), body, List.of(bank.sign(body)));
    }

    private static JsonObject result(HttpResponse<byte[]> answer) {
        return OutsideClient.read(answer, 200, "callbacks").getJsonArray("results").getJsonObject(0);
    }

    private static OutsideClient client(ServiceProcess service) {
        return new OutsideClient(URI.create("http://127.0.0.1:" + service.port() + "/"));
    }

    private static TestBank register(OutsideClient client) {
        Who boss = client.logIn("boss", PASSWORD);
        client.create(boss, "/api/v1/banks",
                new JsonObject().put("code", "mbbank").put("bin", "970422").put("name", "MB"));
        JsonObject key = client.create(boss, "/api/v1/banks/mbbank/keys",
                new JsonObject().put("algorithm", "hmac-sha256"));
        return new TestBank("mbbank", key.getString("keyId"), key.getString("secret"));
    }

    /** The server's process, as its own file names it. */
    private ProcessHandle postgres() throws IOException {
        try (Stream<Path> files = Files.walk(dataDir, 3)) {
            Optional<Path> pidFile = files.filter(file -> file.endsWith("postmaster.pid")).findFirst();
            long pid = Long.parseLong(Files.readAllLines(pidFile.orElseThrow()).getFirst().strip());
            return ProcessHandle.of(pid).orElseThrow();
        }
    }
}
