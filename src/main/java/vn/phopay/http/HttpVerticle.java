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
