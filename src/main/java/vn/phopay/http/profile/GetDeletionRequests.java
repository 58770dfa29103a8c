package vn.phopay.http.profile;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.util.Arrays;
import java.util.Optional;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Paging;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.DeletionId;
import vn.phopay.profile.Deletion;
import vn.phopay.profile.DeletionStore;

/** GET /api/v1/deletion-requests?status=&amp;limit=&amp;after=: owners who ask to be forgotten, newest first. */
public final class GetDeletionRequests implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/deletion-requests", Access.REGISTRARS);

    private final DeletionStore store;
    private final Pool pool;

    /** Reads from {@code store} through {@code pool}. */
    public GetDeletionRequests(DeletionStore store, Pool pool) {
        this.store = store;
        this.pool = pool;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        DeletionStore.PageRequest page = new DeletionStore.PageRequest(
                call.queryParameter("status").map(GetDeletionRequests::status),
                Paging.after(call, DeletionId::parse),
                Paging.limit(call));
        return store.list(pool, page, call.principal().districtCodes()).map(GetDeletionRequests::toReply);
    }

    private static Reply toReply(DeletionStore.Page page) {
        JsonArray items = new JsonArray();
        page.items().forEach(item -> items.add(DeletionJson.item(item)));
        return Reply.ok(new JsonObject().put("items", items)
                        .put("next", page.next().map(DeletionId::toString).orElse(null)))
                .with("cache-control", "no-store");
    }

    private static Deletion.Status status(String text) {
        Optional<Deletion.Status> known =
                Arrays.stream(Deletion.Status.values()).filter(status -> status.name().equals(text)).findFirst();
        return known.orElseThrow(() -> ProblemException.ofField(
                "?status", "must be one of " + Arrays.toString(Deletion.Status.values())));
    }
}
