package vn.phopay.http.bank;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import vn.phopay.bank.Dialect;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;

/**
 * {@code GET} and {@code HEAD /api/v1/banks/{code}/callbacks}: records payment facts of senders that put everything in
 * the query, and tells portals that try the address out that somebody is there.
 */
public final class GetBankCallback implements Endpoint {
    private final TakeCallback callbacks;

    /** Takes them through {@code callbacks}. */
    public GetBankCallback(TakeCallback callbacks) {
        this.callbacks = callbacks;
    }

    @Override
    public EndpointSpec spec() {
        return EndpointSpec.get("/api/v1/banks/{code}/callbacks", Access.ANYONE);
    }

    @Override
    public Optional<Reply> refuseEarly(Map<String, String> pathParameters) {
        return callbacks.refuseEarly(pathParameters);
    }

    @Override
    public Future<Reply> handle(Call call) {
        return callbacks.take(call, "GET", Dialect.CALLBACKS);
    }

    @Override
    public Reply rephrase(Reply reply, ProblemCode code, Map<String, String> pathParameters) {
        return callbacks.rephrase(reply, code, pathParameters);
    }
}
