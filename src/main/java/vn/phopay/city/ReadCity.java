package vn.phopay.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.phopay.db.Sql;
import vn.phopay.place.PlaceKind;

/** Reads what stands beside the figures. Every future fails only on a database fault. */
public final class ReadCity {
    private static final Sql READ_PREMISES = Sql.load("city/read_premises");
    private static final Sql COUNT_OPEN_WORK = Sql.load("city/count_open_work");
    private static final Sql READ_LAST_CHANGE = Sql.load("city/read_last_change");

    /** The denominators that hold on {@code day} of all places of {@code kind}, by place id. */
    public Future<Map<String, Baseline>> baselines(SqlClient client, PlaceKind kind, LocalDate day) {
        return READ_PREMISES.execute(client, Tuple.of(kind.name(), day)).map(rows -> {
            Map<String, Baseline> places = new LinkedHashMap<>();
            rows.forEach(row -> places.put(row.getString("place_id"), baseline(row)));
            return places;
        });
    }

    /** What waits for somebody. */
    public Future<OpenWork> openWork(SqlClient client) {
        return COUNT_OPEN_WORK.execute(client).map(rows -> {
            Row row = rows.iterator().next();
            return new OpenWork(row.getLong("cases"), row.getLong("reports"));
        });
    }

    /** When any figure last changed. */
    public Future<Instant> lastChange(SqlClient client) {
        return READ_LAST_CHANGE.execute(client)
                .map(rows -> rows.iterator().next().getOffsetDateTime("changed_at").toInstant());
    }

    private static Baseline baseline(Row row) {
        return new Baseline(row.getString("place_id"), row.getLong("premises"), row.getBigDecimal("target_rate"),
                row.getLocalDate("valid_from"), row.getString("source"));
    }
}
