package vn.phopay.web.release;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /phat-hanh/{thang}/{ban}?bang=: one release, to be looked at before somebody decides about it. */
public final class GetReleasePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ReleasePath.ONE, Access.STAFF);

    private final ReleasePage page;

    /** Shows by {@code page}. */
    public GetReleasePage(ReleasePage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(200, call, transaction, Form.empty());
    }
}
