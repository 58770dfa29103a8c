package vn.phopay.web.desk.deletion;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import vn.phopay.access.Principal;
import vn.phopay.http.Call;
import vn.phopay.identity.DeletionId;
import vn.phopay.profile.DeletionStore;
import vn.phopay.web.desk.Desk;

/** Addresses of the desk at which wishes to be forgotten are decided, and who may see one. */
final class DeletionPath {
    static final String LIST = "/yeu-cau-xoa";
    static final String REQUEST = LIST + "/{id}";

    private DeletionPath() {}

    static String of(DeletionId id) {
        return LIST + '/' + id;
    }

    /** The wish of the path, where its shop is one of the caller's districts; else nothing is there. */
    static DeletionStore.Item item(DeletionStore store, Call call, SqlConnection transaction) {
        DeletionId id = DeletionId.parse(call.path("id")).orElseThrow(Desk::notFound);
        Principal caller = call.principal();
        return Future.await(store.find(transaction, id))
                .filter(item -> caller.districtCodes().isEmpty()
                        || item.districtCodes().stream().anyMatch(caller::staffOf))
                .orElseThrow(Desk::notFound);
    }
}
