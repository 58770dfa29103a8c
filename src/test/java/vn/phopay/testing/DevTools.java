package vn.phopay.testing;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Chrome DevTools protocol over one WebSocket: commands with answers, and events. */
final class DevTools implements AutoCloseable {
    private static final long TIMEOUT_SECONDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> idToAnswer = new ConcurrentHashMap<>();
    private final List<Consumer<JsonObject>> listeners = new CopyOnWriteArrayList<>();
    private final WebSocket socket;

    DevTools(URI address) {
        this.socket = await(client.newWebSocketBuilder().buildAsync(address, new Receiver()));
    }

    /** Hears every event from now on, on the socket's thread. */
    void listen(Consumer<JsonObject> listener) {
        listeners.add(listener);
    }

    /** Sends a command to a session, or to the browser itself where {@code sessionId} is empty, and waits for it. */
    JsonObject call(String sessionId, String method, JsonObject params) {
        int id = lastId.incrementAndGet();
        JsonObject command = new JsonObject().put("id", id).put("method", method).put("params", params);
        if (!sessionId.isEmpty()) {
            command.put("sessionId", sessionId);
        }
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        idToAnswer.put(id, answer);
        await(socket.sendText(command.encode(), true));
        JsonObject message = await(answer);
        if (message.containsKey("error")) {
            throw new IllegalStateException(method + ": " + message.getJsonObject("error").encode());
        }
        return message.getJsonObject("result");
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the browser does not answer", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private void receive(JsonObject message) {
        CompletableFuture<JsonObject> answer = message.containsKey("id") ? idToAnswer.remove(message.getInteger("id"))
                : null;
        if (answer != null) {
            answer.complete(message);
        } else {
            listeners.forEach(listener -> listener.accept(message));
        }
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                JsonObject message = new JsonObject(text.toString());
                text.setLength(0);
                receive(message);
            }
            from.request(1);
            return null;
        }
    }
}
