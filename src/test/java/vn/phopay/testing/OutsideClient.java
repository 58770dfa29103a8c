package vn.phopay.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that knows the service's address and its contract, and nothing else of it. */
public final class OutsideClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** A client of the service at {@code base}. */
    public OutsideClient(URI base) {
        this.base = base;
    }

    /** A caller: with a session's token, or with none. */
    public record Who(@Nullable String token) {
        /** Without a session. */
        public static final Who ANYONE = new Who(null);
    }

    /** Logs in. */
    public Who logIn(String login, String password) {
        JsonObject body = new JsonObject().put("login", login).put("password", password);
        return new Who(expect(201, Who.ANYONE, "POST", "/api/v1/sessions", body).getString("token"));
    }

    /** Reads what must be there. */
    public JsonObject get(Who who, String path) {
        return expect(200, who, "GET", path, null);
    }

    /** Does what must answer 200; header names and values alternate. */
    public JsonObject post(Who who, String path, JsonObject body, String... headers) {
        return read(send(who, "POST", path, body, headers), 200, path);
    }

    /** Makes what must answer 201; header names and values alternate. */
    public JsonObject create(Who who, String path, JsonObject body, String... headers) {
        return read(send(who, "POST", path, body, headers), 201, path);
    }

    /** Calls what must answer {@code status} with JSON. */
    public JsonObject expect(int status, Who who, String method, String path, @Nullable JsonObject body) {
        return read(send(who, method, path, body), status, path);
    }

    /** Calls, whatever the answer. */
    public HttpResponse<byte[]> send(
            Who who, String method, String path, @Nullable JsonObject body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (who.token() != null) {
            all.addAll(List.of("authorization", "Bearer " + who.token()));
        }
        byte[] bytes = body == null ? new byte[0] : body.encode().getBytes(StandardCharsets.UTF_8);
        return sendBytes(method, path, bytes, all);
    }

    /** Sends bytes. */
    public HttpResponse<byte[]> sendBytes(String method, String path, byte[] body, List<String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The JSON of an answer that must have {@code status}. */
    public static JsonObject read(HttpResponse<byte[]> answer, int status, String path) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertEquals(status, answer.statusCode(), path + ": " + text);
        return new JsonObject(text);
    }

    @Override
    public void close() {
        client.close();
    }
}
