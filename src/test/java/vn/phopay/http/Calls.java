package vn.phopay.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.phopay.access.Authenticator;

/** Calls and endpoints for tests of the decorators. */
final class Calls {
    static final Authenticator NOBODY = token -> Future.succeededFuture(Optional.empty());

    private Calls() {}

    /** A call from {@code clientAddress} with nothing in it. */
    static Call from(String clientAddress) {
        return new Call("request-1", Instant.EPOCH, clientAddress, "/", Map.of(), "",
                MultiMap.caseInsensitiveMultiMap(),
                MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(), null, null);
    }

    /** An endpoint that answers by {@code work}. */
    static Endpoint endpoint(EndpointSpec spec, Function<Call, Future<Reply>> work) {
        return new Endpoint() {
            @Override
            public EndpointSpec spec() {
                return spec;
            }

            @Override
            public Future<Reply> handle(Call call) {
                return work.apply(call);
            }
        };
    }
}
