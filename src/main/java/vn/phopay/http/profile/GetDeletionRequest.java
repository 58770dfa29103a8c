package vn.phopay.http.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.Optional;
import vn.phopay.access.Authority;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.profile.DeletionStore;

/** GET /api/v1/deletion-requests/{id}: one wish to be forgotten, with what it will erase and what must be kept. */
public final class GetDeletionRequest implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/deletion-requests/{id}", Access.REGISTRARS);

    private final DeletionStore store;
    private final Pool pool;

    /** Reads from {@code store} through {@code pool}. */
    public GetDeletionRequest(DeletionStore store, Pool pool) {
        this.store = store;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return store.find(pool, DeletionCalls.id(call))
                .map(found -> found.filter(item ->
                        Authority.mayDecideAboutMerchant(call.principal(), item.districtCodes())))
                .compose(this::toReply);
    }

    private Future<Reply> toReply(Optional<DeletionStore.Item> found) {
        return found.isEmpty()
                ? Future.succeededFuture(DeletionCalls.notFound())
                : store.openCases(pool, found.get().deletion().merchant())
                        .map(cases -> Reply.ok(DeletionJson.whole(found.get(), cases))
                                .with("cache-control", "no-store"));
    }
}
