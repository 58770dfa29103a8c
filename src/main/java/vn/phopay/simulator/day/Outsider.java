package vn.phopay.simulator.day;

import io.vertx.core.json.JsonObject;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.phopay.simulator.day.Town.Login;

/** Somebody who knows the service's address and its contract, and nothing else of it. Blocks. */
final class Outsider implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final String PAGE = "limit=500";
    private static final int UNAUTHORIZED = 401;
    private static final int FIRST_ERROR = 300;

    private final URI base;
    private final Map<Login, Person> loginToPerson = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    Outsider(URI base) {
        this.base = base;
    }

    /** Somebody who logs in, and again whenever the session has ended. */
    static final class Person {
        /** Whoever does not log in. */
        static final Person ANYONE = new Person(null);

        private final @Nullable Login login;
        private final AtomicReference<@Nullable String> token = new AtomicReference<>();

        private Person(@Nullable Login login) {
            this.login = login;
        }

    }

    /** The person of {@code login}: one session, whoever asks. */
    Person person(Login login) {
        return loginToPerson.computeIfAbsent(login, Person::new);
    }

    /** What came back. */
    record Reply(int status, JsonObject body) {}

    JsonObject get(Person who, String path) {
        return expect(who, "GET", path, null);
    }

    JsonObject post(Person who, String path, JsonObject body) {
        return expect(who, "POST", path, body);
    }

    /** Calls what must answer below 300. */
    private JsonObject expect(Person who, String method, String path, @Nullable JsonObject body) {
        Reply reply = call(who, method, path, body);
        if (reply.status >= FIRST_ERROR) {
            throw new DayFailedException(method + ' ' + path + ": " + reply.status + ' ' + reply.body.encode());
        }
        return reply.body;
    }

    /** Calls, whatever the answer. */
    Reply call(Person who, String method, String path, @Nullable JsonObject body) {
        byte[] bytes = body == null ? new byte[0] : body.encode().getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT)
                .header("content-type", "application/json");
        return send(who, path, () -> request.method(method, HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    /** Uploads a file. */
    Reply upload(Person who, String path, Path file, String mediaType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT)
                .header("content-type", mediaType);
        return send(who, path, () -> request.POST(contentOf(file)));
    }

    /** Hands every item of a list to {@code take}, page by page. */
    void list(Person who, String path, Consumer<JsonObject> take) {
        String first = path + (path.contains("?") ? '&' : '?') + PAGE;
        String next = "";
        do {
            JsonObject page = get(who, next.isEmpty() ? first : first + "&after=" + next);
            page.getJsonArray("items").forEach(item -> take.accept((JsonObject) item));
            next = page.getString("next", "");
        } while (next != null && !next.isEmpty());
    }

    /** The raw text behind an address. */
    String text(Person who, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        HttpResponse<byte[]> answer = exchange(path, authorized(who, request).GET());
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A request that can be built again, because a session may have ended. */
    private interface Request {
        HttpRequest.Builder build();
    }

    private Reply send(Person who, String path, Request request) {
        HttpResponse<byte[]> answer = exchange(path, authorized(who, request.build()));
        if (answer.statusCode() == UNAUTHORIZED && who.login != null) {
            who.token.set(null);
            answer = exchange(path, authorized(who, request.build()));
        }
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return new Reply(answer.statusCode(), text.startsWith("{") ? new JsonObject(text) : new JsonObject());
    }

    private HttpRequest.Builder authorized(Person who, HttpRequest.Builder request) {
        Login login = who.login;
        if (login == null) {
            return request;
        }
        String token = who.token.get();
        if (token == null) {
            token = expect(Person.ANYONE, "POST", "/api/v1/sessions", new JsonObject()
                    .put("login", login.name()).put("password", login.password())).getString("token");
            who.token.set(token);
        }
        return request.setHeader("authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> exchange(String path, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new DayFailedException("no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DayFailedException("interrupted", e);
        }
    }

    private static BodyPublisher contentOf(Path file) {
        try {
            return HttpRequest.BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new DayFailedException("the statement vanished: " + file, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
