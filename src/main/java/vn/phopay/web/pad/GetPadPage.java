package vn.phopay.web.pad;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /nhan-tien: the keypad. */
public final class GetPadPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/nhan-tien", Access.OWNER);
    private static final int OK = 200;

    private final PadPage page;

    /** Shows {@code page}. */
    public GetPadPage(PadPage page) {
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
