package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.phopay.adoption.AdoptionStore.CellRequests;
import vn.phopay.adoption.AdoptionStore.ScopePoint;
import vn.phopay.adoption.AdoptionStore.Scopes;
import vn.phopay.adoption.AdoptionStore.StandingCells;
import vn.phopay.adoption.AdoptionStore.StandingCounts;
import vn.phopay.adoption.KeptDays.PointDay;
import vn.phopay.db.Sql;

/** Reads what {@link KeepAdoptionDay} kept. Every future fails only on a database fault. */
final class KeptStore {
    /** The id under which the whole city is kept. */
    static final String CITY = "city";

    private static final Sql READ_KEPT_DAYS = Sql.load("adoption/read_kept_days");
    private static final Sql READ_KEPT_ACTIVE = Sql.load("adoption/read_kept_active");
    private static final Sql READ_KEPT_STANDING = Sql.load("adoption/read_kept_standing");
    private static final Sql READ_KEPT_CELLS = Sql.load("adoption/read_kept_cells");
    private static final Sql READ_KEPT_REQUESTS = Sql.load("adoption/read_kept_requests");
    private static final Sql READ_KEPT_AMOUNTS = Sql.load("adoption/read_kept_amounts");

    private final Pool pool;

    KeptStore(Pool pool) {
        this.pool = pool;
    }

    /** Cells of one day: active in 7 days, in 30 days, and standing. */
    record DayCells(List<Cell> active7d, List<Cell> active30d, StandingCells standing) {
        /** Active cells by the place of {@link AdoptionPeriods#activityWindows} in the list. */
        Map<Integer, List<Cell>> active() {
            return Map.of(0, active7d, 1, active30d);
        }
    }

    /** Which days of {@code range} are kept. */
    Future<KeptDays> days(DayRange range) {
        return READ_KEPT_DAYS.execute(pool, Tuple.of(range.from(), range.to())).map(rows -> {
            Set<LocalDate> upToDate = new HashSet<>();
            Optional<LocalDate> running = Optional.empty();
            for (Row row : rows) {
                LocalDate day = row.getLocalDate("business_date");
                if (row.getBoolean("up_to_date")) {
                    upToDate.add(day);
                }
                if (row.getBoolean("running")) {
                    running = Optional.of(day);
                }
            }
            return new KeptDays(upToDate, running);
        });
    }

    /** Outlets active in each of the points {@code kept}, which are places in {@code points}. */
    Future<Map<ScopePoint, Long>> active(List<DayRange> points, List<Integer> kept, List<String> placeIds) {
        if (kept.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        Tuple parameters = Tuple.tuple()
                .addArrayOfInteger(kept.toArray(Integer[]::new))
                .addArrayOfLocalDate(kept.stream().map(i -> points.get(i).to()).toArray(LocalDate[]::new))
                .addArrayOfInteger(kept.stream().map(i -> length(points.get(i))).toArray(Integer[]::new))
                .addArrayOfString(placeIds.toArray(String[]::new));
        return READ_KEPT_ACTIVE.execute(pool, parameters).map(rows -> {
            Map<ScopePoint, Long> active = new HashMap<>();
            rows.forEach(row -> active.put(
                    new ScopePoint(row.getString("place_id"), row.getInteger("point")), row.getLong("outlets")));
            return active;
        });
    }

    Future<Map<String, StandingCounts>> standing(LocalDate day, List<String> placeIds) {
        return READ_KEPT_STANDING.execute(pool, Tuple.of(day).addArrayOfString(placeIds.toArray(String[]::new)))
                .map(AdoptionStore::toStanding);
    }

    Future<DayCells> cells(LocalDate day) {
        return READ_KEPT_CELLS.execute(pool, Tuple.of(day)).map(rows -> {
            Function<String, List<Cell>> cells = count -> {
                List<Cell> list = new ArrayList<>(rows.size());
                rows.forEach(row -> list.add(AdoptionStore.toCell(row, count)));
                return list;
            };
            return new DayCells(
                    cells.apply("active_7"), cells.apply("active_30"),
                    new StandingCells(cells.apply("registered"), cells.apply("approved"), cells.apply("with_codes")));
        });
    }

    Future<List<CellRequests>> requests(LocalDate[] days) {
        return days.length == 0
                ? Future.succeededFuture(List.of())
                : READ_KEPT_REQUESTS
                        .execute(pool, Tuple.tuple().addArrayOfLocalDate(days))
                        .map(AdoptionStore::toRequests);
    }

    /** Adds the amounts of {@code days} to {@code spreads}. */
    Future<Void> addAmounts(Scopes scopes, List<PointDay> days, Map<ScopePoint, AmountSpread> spreads) {
        if (days.isEmpty()) {
            return Future.succeededFuture();
        }
        return READ_KEPT_AMOUNTS.execute(pool, AdoptionStore.scopesAndDays(scopes.kept(), days)).map(rows -> {
            rows.forEach(row -> spreads
                    .computeIfAbsent(AdoptionStore.toScopePoint(row), first -> new AmountSpread())
                    .add(row.getArrayOfLongs("amount_buckets"), row.getArrayOfLongs("amount_transactions")));
            return null;
        });
    }

    /** The places in {@code points} of those that are kept, or of the others. */
    static List<Integer> points(List<DayRange> points, KeptDays days, boolean kept) {
        return IntStream.range(0, points.size())
                .filter(i -> days.tellActive(points.get(i)) == kept)
                .boxed()
                .toList();
    }

    private static int length(DayRange point) {
        return Math.toIntExact(point.to().toEpochDay() - point.from().toEpochDay()) + 1;
    }
}
