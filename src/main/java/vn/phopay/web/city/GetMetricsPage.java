package vn.phopay.web.city;

import io.vertx.core.Future;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.Reply;
import vn.phopay.metric.MetricBook;
import vn.phopay.web.PageKit;

/** GET /chi-so: all metrics by what they belong to. Anyone may read them. */
public final class GetMetricsPage implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get(CityPath.METRICS, Access.ANYONE);

    private final PageKit kit;
    private final MetricListModel model;

    /** Lists the metrics of {@code book}. */
    public GetMetricsPage(PageKit kit, MetricBook book) {
        this.kit = kit;
        this.model = new MetricListModel(book);
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        return Future.succeededFuture(MetricAnswer.of(call, kit.page(kit.view(call), "city/metrics", model)));
    }
}
