package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /ma-qr/lo/{id}/thu-hoi: says what taking a batch back means, and asks why. */
public final class GetRecallPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ma-qr/lo/{id}/thu-hoi", Access.OWNER);
    private static final int OK = 200;

    private final RecallPage page;

    /** Shows {@code page}. */
    public GetRecallPage(RecallPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(call, transaction, OK, Form.empty());
    }
}
