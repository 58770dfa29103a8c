package vn.phopay.web.city;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.web.PageKit;

/** GET /chi-so/{id}: what a metric says, how it is counted, and what it does not say. Anyone may read it. */
public final class GetMetricPage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.METRICS + "/{id}", Access.ANYONE);

    private final PageKit kit;
    private final MetricBook book;

    /** Shows the metrics of {@code book}. */
    public GetMetricPage(PageKit kit, MetricBook book) {
        this.kit = kit;
        this.book = book;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Metric metric = book.find(call.path("id")).orElseThrow(CityPath::notFound);
        return Future.succeededFuture(MetricAnswer.of(
                call, kit.page(kit.view(call), "city/metric", new MetricModel(metric, book))));
    }
}
