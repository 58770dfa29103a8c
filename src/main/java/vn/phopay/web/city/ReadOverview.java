package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import vn.phopay.access.Principal;
import vn.phopay.http.Call;
import vn.phopay.metric.Metric;
import vn.phopay.web.View;

/** Reads what the overview shows. */
final class ReadOverview {
    /** What the map shows where nothing is chosen. */
    private static final String METRIC_FIRST = "activeOutlets30";

    private final CityParts parts;

    ReadOverview(CityParts parts) {
        this.parts = parts;
    }

    /** The metric of the map; one that is not known is not found. */
    Metric metric(Call call) {
        return CityPath.districtMetric(call, parts.book(), METRIC_FIRST);
    }

    /** The figures of the overview. */
    CityPart part(Call call) {
        Metric metric = metric(call);
        View view = parts.kit().view(call);
        return new CityPart(call, List.of("overview", metric.id()), client -> parts.kit().part(
                view, "city/live", read(metric, view, client, call.principal())));
    }

    private OverviewModel read(Metric metric, View view, SqlClient client, Principal who) {
        return new OverviewModel(
                Future.await(parts.city().lastChange(client)),
                new CityTiles(parts, view, client).read(),
                new DistrictMaps(parts, view).read(client, metric),
                new ReadAttention(parts, view, client).read(who));
    }
}
