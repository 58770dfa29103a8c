package vn.phopay.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A merchant's server: takes webhooks, answers what the test says, and checks signatures by its own reading of Standard
 * Webhooks, sharing no code with the service.
 */
public final class WebhookReceiver implements AutoCloseable {
    private final HttpServer server;
    private final Function<Received, Answer> behaviour;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What came. */
    public record Received(String path, String id, String timestamp, String signatures, String body, String host) {
        /** The body. */
        public JsonObject json() {
            return new JsonObject(body);
        }

        /** The order number in it. */
        public long sequence() {
            return json().getLong("sequence");
        }

        /** The bank's reference of the payment in it. */
        public String reference() {
            return json().getJsonObject("data").getString("bankReference");
        }

        /** How many of its signatures hold under {@code secret}. */
        public long signaturesBy(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
                byte[] expected = mac.doFinal(String.join(".", id, timestamp, body).getBytes(StandardCharsets.UTF_8));
                return Arrays.stream(signatures.split(" "))
                        .filter(one -> one.equals("v1," + Base64.getEncoder().encodeToString(expected)))
                        .count();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What is answered; a status of 0 hangs until the receiver is closed. */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** A status alone. */
        public static Answer of(int status) {
            return new Answer(status, Map.of(), "");
        }

        /** A status with one header. */
        public static Answer of(int status, String header, String value) {
            return new Answer(status, Map.of(header, value), "");
        }
    }

    private WebhookReceiver(HttpServer server, Function<Received, Answer> behaviour) {
        this.server = server;
        this.behaviour = behaviour;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** A receiver on a free loopback port. */
    public static WebhookReceiver start(Function<Received, Answer> behaviour) {
        try {
            return new WebhookReceiver(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100), behaviour);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it is. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Its port. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What came so far, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** What came at one path. */
    public List<Received> received(String path) {
        return received.stream().filter(one -> one.path().equals(path)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Received one = new Received(exchange.getRequestURI().getPath(), header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"), header(exchange, "webhook-signature"), body,
                header(exchange, "host"));
        received.add(one);
        Answer answer = behaviour.apply(one);
        if (answer.status() == 0) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status() == 0 ? 500 : answer.status(),
                bytes.length == 0 ? -1 : bytes.length);
        try (exchange) {
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
