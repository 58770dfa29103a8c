package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /ma-qr/moi: asks what a new code is called and where it will hang. */
public final class GetNewCodePage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ma-qr/moi", Access.OWNER);
    private static final int OK = 200;

    private final NewCodePage page;

    /** Shows {@code page}. */
    public GetNewCodePage(NewCodePage page) {
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
