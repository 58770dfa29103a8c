package vn.phopay.web.city;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.View;

/**
 * GET /thanh-pho?chi-so=: the city's numbers, its districts on a map and what lags. All staff see the city and all
 * districts; streets only those of their own districts.
 */
public final class GetOverviewPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.OVERVIEW, Access.STAFF);

    private final CityParts parts;
    private final ReadOverview overview;

    /** A page made of {@code parts}. */
    public GetOverviewPage(CityParts parts) {
        this.parts = parts;
        this.overview = new ReadOverview(parts);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = parts.kit().view(call);
        return parts.kit().page(view, "city/overview", overview.read(call, view, transaction));
    }
}
