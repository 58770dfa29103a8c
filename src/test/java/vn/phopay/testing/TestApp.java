package vn.phopay.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.phopay.App;
import vn.phopay.config.AppConfig;

/** The whole service on a free port and a test's own database; spoken to over HTTP only, as an outside client would. */
public final class TestApp implements AutoCloseable {
    private static final String ADMIN = "boss";
    private static final String PASSWORD = "bun-cha-hang-manh";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final App app;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    private TestApp(TestDatabase database, Clock clock, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PHOPAY_DATABASE_URL", database.url(),
                "PHOPAY_DATA_DIR", Path.of("target", "test-app", Long.toString(System.nanoTime())).toString(),
                "PHOPAY_HTTP_PORT", "0",
                "PHOPAY_ADMIN_LOGIN", ADMIN,
                "PHOPAY_ADMIN_PASSWORD", PASSWORD,
                "PHOPAY_ARGON2_MEMORY_KIB", "1024",
                "PHOPAY_ARGON2_ITERATIONS", "1"));
        environment.put("PHOPAY_CALLBACK_WARM_UP_FLUSHES", "2");
        environment.putAll(settings);
        this.app = TestPostgres.await(App.start(vertx, AppConfig.load(environment, null), clock, false));
    }

    /** Starts a service; {@code settings} win over those for tests. */
    public static TestApp start(TestDatabase database, Clock clock, Map<String, String> settings) {
        return new TestApp(database, clock, settings);
    }

    /** Starts a service with the machine's clock. */
    public static TestApp start(TestDatabase database) {
        return start(database, Clock.systemUTC(), Map.of());
    }

    /** The service itself. */
    public App app() {
        return app;
    }

    /** Reads banks and keys again at once, which the service does every second. */
    public Future<Void> refreshBanks() {
        return app.refreshBanks();
    }

    /** The address of {@code path}. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + app.port() + path);
    }

    /** A token of the first administrator. */
    public String adminToken() {
        return token(ADMIN, PASSWORD);
    }

    /** A token of anybody. */
    public String token(String login, String password) {
        HttpResponse<String> answer =
                send("POST", "/api/v1/sessions", new JsonObject().put("login", login).put("password", password));
        if (answer.statusCode() != 201) {
            throw new AssertionError("cannot log in: " + answer.body());
        }
        return new JsonObject(answer.body()).getString("token");
    }

    /** Sends a JSON request; header names and values alternate. */
    public HttpResponse<String> send(String method, String path, JsonObject body, String... headers) {
        return sendBytes(method, path, body == null ? new byte[0] : body.encode().getBytes(StandardCharsets.UTF_8),
                headers);
    }

    /** Sends a JSON request with a session. */
    public JsonObject as(String token, String method, String path, JsonObject body) {
        HttpResponse<String> answer = send(method, path, body, "authorization", "Bearer " + token);
        if (answer.statusCode() >= 400) {
            throw new AssertionError(method + " " + path + ": " + answer.body());
        }
        return answer.body().isEmpty() ? new JsonObject() : new JsonObject(answer.body());
    }

    /** Sends bytes. */
    public HttpResponse<String> sendBytes(String method, String path, byte[] body, String... headers) {
        try {
            return client.send(request(method, path, body, headers), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes without waiting. */
    public CompletableFuture<HttpResponse<String>> sendAsync(String path, byte[] body, String... headers) {
        return client.sendAsync(request("POST", path, body, headers), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, byte[] body, String... headers) {
        HttpRequest.BodyPublisher publisher = body.length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(TIMEOUT).method(method, publisher);
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    /** Registers a bank with an HMAC key and gives what speaks for it. */
    public TestBank bank(String code, String bin) {
        String token = adminToken();
        as(token, "POST", "/api/v1/banks", new JsonObject().put("code", code).put("bin", bin).put("name", code));
        JsonObject key = as(token, "POST", "/api/v1/banks/" + code + "/keys",
                new JsonObject().put("algorithm", "hmac-sha256"));
        return new TestBank(code, key.getString("keyId"), key.getString("secret"));
    }

    /** Registers a sender of {@code dialect} and gives it {@code key}; the answer tells what we drew. */
    public JsonObject sender(String code, String dialect, JsonObject key) {
        String token = adminToken();
        as(token, "POST", "/api/v1/banks", new JsonObject()
                .put("code", code).put("bin", "970422").put("name", code).put("dialect", dialect));
        return as(token, "POST", "/api/v1/banks/" + code + "/keys", key);
    }

    @Override
    public void close() {
        client.close();
        TestPostgres.await(app.stop());
        TestPostgres.await(vertx.close());
    }
}
