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

/**
 * GET /thanh-pho?chi-so=: the city's numbers, its districts on a map and what lags. All staff see the city and all
 * districts; streets only those of their own districts.
 */
public final class GetOverviewPage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.OVERVIEW, Access.STAFF);

    private final CityParts parts;
    private final ReadOverview overview;

    /** A page made of {@code parts}. */
    public GetOverviewPage(CityParts parts) {
        this.parts = parts;
        this.overview = new ReadOverview(parts);
    }

    /**
     * What the template shows.
     *
     * @param metricId the metric of the map
     * @param figures the figures, as {@link GetOverviewLive} answers them
     */
    public record Model(String metricId, Content figures) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Metric metric = overview.metric(call);
        CityPart part = overview.part(call);
        return parts.answers().page(() -> parts.kit().page(parts.kit().view(call), "city/overview",
                new Model(metric.id(), PageKit.content(parts.answers().shown(part)))));
    }
}
