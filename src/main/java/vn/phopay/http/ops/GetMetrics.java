package vn.phopay.http.ops;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;

/**
 * GET /metrics: every meter in the Prometheus text format 0.0.4. Writing some thousand lines takes milliseconds, so it
 * is done on a worker and not on the event loop that takes callbacks.
 */
public final class GetMetrics implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/metrics", Access.ANYONE);
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Vertx vertx;
    private final PrometheusMeterRegistry registry;

    /** Scrapes {@code registry} on a worker of {@code vertx}. */
    public GetMetrics(Vertx vertx, PrometheusMeterRegistry registry) {
        this.vertx = vertx;
        this.registry = registry;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return vertx.executeBlocking(() -> registry.scrape(TEXT_FORMAT), false)
                .map(text -> Reply.bytes(200, TEXT_FORMAT, Buffer.buffer(text)).with("cache-control", "no-store"));
    }
}
