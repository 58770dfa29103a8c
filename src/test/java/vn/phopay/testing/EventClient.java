package vn.phopay.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A client of Server-Sent Events outside the service, by its own reading of the WHATWG page: it remembers the last id,
 * which a block without data moves too, and hands over blocks that have data.
 */
public final class EventClient implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final long TIMEOUT_SECONDS = 30;

    private final HttpResponse<InputStream> answer;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Predicate<Event> enough;
    private volatile String lastId;

    /** An event as it came: its name, id and data. */
    public record Event(String name, String id, String data) {}

    private EventClient(HttpResponse<InputStream> answer, String lastId, Predicate<Event> enough) {
        this.answer = answer;
        this.lastId = lastId;
        this.enough = enough;
        Thread.ofVirtual().start(this::read);
    }

    /** Listens after {@code lastId}, from now on where that is empty, until {@code enough} says that an event is. */
    public static EventClient open(URI uri, String token, String lastId, Predicate<Event> enough) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("authorization", "Bearer " + token);
        if (!lastId.isEmpty()) {
            request.header("last-event-id", lastId);
        }
        try {
            return new EventClient(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()), lastId,
                    enough);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status it was answered. */
    public int status() {
        return answer.statusCode();
    }

    /** A header of the answer. */
    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** What came so far. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** Comments so far. */
    public List<String> comments() {
        return List.copyOf(comments);
    }

    /** Where to go on. */
    public String lastId() {
        return lastId;
    }

    /** Waits until the stream ended, by whichever side. */
    public void awaitEnd() {
        try {
            ended.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new AssertionError("the stream is still open; came: " + events.size(), e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Drops the connection without a word. */
    @Override
    public void close() {
        try {
            answer.body().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            String name = "message";
            String data = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    comments.add(line);
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty() && data != null) {
                    Event event = new Event(name, lastId, data);
                    events.add(event);
                    data = null;
                    if (enough.test(event)) {
                        break;
                    }
                }
            }
        } catch (IOException cut) {
            comments.add("cut: " + cut.getMessage());
        } finally {
            ended.complete(null);
        }
    }
}
