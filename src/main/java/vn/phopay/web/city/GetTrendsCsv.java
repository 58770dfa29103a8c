package vn.phopay.web.city;

import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.PreparedEndpoint;
import vn.phopay.http.ProblemException;
import vn.phopay.web.View;

/** GET /thanh-pho/xu-huong.csv: what the page of trends draws, as a file. */
public final class GetTrendsCsv implements PreparedEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.TRENDS + ".csv", Access.STAFF);

    private final CityParts parts;

    /** A file made of {@code parts}. */
    public GetTrendsCsv(CityParts parts) {
        this.parts = parts;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Prepared prepare(Call call) {
        View view = parts.kit().view(call);
        TrendQuery query = TrendQuery.read(call, parts, new CityScopes(parts.places(), parts.today()));
        if (!query.faults().isEmpty()) {
            throw ProblemException.ofField("?" + TrendQuery.FROM, view.text(query.faults().getFirst()));
        }
        return LivePart.prepare(parts.tags(), call, "", transaction -> LivePart.csv(
                query.metric().id() + "-" + query.from().label() + "-" + query.to().label(),
                new Trends(parts, view, transaction).draw(query).twin().csv()));
    }
}
