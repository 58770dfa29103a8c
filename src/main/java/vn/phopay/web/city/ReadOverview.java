package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
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

    /** Waits on futures: call it on a virtual thread. */
    OverviewModel read(Call call, View view, SqlClient client) {
        Metric metric = metric(call);
        return new OverviewModel(
                Future.await(parts.city().lastChange(client)),
                new CityTiles(parts, view, client).read(),
                new DistrictMaps(parts, view).read(client, metric),
                new ReadAttention(parts, view, client).read(call.principal()));
    }
}
