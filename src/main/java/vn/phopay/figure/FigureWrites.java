package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import vn.phopay.adoption.Interval;
import vn.phopay.db.Sql;

/**
 * Writes what was computed. It comes last in a transaction and is short: from its first write on, the transaction holds
 * back whoever reads only what is older than every running one. Waits on futures.
 */
final class FigureWrites {
    private static final Sql SAVE_FIGURES = Sql.load("figure/save_figures");
    private static final Sql DELETE_FIGURES = Sql.load("figure/delete_figures");
    private static final Sql DELETE_SKETCHES = Sql.load("figure/delete_sketches");
    private static final Sql SAVE_SKETCHES = Sql.load("figure/save_sketches");
    private static final Sql SAVE_FIRST_PAYMENTS = Sql.load("figure/save_first_payments");
    private static final Sql FINISH_DAY = Sql.load("figure/finish_day");
    private static final Sql BUMP_EDITION = Sql.load("figure/bump_edition");

    private final SqlConnection connection;
    private final OffsetDateTime now;

    FigureWrites(SqlConnection connection, OffsetDateTime now) {
        this.connection = connection;
        this.now = now;
    }

    /** Writes the figures of the periods; tells whether any figure changed. */
    boolean save(Map<Period, Map<String, Map<String, Long>>> periods) {
        List<String> scopes = new ArrayList<>();
        List<String> intervals = new ArrayList<>();
        List<LocalDate> starts = new ArrayList<>();
        List<String> measures = new ArrayList<>();
        long deleted = 0;
        for (Map.Entry<Period, Map<String, Map<String, Long>>> entry : periods.entrySet()) {
            Period period = entry.getKey();
            entry.getValue().forEach((scope, values) -> {
                scopes.add(scope);
                intervals.add(period.interval().name());
                starts.add(period.start());
                measures.add(new JsonObject(new TreeMap<>(values)).encode());
            });
            deleted += deleteOthers(period, entry.getValue());
        }
        long changed = Future.await(SAVE_FIGURES.execute(connection, Tuple.of(
                        scopes.toArray(String[]::new), intervals.toArray(String[]::new),
                        starts.toArray(LocalDate[]::new), measures.toArray(String[]::new), now)))
                .iterator()
                .next()
                .getLong("changed");
        return changed + deleted > 0;
    }

    private int deleteOthers(Period period, Map<String, Map<String, Long>> scopes) {
        return Future.await(DELETE_FIGURES.execute(connection, Tuple.of(
                        period.interval().name(), period.start(), scopes.keySet().toArray(String[]::new))))
                .rowCount();
    }

    /** Writes the sketches of a day. */
    void save(LocalDate day, Map<String, Map<SketchName, Buffer>> sketches) {
        List<String> scopes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Buffer> bytes = new ArrayList<>();
        sketches.forEach((scope, named) -> named.forEach((name, sketch) -> {
            scopes.add(scope);
            names.add(name.name());
            bytes.add(sketch);
        }));
        Future.await(DELETE_SKETCHES.execute(connection, Tuple.of(day)));
        Future.await(SAVE_SKETCHES.execute(connection, Tuple.of(
                scopes.toArray(String[]::new), names.toArray(String[]::new), bytes.toArray(Buffer[]::new), day)));
    }

    /** Writes which outlets were paid for the first time on {@code day}, and when. */
    void saveFirstPayments(LocalDate day, Map<UUID, OffsetDateTime> outletToPaidAt) {
        UUID[] outlets = outletToPaidAt.keySet().stream().sorted().toArray(UUID[]::new);
        OffsetDateTime[] times = Arrays.stream(outlets).map(outletToPaidAt::get).toArray(OffsetDateTime[]::new);
        Future.await(SAVE_FIRST_PAYMENTS.execute(connection, Tuple.of(day, outlets, times)));
    }

    /** Says that the day is up to date, and where figures changed, that they did. */
    void finish(LocalDate day, boolean changed) {
        Future.await(FINISH_DAY.execute(connection, Tuple.of(day, now)));
        if (changed) {
            Future.await(BUMP_EDITION.execute(connection, Tuple.of(now)));
        }
    }

    /** The periods in which a day lies, itself first. */
    static List<Period> periods(LocalDate day) {
        return List.of(Period.of(Interval.DAY, day), Period.of(Interval.WEEK, day), Period.of(Interval.MONTH, day));
    }
}
