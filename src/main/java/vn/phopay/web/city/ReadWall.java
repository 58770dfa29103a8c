package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.phopay.chart.ChartText;
import vn.phopay.chart.ColumnChart;
import vn.phopay.chart.Numbers;
import vn.phopay.city.ReadPulse;
import vn.phopay.http.Call;
import vn.phopay.metric.Unit;
import vn.phopay.web.View;

/** Reads what the wall shows. Waits on futures: call it on a virtual thread. */
final class ReadWall {
    private static final List<String> SHOWN = List.of("transactions", "amount", "penetration", "habitual");

    private final CityParts parts;
    private final ReadPulse pulse;

    ReadWall(CityParts parts, ReadPulse pulse) {
        this.parts = parts;
        this.pulse = pulse;
    }

    /** The figures of the wall in the running minute. */
    CityPart part(Call call) {
        View view = parts.kit().view(call);
        Instant minute = parts.clock().instant().truncatedTo(ChronoUnit.MINUTES);
        return new CityPart(call, List.of("wall", minute),
                client -> parts.kit().part(view, "city/walllive", read(view, client)));
    }

    private WallModel read(View view, SqlClient client) {
        List<Tile> tiles = new CityTiles(parts, view, client).read();
        return new WallModel(
                Future.await(parts.city().lastChange(client)),
                tiles.getFirst(),
                SHOWN.stream().flatMap(id -> tiles.stream().filter(tile -> tile.id().equals(id))).toList(),
                new DistrictMaps(parts, view).read(client, parts.book().require("activeOutlets30"), false).chart(),
                columns(view, Future.await(pulse.read(client))));
    }

    private static ColumnChart columns(View view, List<ReadPulse.Minute> minutes) {
        long all = minutes.stream().mapToLong(ReadPulse.Minute::payments).sum();
        List<ColumnChart.Column> columns = minutes.stream()
                .map(minute -> new ColumnChart.Column(view.time(minute.from()), BigDecimal.valueOf(minute.payments())))
                .toList();
        return new ColumnChart(
                new ChartText("pulse", view.text("city.wall.pulse", ReadPulse.MINUTES),
                        view.text("city.wall.pulse.description", view.number(all), ReadPulse.MINUTES)),
                new Numbers(view.language(), Unit.COUNT), columns);
    }
}
