package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phopay.db.Sql;
import vn.phopay.time.BusinessDay;

/** Counts what is wrong with the data that figures are made of. Every future fails only on a database fault. */
public final class ReadDataQuality {
    private static final Sql COUNT_PLACES = Sql.load("programme/count_place_faults");
    private static final Sql COUNT_MONEY = Sql.load("programme/count_money_faults");
    private static final Sql READ_AGE = Sql.load("programme/read_figure_age");

    private final Clock clock;

    /** Counts as of the business day of {@code clock}. */
    public ReadDataQuality(Clock clock) {
        this.clock = clock;
    }

    /**
     * How old figures are.
     *
     * @param waiting age of the oldest payment that no figure holds; zero where none waits
     * @param figuresChangedAt when figures were last written; empty where never
     */
    public record Age(Duration waiting, Optional<Instant> figuresChangedAt) {}

    /**
     * Counts by item, of these districts; of the whole city where the set is empty, and only then what has no
     * district. What is wrong with outlets is told as it was kept last in a big city, see {@link KeepProgramme}.
     */
    public Future<Map<QualityItem, Long>> count(SqlClient client, Set<String> districtPlaceIds) {
        return countPlaces(client, districtPlaceIds).compose(places -> {
            Map<QualityItem, Long> counts = new EnumMap<>(QualityItem.class);
            add(counts, places.iterator().next());
            if (!districtPlaceIds.isEmpty()) {
                return Future.succeededFuture(counts);
            }
            return COUNT_MONEY.execute(client, Tuple.of(BusinessDay.of(clock.instant()))).map(money -> {
                add(counts, money.iterator().next());
                return counts;
            });
        });
    }

    private Future<RowSet<Row>> countPlaces(SqlClient client, Set<String> districtPlaceIds) {
        Tuple parameters = Tuple.of(BusinessDay.of(clock.instant()))
                .addArrayOfString(districtPlaceIds.toArray(String[]::new));
        return KeepProgramme.told(client, clock.instant())
                .compose(kept -> COUNT_PLACES.execute(client, parameters.addBoolean(kept)));
    }

    /** How old figures are. */
    public Future<Age> age(SqlClient client) {
        return READ_AGE.execute(client, Tuple.of(clock.instant().atOffset(ZoneOffset.UTC))).map(rows -> {
            Row row = rows.iterator().next();
            return new Age(Duration.ofSeconds(row.getLong("waiting_seconds")),
                    Optional.ofNullable(row.getOffsetDateTime("changed_at")).map(OffsetDateTime::toInstant));
        });
    }

    private static void add(Map<QualityItem, Long> counts, Row row) {
        for (QualityItem item : QualityItem.values()) {
            int column = row.getColumnIndex(item.name().toLowerCase(Locale.ROOT));
            if (column >= 0) {
                counts.put(item, row.getLong(column));
            }
        }
    }
}
