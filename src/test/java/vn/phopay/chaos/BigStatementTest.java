package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.phopay.statement.CamtText;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.ServiceProcess;

/**
 * A big file through the whole service with little heap, killed in the middle: memory is bounded by the chunk and not
 * by the file, and the import goes on where its last transaction ended. For a million lines:
 * {@code mvn test -Dtest=BigStatementTest -Dsurefire.argLine="-Dphopay.statement.lines=1000000
 * -Dphopay.statement.heap=256"}.
 */
class BigStatementTest {
    private static final int LINES = Integer.getInteger("phopay.statement.lines", 20_000);
    private static final int HEAP_MIB = Integer.getInteger("phopay.statement.heap", 96);
    private static final Map<String, String> SETTINGS = Map.of("PHOPAY_ADMIN_LOGIN", "boss",
            "PHOPAY_ADMIN_PASSWORD", "bun-cha-hang-manh", "PHOPAY_STATEMENT_LEASE_SECONDS", "2",
            "PHOPAY_STATEMENT_IMPORT_INTERVAL_MS", "100");

    private final Path dir = Path.of("target", "big-statement", Long.toString(System.nanoTime())).toAbsolutePath();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void importShouldFinishInLittleHeapWhenItIsKilledInTheMiddle() throws Exception {
        Path file = write();
        String id;
        try (ServiceProcess service = ServiceProcess.start(dir.resolve("data"), SETTINGS, HEAP_MIB)) {
            String token = logIn(service);
            send(service, "POST", "/api/v1/banks", token, HttpRequest.BodyPublishers.ofString(
                    new JsonObject().put("code", "mbbank").put("bin", "970422").put("name", "MB").encode()));
            JsonObject accepted = send(service, "POST", "/api/v1/banks/mbbank/statements", token,
                    HttpRequest.BodyPublishers.ofFile(file));
            id = accepted.getString("id");
            awaitProgress(service, token, id, 60);
            service.kill();
        }
        try (ServiceProcess service = ServiceProcess.start(dir.resolve("data"), SETTINGS, HEAP_MIB)) {
            String token = logIn(service);
            JsonObject upload = awaitProgress(service, token, id, 100);
            assertEquals(LINES, upload.getLong("lines"), upload.encode());
            assertEquals(LINES, upload.getLong("recovered"));
            assertEquals("BALANCED", upload.getJsonArray("statements").getJsonObject(0).getString("status"));
            assertEquals(0, service.terminate());
        }
    }

    private Path write() throws IOException {
        Files.createDirectories(dir);
        CamtText camt = CamtText.day(8);
        String[] halves = camt.statement("S1", 1, "0123456789", 0L, LINES * 1_000L, "\u0001").text().split("\u0001");
        Path file = dir.resolve("big.xml");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(halves[0]);
            for (int i = 0; i < LINES; i++) {
                out.write(camt.entry("FT" + i, 1_000, "CRDT", "BOOK",
                        camt.transaction("FT" + i, 1_000L, "NGUYEN VAN " + i, "thanh toan &amp; cam on " + i)));
                out.write('\n');
            }
            out.write(halves[1]);
        }
        return file;
    }

    /** Each step of progress has to come within the time of {@link Eventually}. */
    private JsonObject awaitProgress(ServiceProcess service, String token, String id, int progress) {
        JsonObject upload = get(service, token, id);
        while (upload.getInteger("progress") < progress) {
            int before = upload.getInteger("progress");
            upload = Eventually.until(() -> get(service, token, id), now -> now.getInteger("progress") > before);
        }
        return upload;
    }

    private JsonObject get(ServiceProcess service, String token, String id) {
        try {
            JsonObject upload = send(service, "GET", "/api/v1/statements/" + id, token,
                    HttpRequest.BodyPublishers.noBody());
            assertTrue(!"FAILED".equals(upload.getString("status")), upload.encode());
            return upload;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String logIn(ServiceProcess service) throws IOException, InterruptedException {
        return send(service, "POST", "/api/v1/sessions", "", HttpRequest.BodyPublishers.ofString(new JsonObject()
                .put("login", "boss").put("password", "bun-cha-hang-manh").encode())).getString("token");
    }

    private JsonObject send(ServiceProcess service, String method, String path, String token,
            HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .timeout(Duration.ofMinutes(10))
                .method(method, body)
                .header("content-type", path.endsWith("/statements") ? "application/xml" : "application/json");
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertTrue(answer.statusCode() < 300, answer.statusCode() + " " + answer.body());
        return new JsonObject(answer.body());
    }
}
