package vn.phopay.web.geo;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;

/** GET /dia-gioi/mau-so.csv: the denominators that hold, as a table that can be changed and sent back. */
public final class GetBaselinesTable implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(GeoPath.BASELINES + ".csv", Access.ANALYSTS);

    private final BaselinesPage page;

    /** Writes what {@code page} lists. */
    public GetBaselinesTable(BaselinesPage page) {
        this.page = page;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return page.table(call, transaction);
    }
}
