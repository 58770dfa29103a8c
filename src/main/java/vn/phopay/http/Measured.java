package vn.phopay.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Counts and times the answers of one route, by status: rate, errors and duration. */
public final class Measured implements Endpoint {
    private final Endpoint endpoint;
    private final MeterRegistry registry;
    private final Map<Integer, Timer> statusToTimer = new ConcurrentHashMap<>();

    /** Decorates {@code endpoint}. */
    public Measured(Endpoint endpoint, MeterRegistry registry) {
        this.endpoint = endpoint;
        this.registry = registry;
    }

    @Override
    public EndpointSpec spec() {
        return endpoint.spec();
    }

    @Override
    public Optional<Reply> refuseEarly(Map<String, String> pathParameters) {
        return endpoint.refuseEarly(pathParameters);
    }

    @Override
    public Reply rephrase(Reply reply, ProblemCode code, Map<String, String> pathParameters) {
        return endpoint.rephrase(reply, code, pathParameters);
    }

    @Override
    public Future<Reply> handle(Call call) {
        Timer.Sample sample = Timer.start(registry);
        return endpoint.handle(call).onSuccess(reply -> sample.stop(timerOf(reply.status())));
    }

    private Timer timerOf(int status) {
        return statusToTimer.computeIfAbsent(status, this::newTimer);
    }

    private Timer newTimer(int status) {
        return Timer.builder("phopay.http.requests")
                .description("Answers by route and status")
                .tag("method", spec().method().name())
                .tag("route", spec().path())
                .tag("status", Integer.toString(status))
                .publishPercentileHistogram()
                .register(registry);
    }
}
