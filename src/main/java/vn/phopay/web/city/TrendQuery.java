package vn.phopay.web.city;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.phopay.access.Principal;
import vn.phopay.adoption.Interval;
import vn.phopay.chart.LineChart;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.http.Call;
import vn.phopay.metric.Formula;
import vn.phopay.metric.Metric;
import vn.phopay.metric.ScopeKind;
import vn.phopay.metric.Unit;
import vn.phopay.web.PageKit;

/**
 * What a trend is asked for.
 *
 * @param metric what is counted
 * @param interval how long a point is
 * @param scopes for what, at most four; those that the metric is not kept for are left out
 * @param from first period
 * @param to last period
 * @param faults keys of messages about what was typed and cannot be; empty for none
 * @param typed the days as they were typed
 */
record TrendQuery(
        Metric metric,
        Interval interval,
        List<String> scopes,
        Period from,
        Period to,
        List<String> faults,
        Typed typed) {
    static final String SCOPE = "noi";
    static final String INTERVAL = "ky";
    static final String FROM = "tu";
    static final String TO = "den";
    /** More points than this are not drawn at a time: a year of days and a month to compare it with. */
    static final int POINTS_MAX = 400;

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    TrendQuery {
        scopes = List.copyOf(scopes);
        faults = List.copyOf(faults);
    }

    /**
     * Days as they were typed.
     *
     * @param from first day; empty for the usual one
     * @param to last day; empty for today
     */
    record Typed(String from, String to) {}

    /** Reads {@code call}; what is no metric or interval is not found, days that cannot be are told as faults. */
    static TrendQuery read(Call call, CityParts parts, CityScopes known) {
        LocalDate today = parts.today();
        Metric metric = call.queryParameter(CityPath.METRIC)
                .map(id -> parts.book().find(id).filter(TrendQuery::isDrawn).orElseThrow(CityPath::notFound))
                .orElseGet(() -> parts.book().require("activeOutlets30"));
        Interval interval = call.queryParameter(INTERVAL)
                .map(text -> Interval.parse(text).orElseThrow(CityPath::notFound))
                .orElse(Interval.DAY);
        List<String> faults = new ArrayList<>();
        Typed typed = new Typed(call.queryParameter(FROM).orElse(""), call.queryParameter(TO).orElse(""));
        Optional<LocalDate> to = day(typed.to(), faults);
        Optional<LocalDate> from = day(typed.from(), faults);
        Period last = Period.of(interval, to.filter(day -> !day.isAfter(today)).orElse(today));
        Period first = from.map(day -> Period.of(interval, day)).orElse(last.plus(-usual(interval)));
        if (first.compareTo(last) > 0 || first.plus(POINTS_MAX - 1L).compareTo(last) < 0) {
            faults.add("city.trends.range");
            first = last.plus(-usual(interval));
        }
        return new TrendQuery(metric, interval, scopes(call, metric, known), first, last, faults, typed);
    }

    /** Whether it has values of its own to draw; ranks and dates have none. */
    static boolean isDrawn(Metric metric) {
        return !(metric.formula() instanceof Formula.Derived) && metric.unit() != Unit.DATE;
    }

    private static long usual(Interval interval) {
        return switch (interval) {
            case DAY -> 89;
            case WEEK -> 51;
            case MONTH -> 23;
        };
    }

    private static Optional<LocalDate> day(String typed, List<String> faults) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (!day.isBefore(FIRST_DAY) && day.getYear() <= 2099) {
                return Optional.of(day);
            }
        } catch (DateTimeException noDay) {
            // Said below.
        }
        faults.add("city.trends.day");
        return Optional.empty();
    }

    private static List<String> scopes(Call call, Metric metric, CityScopes known) {
        Principal who = call.principal();
        List<String> asked = call.query().getAll(SCOPE).stream().filter(id -> !id.isBlank()).distinct().toList();
        if (asked.stream().anyMatch(id -> !known.isSeen(id, who))) {
            throw CityPath.notFound();
        }
        List<String> kept = asked.stream()
                .filter(id -> metric.scopes().contains(CityScopes.kind(id)))
                .limit(LineChart.LINES_MAX)
                .toList();
        boolean hasCity = metric.scopes().contains(ScopeKind.CITY);
        return kept.isEmpty() && hasCity ? List.of(Figures.CITY) : kept;
    }

    /** Everything that was asked for, by which the answer called {@code name} is kept. */
    List<?> asked(String name) {
        return List.of(name, metric.id(), interval, scopes, from, to, faults, typed);
    }

    /** The address of the same look at other scopes. */
    String with(List<String> others) {
        return CityPath.TRENDS + "?" + query(others);
    }

    /** The address of its file. */
    String csv() {
        return CityPath.TRENDS + ".csv?" + query(scopes);
    }

    private String query(List<String> ids) {
        String days = (typed.from().isEmpty() ? "" : "&" + FROM + "=" + PageKit.encode(typed.from()))
                + (typed.to().isEmpty() ? "" : "&" + TO + "=" + PageKit.encode(typed.to()));
        return CityPath.METRIC + "=" + metric.id() + "&" + INTERVAL + "=" + interval.name().toLowerCase(Locale.ROOT)
                + days + ids.stream().map(id -> "&" + SCOPE + "=" + PageKit.encode(id)).collect(Collectors.joining());
    }
}
