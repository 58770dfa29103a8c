package vn.phopay.web.city;

import gg.jte.Content;
import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.metric.Metric;
import vn.phopay.web.PageKit;
import vn.phopay.web.View;

/**
 * GET /thanh-pho/xu-huong?chi-so=&amp;noi=&amp;ky=&amp;tu=&amp;den=: any metric over time, of up to four scopes. Days
 * that cannot be come back with 422 as they were typed, and the chart of the usual range.
 */
public final class GetTrendsPage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.TRENDS, Access.STAFF);
    private static final int UNPROCESSABLE = 422;

    private final CityParts parts;

    /** A page made of {@code parts}. */
    public GetTrendsPage(CityParts parts) {
        this.parts = parts;
    }

    /**
     * What the template shows.
     *
     * @param metric the metric
     * @param figures what is drawn, and what else can be
     */
    public record Model(Metric metric, Content figures) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        View view = parts.kit().view(call);
        CityScopes known = new CityScopes(parts.places(), parts.today());
        TrendQuery query = TrendQuery.read(call, parts, known);
        CityPart part = new CityPart(call, query.asked("trends"), client -> parts.kit().part(
                view, "city/trendspart", new Trends(parts, view, client).read(query, known)));
        int status = query.faults().isEmpty() ? 200 : UNPROCESSABLE;
        return parts.answers().page(() -> parts.kit().page(status, view, "city/trends",
                new Model(query.metric(), PageKit.content(parts.answers().shown(part)))));
    }
}
