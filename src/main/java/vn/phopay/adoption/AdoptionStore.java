package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.adoption.KeptDays.PointDay;
import vn.phopay.db.Sql;
import vn.phopay.time.BusinessDay;

/** Reads the rollups. Every future fails only on a database fault. */
final class AdoptionStore {
    private static final Sql READ_DISTRICTS = Sql.load("adoption/read_districts");
    private static final Sql READ_PLACES_INSIDE = Sql.load("adoption/read_places_inside");
    private static final Sql READ_STREET = Sql.load("adoption/read_street");
    private static final Sql READ_WATERMARK = Sql.load("adoption/read_watermark");
    private static final Sql READ_SUMS = Sql.load("adoption/read_place_sums");
    private static final Sql READ_AMOUNTS = Sql.load("adoption/read_place_amounts");
    private static final Sql READ_MONTH_AMOUNTS = Sql.load("adoption/read_place_month_amounts");
    private static final Sql READ_CELLS = Sql.load("adoption/read_cells");
    private static final Sql READ_DISTRICT_CELLS = Sql.load("adoption/read_district_cells");
    private static final Sql READ_ACTIVE_BY_DISTRICT = Sql.load("adoption/read_active_by_district");
    private static final Sql READ_ACTIVE_BY_PLACE = Sql.load("adoption/read_active_by_place");
    private static final Sql READ_ACTIVE_IN_CITY = Sql.load("adoption/read_active_in_city");
    private static final Sql READ_ACTIVE_CELLS = Sql.load("adoption/read_active_cells");
    private static final Sql READ_STANDING_CELLS = Sql.load("adoption/read_standing_cells");
    private static final Sql READ_STANDING_BY_DISTRICT = Sql.load("adoption/read_standing_by_district");
    private static final Sql READ_STANDING_BY_PLACE = Sql.load("adoption/read_standing_by_place");
    private static final Sql READ_REQUESTS = Sql.load("adoption/read_requests");

    private final Pool pool;
    private final SharedReads<List<DayRange>, Map<ScopePoint, Long>> districtActivity = new SharedReads<>();
    private final SharedReads<List<DayRange>, Map<Integer, List<Cell>>> cellActivity = new SharedReads<>();
    private final SharedReads<LocalDate, Map<String, StandingCounts>> districtStanding = new SharedReads<>();
    private final SharedReads<LocalDate, StandingCells> cellStanding = new SharedReads<>();

    AdoptionStore(Pool pool) {
        this.pool = pool;
    }

    /** Which place ids are summed under which name. */
    record Scopes(String[] scopes, String[] placeIds) {
        /** Each place for itself. */
        static Scopes each(List<AdoptionPlace> places) {
            String[] ids = ids(places);
            return new Scopes(ids, ids);
        }

        /** All places together, under the empty name. */
        static Scopes together(List<AdoptionPlace> places) {
            String[] scopes = places.stream().map(place -> "").toArray(String[]::new);
            return new Scopes(scopes, ids(places));
        }

        /** The same in what is kept, where the whole city stands under one id. */
        Scopes kept() {
            boolean together = scopes.length > 0 && scopes[0].isEmpty();
            return together ? new Scopes(new String[] {""}, new String[] {KeptStore.CITY}) : this;
        }

        private static String[] ids(List<AdoptionPlace> places) {
            return places.stream().map(AdoptionPlace::placeId).toArray(String[]::new);
        }
    }

    /** A place, or the city (empty), and a point of a series. */
    record ScopePoint(String scope, int point) {}

    /** Credits and their sum. */
    record Sums(long transactions, long amountVnd) {
        static final Sums NONE = new Sums(0, 0);
    }

    /** Merchants and codes of a place, and the outlets behind each count. */
    record StandingCounts(
            long registered, long approved, long codes, long registeredOutlets, long approvedOutlets,
            long outletsWithCodes) {
        static final StandingCounts NONE = new StandingCounts(0, 0, 0, 0, 0, 0);
    }

    /** Requests issued in one cell on one day, and how many of them are paid. */
    record CellRequests(LocalDate day, Cell cell, long issued, long paid) {}

    /** Cells by what they were counted for. */
    record StandingCells(List<Cell> registered, List<Cell> approved, List<Cell> withCodes) {}

    Future<List<AdoptionPlace>> districts(LocalDate asOf) {
        return READ_DISTRICTS.execute(pool, Tuple.of(asOf)).map(rows -> list(rows, AdoptionStore::toPlace));
    }

