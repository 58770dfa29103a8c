package vn.phopay.http.merchant;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.List;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.MerchantRegistry;
import vn.phopay.merchant.VirtualAccount;
import vn.phopay.merchant.VirtualAccountStore;

/** GET /api/v1/merchants/{id}/virtual-accounts: for the merchant itself and staff of its districts. */
public final class GetVirtualAccounts implements Endpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.get("/api/v1/merchants/{id}/virtual-accounts", Access.SESSION);

    private final MerchantRegistry registry;
    private final VirtualAccountStore virtualAccounts;
    private final Pool pool;

    /** Reads through {@code pool}. */
    public GetVirtualAccounts(MerchantRegistry registry, VirtualAccountStore virtualAccounts, Pool pool) {
        this.registry = registry;
        this.virtualAccounts = virtualAccounts;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        MerchantId merchant = MerchantCalls.merchantId(call);
        return registry.read(pool, merchant)
                .map(found -> found.filter(file -> file.isVisibleTo(call.principal())))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(MerchantCalls.notFound())
                        : virtualAccounts.list(pool, merchant).map(GetVirtualAccounts::toReply));
    }

    private static Reply toReply(List<VirtualAccount> accounts) {
        JsonArray items = new JsonArray();
        accounts.forEach(account -> items.add(MerchantJson.virtualAccount(account)));
        return Reply.ok(new JsonObject().put("items", items).putNull("next")).with("cache-control", "no-store");
    }
}
