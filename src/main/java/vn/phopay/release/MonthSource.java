package vn.phopay.release;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phopay.adoption.Interval;
import vn.phopay.db.Sql;
import vn.phopay.disclosure.Area;
import vn.phopay.disclosure.Contribution;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.disclosure.Scope;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.figure.ReadFigures;
import vn.phopay.metric.ScopeKind;
import vn.phopay.time.BusinessDay;

/** Reads everything that a month's release is made from, through one transaction that sees one moment. */
final class MonthSource {
    private static final Sql LIST_TAKINGS = Sql.load("release/list_takings");
    private static final Sql LIST_ACTIVE = Sql.load("release/list_active");
    private static final Sql LIST_STANDING = Sql.load("release/list_standing");
    private static final Sql LIST_REQUESTS = Sql.load("release/list_requests");
    private static final Sql LIST_BASELINES = Sql.load("release/list_baselines");
    private static final Sql READ_QUALITY = Sql.load("release/read_quality");
    private static final int HABIT_DAYS = 8;

    private final ReadFigures figures = new ReadFigures();
    private final ReleaseScopes scopes;

    MonthSource(ReleaseScopes scopes) {
        this.scopes = scopes;
    }

    /**
     * What a release is made from, before disclosure.
     *
     * @param month the month
     * @param figures figures of every scope, in the order in which files have them
     * @param cells the shops behind them
     * @param baselines denominators of places, by place id
     * @param quality how complete it is
     */
    record Facts(YearMonth month, Map<ReleaseScope, Figures> figures, Map<Population, MonthCells> cells,
                 Map<String, Baseline> baselines, ReleaseQuality quality) {}

    /** Reads a month; empty where its figures were not computed. Runs on a virtual thread. */
    Optional<Facts> read(SqlConnection transaction, YearMonth month) {
        Period period = Period.of(Interval.MONTH, month.atDay(1));
        if (!await(figures.settled(transaction, period))) {
            return Optional.empty();
        }
        Map<String, Figures> idToFigures = new HashMap<>();
        for (ScopeKind kind : ReleaseScopes.KINDS) {
            idToFigures.putAll(await(figures.across(transaction, kind, period)));
        }
        if (!idToFigures.containsKey(Figures.CITY)) {
            return Optional.empty();
        }
        Map<ReleaseScope, Figures> ordered = new LinkedHashMap<>();
        scopes.of(month.atEndOfMonth(), idToFigures.keySet()).forEach(scope -> ordered.put(scope,
                idToFigures.getOrDefault(scope.id(), Figures.none(scope.id(), period))));
        return Optional.of(new Facts(month, ordered, cells(transaction, month),
                baselines(transaction, month.atEndOfMonth()), quality(transaction, month)));
    }

    private Map<Population, MonthCells> cells(SqlConnection transaction, YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        Map<Population, MonthCells> cells = new EnumMap<>(Population.class);
        Reader reader = new Reader(transaction, month);
        cells.put(Population.PAID, reader.list(LIST_TAKINGS, Tuple.of(first, last)));
        cells.put(Population.ACTIVE_7, reader.list(LIST_ACTIVE, Tuple.of(last.minusDays(6), last, 1)));
        cells.put(Population.ACTIVE_30, reader.list(LIST_ACTIVE, Tuple.of(last.minusDays(29), last, 1)));
        cells.put(Population.HABITUAL, reader.list(LIST_ACTIVE, Tuple.of(last.minusDays(27), last, HABIT_DAYS)));
        cells.put(Population.REGISTERED, reader.list(LIST_STANDING, standing(last, false)));
        cells.put(Population.APPROVED, reader.list(LIST_STANDING, standing(last, true)));
        cells.put(Population.REQUESTING, reader.list(LIST_REQUESTS, Tuple.of(first, last)));
        return cells;
    }

    private static Tuple standing(LocalDate last, boolean approvedOnly) {
        return Tuple.of(last, BusinessDay.startOf(last.plusDays(1)).atOffset(ZoneOffset.UTC), approvedOnly);
    }

    private static Map<String, Baseline> baselines(SqlConnection transaction, LocalDate day) {
        Map<String, Baseline> baselines = new HashMap<>();
        await(LIST_BASELINES.execute(transaction, Tuple.of(day))).forEach(row -> baselines.put(
                row.getString("place_id"), new Baseline(row.getLocalDate("valid_from"), row.getLong("premises"),
                        Optional.ofNullable(row.getBigDecimal("target_rate")), row.getString("source"))));
        return baselines;
    }

    private static ReleaseQuality quality(SqlConnection transaction, YearMonth month) {
        Row row = await(READ_QUALITY.execute(transaction, Tuple.of(month.atDay(1), month.atEndOfMonth())))
                .iterator().next();
        return new ReleaseQuality(month.lengthOfMonth(), row.getInteger("days_sealed"), row.getInteger("banks"),
                row.getInteger("statements_missing"), row.getLong("received"), row.getLong("matched"));
    }

    /** Reads contributions of one month; areas that are alike are one object. */
    private final class Reader {
        private final SqlConnection transaction;
        private final YearMonth month;
        private final Map<List<String>, Area> rowToArea = new HashMap<>();

        Reader(SqlConnection transaction, YearMonth month) {
            this.transaction = transaction;
            this.month = month;
        }

        MonthCells list(Sql sql, Tuple parameters) {
            List<Contribution> contributions = new ArrayList<>();
            await(sql.execute(transaction, parameters)).forEach(row -> contributions.add(new Contribution(
                    ReleaseSecrets.pseudonym(row.getUUID("merchant_id")), area(row), row.getLong("amount_vnd"),
                    row.getLong("things"))));
            return new MonthCells(month, contributions);
        }

        private Area area(Row row) {
            return rowToArea.computeIfAbsent(List.of(row.getString("district_place_id"),
                    row.getString("ward_place_id"), row.getString("street_place_id"),
                    row.getString("category_code")), this::area);
        }

        private Area area(List<String> row) {
            Set<Scope> inside = new HashSet<>();
            if (!row.get(0).isEmpty()) {
                inside.add(Scope.district(row.get(0)));
            }
            if (!row.get(1).isEmpty()) {
                inside.add(Scope.ward(row.get(1)));
            }
            if (!row.get(2).isEmpty()) {
                inside.add(Scope.street(row.get(2)));
                scopes.zonesOf(row.get(2), month.atEndOfMonth()).forEach(zone -> inside.add(Scope.zone(zone)));
            }
            inside.add(Scope.category(ReleaseScopes.categoryId(row.get(3))));
            return new Area(inside);
        }
    }
}
