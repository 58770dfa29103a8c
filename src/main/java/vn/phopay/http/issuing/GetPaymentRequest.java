package vn.phopay.http.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.issuing.ReadPaymentRequest;

/** GET /api/v1/payment-requests/{id}: where a payment request stands, and what was paid. */
public final class GetPaymentRequest implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/payment-requests/{id}", Access.OWNER);

    private final ReadPaymentRequest read;
    private final IssuingJson json;
    private final Pool pool;

    /** Reads by {@code read} through {@code pool}. */
    public GetPaymentRequest(ReadPaymentRequest read, IssuingJson json, Pool pool) {
        this.read = read;
        this.json = json;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return read.read(pool, IssuingCalls.paymentRequestId(call), call.principal())
                .map(found -> found.map(file -> Reply.ok(json.request(file)).with("cache-control", "no-store"))
                        .orElseGet(IssuingCalls::requestNotFound));
    }
}
