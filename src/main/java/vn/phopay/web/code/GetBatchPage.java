package vn.phopay.web.code;

import io.vertx.sqlclient.SqlConnection;
import java.util.Map;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.Form;

/** GET /ma-qr/lo/{id}: a print batch: its sheets to print, its codes, printing it again, taking it back. */
public final class GetBatchPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/ma-qr/lo/{id}", Access.OWNER);
    private static final int OK = 200;

    private final BatchPage page;

    /** Shows {@code page}. */
    public GetBatchPage(BatchPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(call, transaction, OK, Form.showing(Map.of("copies", "1")));
    }
}
