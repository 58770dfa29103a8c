package vn.phopay.http;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/**
 * Holds each client address to a rate on one route. It stands inside {@link Guarded} and outside {@link Authenticated},
 * so that a refused call costs no look into the database. Of an IPv6 address the first 64 bits are the client, because
 * the rest is the client's to choose.
 */
public final class RateLimited implements Endpoint {
    private static final int IPV6_PREFIX_GROUPS = 4;

    private final Endpoint endpoint;
    private final TokenBuckets buckets;

    /** Decorates {@code endpoint}; give each route buckets of its own. */
    public RateLimited(Endpoint endpoint, TokenBuckets buckets) {
        this.endpoint = endpoint;
        this.buckets = buckets;
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
        return buckets.take(clientOf(call.clientAddress()))
                .map(wait -> Reply.problem(ProblemCode.REQUEST_RATE_LIMITED, "Slow down.").retryAfter(wait))
                .map(Future::succeededFuture)
                .orElseGet(() -> endpoint.handle(call));
    }

    /** The client behind an address as the socket writes it: IPv6 comes with all of its eight groups. */
    static String clientOf(String address) {
        String[] groups = address.split(":", -1);
        return groups.length == 2 * IPV6_PREFIX_GROUPS
                ? String.join(":", groups[0], groups[1], groups[2], groups[3])
                : address;
    }
}
