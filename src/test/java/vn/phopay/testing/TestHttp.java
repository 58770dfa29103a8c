package vn.phopay.testing;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.Authenticator;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.http.ApiRouter;
import vn.phopay.http.Authenticated;
import vn.phopay.http.Endpoint;
import vn.phopay.http.Guarded;
import vn.phopay.http.HttpVerticle;
import vn.phopay.http.IdempotencyKeys;
import vn.phopay.http.Transactional;
import vn.phopay.http.TransactionalEndpoint;

/** A real HTTP server on a free loopback port with the endpoints under test, and a client that speaks to it. */
public final class TestHttp implements AutoCloseable {
    private static final long TIMEOUT_MS = 30_000;

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestHttp(HttpServer server) {
        this.server = server;
    }

    /** Collects endpoints, then starts. */
    public static final class Builder {
        private final Vertx vertx;
        private final Clock clock;
        private final Authenticator authenticator;
        private final List<Endpoint> endpoints = new ArrayList<>();

        /** A server whose sessions are known to {@code authenticator}. */
        public Builder(Vertx vertx, Clock clock, Authenticator authenticator) {
            this.vertx = vertx;
            this.clock = clock;
            this.authenticator = authenticator;
        }

        /** Adds an event-loop endpoint. */
        public Builder add(Endpoint endpoint) {
            endpoints.add(new Guarded(new Authenticated(endpoint, authenticator), TIMEOUT_MS));
            return this;
        }

        /** Adds an endpoint that runs in a transaction of {@code pool}. */
        public Builder add(TransactionalEndpoint endpoint, Pool pool) throws Exception {
            VirtualThreads threads = VirtualThreads.open(vertx).await();
            IdempotencyKeys keys = new IdempotencyKeys(clock, Duration.ofHours(24));
            return add(new Transactional(endpoint, pool, threads, keys));
        }

        /** Starts the server. */
        public TestHttp start() {
            ApiRouter router = new ApiRouter(clock, () -> UUID.randomUUID().toString());
            HttpServer server = vertx.createHttpServer(HttpVerticle.standardOptions())
                    .requestHandler(router.build(vertx, endpoints));
            return new TestHttp(server.listen(0, "127.0.0.1").await());
        }
    }

    /** The address of {@code path}. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    /** Sends a request with an optional JSON body; header names and values alternate in {@code headers}. */
    public HttpResponse<String> send(String method, String path, @Nullable JsonObject body, String... headers) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.encode());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofMillis(TIMEOUT_MS))
                .method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close().await();
    }
}
