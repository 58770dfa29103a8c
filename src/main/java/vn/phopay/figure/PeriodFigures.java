package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.phopay.adoption.DayRange;
import vn.phopay.adoption.Interval;
import vn.phopay.db.Sql;
import vn.phopay.figure.Measure.Kind;
import vn.phopay.metric.ScopeKind;

/**
 * The figures of the week and month in which a computed day lies: sums of their days, what stood on the last day that
 * is
 * computed, and quantiles out of the days' sketches, merged in the order of days. Waits on futures.
 */
final class PeriodFigures {
    private static final Sql READ_LAST_DAY = Sql.load("figure/read_last_day");
    private static final Sql READ_SUMS = Sql.load("figure/read_period_sums");
    private static final Sql READ_FIGURES = Sql.load("figure/read_day_figures");
    private static final Sql READ_SKETCHES = Sql.load("figure/read_sketches");
    private static final String[] SUMS = ids(Kind.SUM);
    private static final List<String> LASTS = List.of(ids(Kind.LAST));
    private static final List<String> DISCLOSURES = List.of(ids(Kind.DISCLOSURE));

    private final SqlConnection connection;
    private final ComputedDay computed;

    PeriodFigures(SqlConnection connection, ComputedDay computed) {
        this.connection = connection;
        this.computed = computed;
    }

    /**
     * What was computed of a day.
     *
     * @param day which
     * @param measures by scope and name
     * @param sketches by scope and name, as they are kept
     */
    record ComputedDay(
            LocalDate day, Map<String, Map<String, Long>> measures, Map<String, Map<SketchName, Buffer>> sketches) {}

    /** Until which day disclosure measures count; nothing to count leaves them as they are. */
    record Contributors(boolean count, LocalDate upto, ReleasedMonths released) {}

    /** The measures of every scope of the period. */
    Map<String, Map<String, Long>> of(Period period, Contributors contributors) {
        Map<String, Map<String, Long>> all = sums(period);
        addLast(period, all);
        addQuantiles(period, all);
        if (period.interval() == Interval.MONTH) {
            addContributors(period, contributors, all);
        }
        return all;
    }

    private Map<String, Map<String, Long>> sums(Period period) {
        Map<String, Map<String, Long>> all = new HashMap<>();
        for (Row row : rows(READ_SUMS, Tuple.of(period.start(), period.end(), computed.day(), SUMS))) {
            all.computeIfAbsent(row.getString("scope_id"), first -> new HashMap<>())
                    .put(row.getString("measure"), row.getLong("value"));
        }
        computed.measures().forEach((scope, measures) -> {
            Map<String, Long> sums = all.computeIfAbsent(scope, first -> new HashMap<>());
            for (String sum : SUMS) {
                if (measures.containsKey(sum)) {
                    sums.merge(sum, measures.get(sum), Long::sum);
                }
            }
        });
        return all;
    }

    private void addLast(Period period, Map<String, Map<String, Long>> all) {
        LocalDate last = rows(READ_LAST_DAY, Tuple.of(period.start(), period.end(), computed.day()))
                .iterator()
                .next()
                .getLocalDate("last_day");
        Map<String, Map<String, Long>> standing =
                last.equals(computed.day()) ? computed.measures() : kept(Interval.DAY, last);
        standing.forEach((scope, measures) -> copy(LASTS, measures, all.getOrDefault(scope, new HashMap<>())));
    }

    private Map<String, Map<String, Long>> kept(Interval interval, LocalDate start) {
        Map<String, Map<String, Long>> kept = new HashMap<>();
        for (Row row : rows(READ_FIGURES, Tuple.of(interval.name(), start))) {
            Map<String, Long> measures = new HashMap<>();
            row.get(JsonObject.class, "measures")
                    .forEach(entry -> measures.put(entry.getKey(), ((Number) entry.getValue()).longValue()));
            kept.put(row.getString("scope_id"), measures);
        }
        return kept;
    }

    private static void copy(List<String> names, Map<String, Long> from, Map<String, Long> to) {
        for (String name : names) {
            if (from.containsKey(name)) {
                to.put(name, from.get(name));
            }
        }
    }

    private void addQuantiles(Period period, Map<String, Map<String, Long>> all) {
        Map<String, Map<SketchName, SortedMap<LocalDate, Buffer>>> days = new HashMap<>();
        for (Row row : rows(READ_SKETCHES, Tuple.of(period.start(), period.end(), computed.day()))) {
            SketchName name = SketchName.valueOf(row.getString("name"));
            dayToBytes(days, row.getString("scope_id"), name)
                    .put(row.getLocalDate("business_date"), row.getBuffer("sketch"));
        }
        computed.sketches().forEach((scope, sketches) ->
                sketches.forEach((name, bytes) -> dayToBytes(days, scope, name).put(computed.day(), bytes)));
        days.forEach((scope, sketches) -> sketches.forEach((name, dayToBytes) -> {
            ValueSketch merged = new ValueSketch();
            dayToBytes.values().forEach(bytes -> merged.merge(ValueSketch.of(bytes)));
            name.tell(merged, all.computeIfAbsent(scope, first -> new HashMap<>()));
        }));
    }

    private static SortedMap<LocalDate, Buffer> dayToBytes(
            Map<String, Map<SketchName, SortedMap<LocalDate, Buffer>>> days, String scope, SketchName name) {
        return days.computeIfAbsent(scope, first -> new EnumMap<>(SketchName.class))
                .computeIfAbsent(name, first -> new TreeMap<>());
    }

    private void addContributors(Period period, Contributors contributors, Map<String, Map<String, Long>> all) {
        LocalDate to = contributors.upto().isBefore(period.end()) ? contributors.upto() : period.end();
        List<String> places = new ArrayList<>(all.keySet());
        places.removeIf(id -> id.equals(Figures.CITY) || DayScopes.kindOf(id) == ScopeKind.BANK);
        DayScopes scopes = new DayScopes(places, FigurePlaces.streetMembers(connection, to));
        Map<String, Map<String, Long>> counted = contributors.count()
                ? MonthContributors.read(
                        connection, scopes, new DayRange(period.start(), to), contributors.released())
                : keptContributors(period, scopes);
        counted.forEach((scope, measures) -> copy(DISCLOSURES, measures, all.getOrDefault(scope, new HashMap<>())));
    }

    /** As they were counted last; a scope that came since has none. Empty where they never were. */
    private Map<String, Map<String, Long>> keptContributors(Period period, DayScopes scopes) {
        Map<String, Map<String, Long>> kept = kept(Interval.MONTH, period.start());
        if (!kept.getOrDefault(Figures.CITY, Map.of()).containsKey(Measure.CONTRIBUTORS.id())) {
            return Map.of();
        }
        MonthContributors.none(scopes, YearMonth.from(period.start())).forEach((scope, none) -> {
            Map<String, Long> measures = new HashMap<>(none);
            measures.putAll(kept.getOrDefault(scope, Map.of()));
            kept.put(scope, measures);
        });
        return kept;
    }

    private Iterable<Row> rows(Sql sql, Tuple parameters) {
        return Future.await(sql.execute(connection, parameters));
    }

    private static String[] ids(Kind kind) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.kind() == kind)
                .map(Measure::id)
                .toArray(String[]::new);
    }
}
