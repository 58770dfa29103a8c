package vn.phopay.http;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads again, or forgets, what is known in memory before a write is answered, so that whoever wrote finds it at the
 * next look; after a fault too, because the write may stand. Where the reading fails, the answer is given all the same.
 */
public final class Followed implements Endpoint {
    private final Endpoint endpoint;
    private final Supplier<Future<Void>> reading;

    /** Decorates {@code endpoint}, whose writes are followed by {@code reading}. */
    public Followed(Endpoint endpoint, Supplier<Future<Void>> reading) {
        this.endpoint = endpoint;
        this.reading = reading;
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
        return endpoint.handle(call).eventually(() -> reading.get().otherwiseEmpty());
    }
}
