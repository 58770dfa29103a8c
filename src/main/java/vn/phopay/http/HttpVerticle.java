package vn.phopay.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One HTTP server on one event loop; several of them share the port. */
public final class HttpVerticle extends VerticleBase {
    private static final int IDLE_TIMEOUT_SECONDS = 75;
    private static final int HEADER_BYTES_MAX = 16_384;

    private final HttpServerOptions options;
    private final Function<Vertx, Router> routerFactory;
    private final long drainTimeoutMs;
    private @Nullable HttpServer server;

    /**
     * A server that waits at most {@code drainTimeoutMs} milliseconds for requests in flight when it stops.
     * {@code routerFactory} is called on the event loop.
     */
    public HttpVerticle(HttpServerOptions options, Function<Vertx, Router> routerFactory, long drainTimeoutMs) {
        this.options = options;
        this.routerFactory = routerFactory;
        this.drainTimeoutMs = drainTimeoutMs;
    }

    /**
     * What every server of ours starts from. HTTP/1.1 only: a client that upgraded to HTTP/2 without TLS (the JDK's
     * does unless told otherwise) was seen to wait for ever for the rest of a long answer.
     */
    public static HttpServerOptions standardOptions() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setTcpNoDelay(true)
                .setIdleTimeout(IDLE_TIMEOUT_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxHeaderSize(HEADER_BYTES_MAX)
                .setCompressionSupported(false);
    }

    @Override
    public Future<?> start() {
        HttpServer created = vertx.createHttpServer(options).requestHandler(routerFactory.apply(vertx));
        server = created;
        return created.listen();
    }

    @Override
    public Future<?> stop() {
        HttpServer running = server;
        return running == null ? Future.succeededFuture() : running.shutdown(drainTimeoutMs, TimeUnit.MILLISECONDS);
    }

    /** The port that was bound; useful where 0 asked for any free one. */
    public int port() {
        HttpServer running = server;
        if (running == null) {
            throw new IllegalStateException("the server has not started");
        }
        return running.actualPort();
    }
}
