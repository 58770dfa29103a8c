package vn.phopay.web.geo;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /dia-gioi/mau-so: the denominators that hold. */
public final class GetBaselinesPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(GeoPath.BASELINES, Access.ANALYSTS);

    private final BaselinesPage page;

    /** Shows {@code page}. */
    public GetBaselinesPage(BaselinesPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.show(200, call, transaction, BaselinesPage.Preview.none());
    }
}
