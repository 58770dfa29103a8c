package vn.phopay.web.programme;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /thanh-pho/pho/{streetId}: a street house by house, for staff of its district; the look is kept. */
public final class GetStreetPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(ProgrammePath.STREET, Access.STAFF);
    private static final int OK = 200;

    private final StreetPage page;

    /** Shows {@code page}. */
    public GetStreetPage(StreetPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(OK, call, transaction, page.fresh());
    }
}
