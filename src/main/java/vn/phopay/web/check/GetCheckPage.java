package vn.phopay.web.check;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /kiem-tra-sang: the owner scans her own codes; which are due, how many days in a row, the last 30 days. */
public final class GetCheckPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/kiem-tra-sang", Access.OWNER);

    private final CheckPage page;

    /** Shows {@code page}. */
    public GetCheckPage(CheckPage page) {
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
