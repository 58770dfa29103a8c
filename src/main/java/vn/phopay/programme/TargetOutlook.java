package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phopay.adoption.Interval;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.figure.ReadFigures;
import vn.phopay.figure.TargetForecast;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;
import vn.phopay.metric.Unit;
import vn.phopay.time.BusinessDay;

/** Says of targets how far away they are, and whether they are reached in time at the present slope. */
public final class TargetOutlook {
    private static final int RATE_DECIMALS = 4;
    private static final String PREMISES = "premises";
    private static final String ACTIVE = "activeOutlets30";

    private final ReadFigures figures;
    private final MetricBook metrics;
    private final Clock clock;

    /** Reads {@code figures} of the metrics in {@code metrics}. */
    public TargetOutlook(ReadFigures figures, MetricBook metrics, Clock clock) {
        this.figures = figures;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** How it stands about a target. */
    public enum State {
        /** It is reached. */
        REACHED,
        /** It is reached by its day, at the present slope. */
        ON_TRACK,
        /** It is reached at the present slope, but after its day. */
        LATE,
        /** Its day is over and it is not reached, whatever the slope. */
        OVERDUE,
        /** It is not reached at the present slope. */
        NOT_CLOSING,
        /** There are too few figures to say. */
        UNKNOWN
    }

    /**
     * What is to be said about a target.
     *
     * @param state how it stands
     * @param current the latest value
     * @param gap target less value; 0 where it is reached
     * @param closesOn when it is reached at the present slope
     */
    public record Outlook(
            State state, Optional<BigDecimal> current, Optional<BigDecimal> gap, Optional<LocalDate> closesOn) {
        static final Outlook UNKNOWN = new Outlook(State.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Each target with its outlook, in the order given; on a virtual thread. */
    public Map<Target, Outlook> of(SqlClient client, List<Target> targets) {
        Set<ScopeKind> kinds = targets.stream().map(target -> kind(target.placeId())).collect(Collectors.toSet());
        Map<ScopeKind, Map<String, List<Figures>>> kindToWeeks = new EnumMap<>(ScopeKind.class);
        kinds.forEach(kind -> kindToWeeks.put(kind, weeks(client, kind)));
        Map<Target, Outlook> outlooks = new LinkedHashMap<>();
        targets.forEach(target -> outlooks.put(target, outlook(target, kindToWeeks
                .getOrDefault(kind(target.placeId()), Map.of()).getOrDefault(target.placeId(), List.of()))));
        return outlooks;
    }

    /** What stands in {@code weeks}, which come in order, for {@code target}. */
    public Outlook outlook(Target target, List<Figures> weeks) {
        Metric metric = metrics.require(target.metric());
        Optional<BigDecimal> current = weeks.reversed().stream()
                .flatMap(week -> week.value(metric).stream()).findFirst();
        Optional<BigDecimal> aim = target.aim().value();
        if (current.isEmpty() || aim.isEmpty()) {
            return new Outlook(State.UNKNOWN, current, Optional.empty(), Optional.empty());
        }
        return forecast(target, metric, weeks)
                .map(forecast -> outlook(target, current.get(), forecast))
                .orElse(Outlook.UNKNOWN);
    }

    private Outlook outlook(Target target, BigDecimal current, TargetForecast.Forecast forecast) {
        BigDecimal gap = target.aim().value().orElseThrow().subtract(current).max(BigDecimal.ZERO);
        LocalDate due = target.aim().dueOn().orElse(LocalDate.MAX);
        boolean isOver = today().isAfter(due) && forecast.state() != TargetForecast.State.REACHED;
        State state = isOver ? State.OVERDUE : switch (forecast.state()) {
            case REACHED -> State.REACHED;
            case NOT_CLOSING -> State.NOT_CLOSING;
            case TOO_SHORT -> State.UNKNOWN;
            case CLOSING -> forecast.closesOn().orElseThrow().isAfter(due) ? State.LATE : State.ON_TRACK;
        };
        return new Outlook(state, Optional.of(current), Optional.of(gap), forecast.closesOn());
    }

    /**
     * The adoption rate is forecast by its shops; any other metric as if each unit, or hundredth of a percent of a
     * share, were one.
     */
    private Optional<TargetForecast.Forecast> forecast(Target target, Metric metric, List<Figures> weeks) {
        BigDecimal aim = target.aim().value().orElseThrow();
        Optional<Long> premises = weeks.isEmpty() ? Optional.empty() : weeks.getLast().measure(PREMISES);
        boolean byShops = target.metric().equals(Target.ADOPTION) && premises.filter(count -> count > 0).isPresent();
        int decimals = metric.unit() == Unit.RATE && !byShops ? RATE_DECIMALS : 0;
        List<TargetForecast.Point> points = new ArrayList<>();
        for (Figures week : weeks) {
            LocalDate end = week.period().end();
            LocalDate day = end.isAfter(today()) ? today() : end;
            Optional<Long> value = byShops
                    ? week.measure(ACTIVE)
                    : week.value(metric).map(share -> share.movePointRight(decimals).longValue());
            value.ifPresent(units -> points.add(new TargetForecast.Point(day, units)));
        }
        TargetForecast.Target goal = byShops
                ? new TargetForecast.Target(aim, premises.orElseThrow())
                : new TargetForecast.Target(BigDecimal.ONE, Math.max(1, aim.movePointRight(decimals)
                        .setScale(0, RoundingMode.CEILING).longValue()));
        return TargetForecast.of(points, goal);
    }

    private Map<String, List<Figures>> weeks(SqlClient client, ScopeKind kind) {
        Map<String, List<Figures>> scopeToWeeks = new HashMap<>();
        Period week = Period.of(Interval.WEEK, today()).plus(1 - TargetForecast.WEEKS);
        for (int i = 0; i < TargetForecast.WEEKS; i++) {
            Future.await(figures.across(client, kind, week)).forEach((scope, figure) ->
                    scopeToWeeks.computeIfAbsent(scope, id -> new ArrayList<>()).add(figure));
            week = week.next();
        }
        return scopeToWeeks;
    }

    private static ScopeKind kind(String placeId) {
        return ScopeKind.valueOf(placeId.substring(0, placeId.indexOf('-')).toUpperCase(Locale.ROOT));
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }
}