    Future<List<AdoptionPlace>> placesInside(String districtPlaceId, LocalDate asOf) {
        return READ_PLACES_INSIDE.execute(pool, Tuple.of(districtPlaceId, asOf))
                .map(rows -> list(rows, AdoptionStore::toPlace));
    }

    Future<Optional<AdoptionPlace>> street(String code) {
        return READ_STREET.execute(pool, Tuple.of(code))
                .map(rows -> list(rows, AdoptionStore::toPlace).stream().findFirst());
    }

    Future<Instant> foldedAt() {
        return READ_WATERMARK.execute(pool)
                .map(rows -> rows.iterator().next().getOffsetDateTime("folded_at").toInstant());
    }

    Future<Map<ScopePoint, Sums>> sums(Scopes scopes, List<DayRange> points) {
        return READ_SUMS.execute(pool, scopesAndPoints(scopes, points)).map(rows -> map(
                rows,
                AdoptionStore::toScopePoint,
                row -> new Sums(row.getLong("transactions"), row.getLong("amount_vnd"))));
    }

    /** Adds the amounts of {@code days} to {@code spreads}. */
    Future<Void> addAmounts(Scopes scopes, List<PointDay> days, Map<ScopePoint, AmountSpread> spreads) {
        if (days.isEmpty()) {
            return Future.succeededFuture();
        }
        return READ_AMOUNTS.execute(pool, scopesAndDays(scopes, days)).map(rows -> add(rows, spreads));
    }

    /** Adds the amounts of whole {@code months}, each given by its first day, to {@code spreads}. */
    Future<Void> addMonthAmounts(Scopes scopes, List<PointDay> months, Map<ScopePoint, AmountSpread> spreads) {
        if (months.isEmpty()) {
            return Future.succeededFuture();
        }
        return READ_MONTH_AMOUNTS.execute(pool, scopesAndDays(scopes, months)).map(rows -> add(rows, spreads));
    }

    private static @Nullable Void add(RowSet<Row> rows, Map<ScopePoint, AmountSpread> spreads) {
        rows.forEach(row -> spreads.computeIfAbsent(toScopePoint(row), first -> new AmountSpread())
                .add(row.getLong("amount_bucket"), row.getLong("transactions")));
        return null;
    }

    /** Cells of each day that has any; by {@code wholeDistricts} without wards and streets. */
    Future<Map<LocalDate, List<Cell>>> cells(DayRange range, boolean wholeDistricts) {
        Sql sql = wholeDistricts ? READ_DISTRICT_CELLS : READ_CELLS;
        return sql.execute(pool, Tuple.of(range.from(), range.to())).map(rows -> {
            Map<LocalDate, List<Cell>> days = new HashMap<>();
            rows.forEach(row -> days.computeIfAbsent(row.getLocalDate("business_date"), day -> new ArrayList<>())
                    .add(toCell(row, "outlets")));
            return days;
        });
    }

    Future<Map<ScopePoint, Long>> activeByDistrict(List<DayRange> points) {
        return districtActivity.read(
                points, () -> READ_ACTIVE_BY_DISTRICT.execute(pool, windows(points)).map(AdoptionStore::toActive));
    }

    Future<Map<ScopePoint, Long>> activeByPlace(List<DayRange> points, List<AdoptionPlace> places) {
        Tuple parameters = windows(points).addArrayOfString(Scopes.ids(places));
        return READ_ACTIVE_BY_PLACE.execute(pool, parameters).map(AdoptionStore::toActive);
    }

    Future<Map<ScopePoint, Long>> activeInCity(List<DayRange> points) {
        return READ_ACTIVE_IN_CITY.execute(pool, windows(points)).map(AdoptionStore::toActive);
    }

    /** Cells of each point, by its place in the list. */
    Future<Map<Integer, List<Cell>>> activeCells(List<DayRange> points) {
        return cellActivity.read(
                points, () -> READ_ACTIVE_CELLS.execute(pool, windows(points)).map(AdoptionStore::toActiveCells));
    }

    Future<Map<String, StandingCounts>> standingByDistrict(LocalDate day) {
        return districtStanding.read(
                day, () -> READ_STANDING_BY_DISTRICT.execute(pool, dayAndItsEnd(day)).map(AdoptionStore::toStanding));
    }

    Future<Map<String, StandingCounts>> standingByPlace(LocalDate day, List<AdoptionPlace> places) {
        Tuple parameters = dayAndItsEnd(day).addArrayOfString(Scopes.ids(places));
        return READ_STANDING_BY_PLACE.execute(pool, parameters).map(AdoptionStore::toStanding);
    }

