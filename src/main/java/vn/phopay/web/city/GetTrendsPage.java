package vn.phopay.web.city;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.web.View;

/**
 * GET /thanh-pho/xu-huong?chi-so=&amp;noi=&amp;ky=&amp;tu=&amp;den=: any metric over time, of up to four scopes. Days
 * that cannot be come back with 422 as they were typed, and the chart of the usual range.
 */
public final class GetTrendsPage implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.TRENDS, Access.STAFF);
    private static final int UNPROCESSABLE = 422;

    private final CityParts parts;

    /** A page made of {@code parts}. */
    public GetTrendsPage(CityParts parts) {
        this.parts = parts;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        View view = parts.kit().view(call);
        CityScopes known = new CityScopes(parts.places(), parts.today());
        TrendModel model = new Trends(parts, view, transaction).read(TrendQuery.read(call, parts, known), known);
        return parts.kit().page(model.faults().isEmpty() ? 200 : UNPROCESSABLE, view, "city/trends", model);
    }
}
