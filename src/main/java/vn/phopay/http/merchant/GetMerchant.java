package vn.phopay.http.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.merchant.MerchantRegistry;

/** GET /api/v1/merchants/{id}: the merchant, for its owner at any state and for staff of its districts. */
public final class GetMerchant implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/merchants/{id}", Access.SESSION);

    private final MerchantRegistry registry;
    private final Pool pool;

    /** Reads from {@code registry} through {@code pool}. */
    public GetMerchant(MerchantRegistry registry, Pool pool) {
        this.registry = registry;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return registry.read(pool, MerchantCalls.merchantId(call))
                .map(found -> found.filter(file -> file.isVisibleTo(call.principal())))
                .map(found -> found.map(MerchantJson::ok).orElseGet(MerchantCalls::notFound));
    }
}
