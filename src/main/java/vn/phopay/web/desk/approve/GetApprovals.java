package vn.phopay.web.desk.approve;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /duyet: shops that wait for a decision, the one that registered first first, and those decided about. */
public final class GetApprovals implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ApprovalPath.LIST, Access.STAFF);

    private final ApprovalList list;

    /** Shows {@code list}. */
    public GetApprovals(ApprovalList list) {
        this.list = list;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return list.page(200, call, transaction, Form.empty());
    }
}
