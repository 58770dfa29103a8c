package vn.phopay.http.bank;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import vn.phopay.bank.vietqrvn.VietqrvnDialect;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;

/**
 * {@code POST /api/v1/banks/{code}/vietqrvn/bank/api/transaction-sync}: records what VietQR.vn tells, exactly once.
 */
public final class PostVietqrvnTransaction implements Endpoint {
    private final EndpointSpec spec;
    private final TakeCallback callbacks;

    /** Takes them through {@code callbacks}. */
    public PostVietqrvnTransaction(TakeCallback callbacks) {
        this.spec = EndpointSpec.post("/api/v1/banks/{code}/" + VietqrvnDialect.DOOR, Access.ANYONE)
                .withBodyBytesMax(callbacks.bodyBytesMax());
        this.callbacks = callbacks;
    }

    @Override
    public EndpointSpec spec() {
        return spec;
    }

    @Override
    public Optional<Reply> refuseEarly(Map<String, String> pathParameters) {
        return callbacks.refuseEarly(pathParameters);
    }

    @Override
    public Future<Reply> handle(Call call) {
        return callbacks.take(call, "POST", VietqrvnDialect.DOOR);
    }

    @Override
    public Reply rephrase(Reply reply, ProblemCode code, Map<String, String> pathParameters) {
        return callbacks.rephrase(reply, code, pathParameters);
    }
}