    Future<StandingCells> standingCells(LocalDate day) {
        return cellStanding.read(
                day, () -> READ_STANDING_CELLS.execute(pool, dayAndItsEnd(day)).map(AdoptionStore::toStandingCells));
    }

    /** Requests issued on {@code days}, by day and cell. */
    Future<List<CellRequests>> requests(LocalDate[] days) {
        return days.length == 0
                ? Future.succeededFuture(List.of())
                : READ_REQUESTS.execute(pool, Tuple.tuple().addArrayOfLocalDate(days)).map(AdoptionStore::toRequests);
    }

    static List<CellRequests> toRequests(RowSet<Row> rows) {
        return list(
                rows,
                row -> new CellRequests(
                        row.getLocalDate("business_date"),
                        toCell(row, "outlets"),
                        row.getLong("issued"),
                        row.getLong("paid")));
    }

    static Tuple scopesAndDays(Scopes scopes, List<PointDay> days) {
        return Tuple.tuple()
                .addArrayOfString(scopes.scopes())
                .addArrayOfString(scopes.placeIds())
                .addArrayOfInteger(PointDay.points(days))
                .addArrayOfLocalDate(PointDay.days(days));
    }

    static List<String> ids(List<AdoptionPlace> places) {
        return places.stream().map(AdoptionPlace::placeId).toList();
    }

    private static Tuple scopesAndPoints(Scopes scopes, List<DayRange> points) {
        return Tuple.tuple()
                .addArrayOfString(scopes.scopes())
                .addArrayOfString(scopes.placeIds())
                .addArrayOfLocalDate(points.stream().map(DayRange::from).toArray(LocalDate[]::new))
                .addArrayOfLocalDate(points.stream().map(DayRange::to).toArray(LocalDate[]::new));
    }

    private static Tuple windows(List<DayRange> points) {
        ActivityWindows windows = ActivityWindows.of(points);
        return Tuple.tuple()
                .addArrayOfInteger(windows.pointArray())
                .addArrayOfLocalDate(windows.monthArray())
                .addArrayOfInteger(windows.dayBitsArray());
    }

    private static Tuple dayAndItsEnd(LocalDate day) {
        OffsetDateTime end = BusinessDay.startOf(day.plusDays(1)).atOffset(ZoneOffset.UTC);
        return Tuple.of(day, end);
    }

    private static AdoptionPlace toPlace(Row row) {
        return new AdoptionPlace(
                row.getString("place_id"), row.getString("kind"), row.getString("code"), row.getString("name_vi"),
                row.getLong("premises"), row.getDouble("target"));
    }

    static Cell toCell(Row row, String count) {
        return new Cell(
                row.getString("district_place_id"), row.getString("ward_place_id"), row.getString("street_place_id"),
                row.getLong(count));
    }

    static ScopePoint toScopePoint(Row row) {
        return new ScopePoint(row.getString("scope"), ((Number) row.getValue("point")).intValue());
    }

    private static Map<ScopePoint, Long> toActive(RowSet<Row> rows) {
        return map(
                rows,
                row -> new ScopePoint(row.getString("place_id"), row.getInteger("point")),
                row -> row.getLong("outlets"));
    }

    private static Map<Integer, List<Cell>> toActiveCells(RowSet<Row> rows) {
        Map<Integer, List<Cell>> pointToCells = new HashMap<>();
        rows.forEach(row -> pointToCells.computeIfAbsent(row.getInteger("point"), point -> new ArrayList<>())
                .add(toCell(row, "outlets")));
        return pointToCells;
    }

    private static StandingCells toStandingCells(RowSet<Row> rows) {
        return new StandingCells(
                list(rows, row -> toCell(row, "registered")),
                list(rows, row -> toCell(row, "approved")),
                list(rows, row -> toCell(row, "with_codes")));
    }

    static Map<String, StandingCounts> toStanding(RowSet<Row> rows) {
        return map(rows, row -> row.getString("place_id"), row -> new StandingCounts(
                row.getLong("registered"), row.getLong("approved"), row.getLong("codes"),
                row.getLong("registered_outlets"), row.getLong("approved_outlets"),
                row.getLong("outlets_with_codes")));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(reader.apply(row)));
        return list;
    }

    private static <K, V> Map<K, V> map(RowSet<Row> rows, Function<Row, K> key, Function<Row, V> value) {
        Map<K, V> map = new HashMap<>();
        rows.forEach(row -> map.put(key.apply(row), value.apply(row)));
        return map;
    }
}
