package vn.phopay.web.geo;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /dia-gioi/{id}/cua-hang: outlets of divided wards that wait for their new ward. */
public final class GetWaitingPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.get(GeoPath.EDITIONS + "/{id}/cua-hang", Access.REGISTRARS);

    private final WaitingPage page;

    /** Shows {@code page}. */
    public GetWaitingPage(WaitingPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(call, transaction);
    }
}
