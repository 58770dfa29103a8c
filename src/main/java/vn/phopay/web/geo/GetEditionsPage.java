package vn.phopay.web.geo;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /dia-gioi: the editions of the wards. */
public final class GetEditionsPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(GeoPath.EDITIONS, Access.STAFF);

    private final EditionsPage page;

    /** Shows {@code page}. */
    public GetEditionsPage(EditionsPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(200, call, transaction, EditionsPage.Filled.NOTHING);
    }
}
