package vn.phopay.web.desk.deletion;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.profile.DeletionStore;
import vn.phopay.web.desk.Shown;

/** GET /yeu-cau-xoa/{id}: one wish to be forgotten. */
public final class GetDeletionRequestPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(DeletionPath.REQUEST, Access.STAFF);

    private final DeletionStore store;
    private final DeletionPage page;

    /** Shows {@code page} of a wish of {@code store}. */
    public GetDeletionRequestPage(DeletionStore store, DeletionPage page) {
        this.store = store;
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.page(call, transaction, DeletionPath.item(store, call, transaction), Shown.first());
    }
}
