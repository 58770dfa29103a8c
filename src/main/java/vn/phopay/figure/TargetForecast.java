package vn.phopay.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far a place is from its target, and when it gets there at the present slope: the median of the slopes between all
 * pairs of the last eight weeks' active outlets (Theil 1950, Sen 1968), which a single odd week does not bend.
 */
public final class TargetForecast {
    /** So many weeks back the slope looks, the running one included. */
    public static final int WEEKS = 8;

    private static final int POINTS_MIN = 3;
    private static final int DAYS_PER_WEEK = 7;
    private static final int RATE_DECIMALS = 4;
    private static final int SLOPE_DECIMALS = 2;
    private static final int SLOPE_NOISE_DECIMALS = 6;
    private static final long DAYS_AHEAD_MAX = 3_650;

    private TargetForecast() {}

    /** What is to be said about the target. */
    public enum State {
        /** The target is reached. */
        REACHED,
        /** It is reached on {@link Forecast#closesOn()} at the present slope. */
        CLOSING,
        /** The slope is level or falls, or it would take more than ten years. */
        NOT_CLOSING,
        /** Fewer than three weeks are known: no slope. */
        TOO_SHORT
    }

    /**
     * Outlets active in the 30 days up to a day.
     *
     * @param day the last of the 30 days
     * @param activeOutlets how many
     */
    public record Point(LocalDate day, long activeOutlets) {}

    /**
     * What is aimed at.
     *
     * @param rate active outlets a premises, 0 to 1
     * @param premises trading premises, at least 1
     */
    public record Target(BigDecimal rate, long premises) {
        /** @throws IllegalArgumentException where a rate is no share or there are no premises */
        public Target {
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0 || premises < 1) {
                throw new IllegalArgumentException("a target is a share from 0 to 1 of at least one premises");
            }
        }

        /** The least number of active outlets that reaches it. */
        public long outlets() {
            return rate.multiply(BigDecimal.valueOf(premises)).setScale(0, RoundingMode.CEILING).longValueExact();
        }
    }

    /**
     * The answer.
     *
     * @param state what is to be said
     * @param rate active outlets a premises as of the last point, four decimals
     * @param gap target less rate, four decimals, 0 where it is reached
     * @param outletsMissing outlets that must become active to reach it
     * @param outletsPerWeek the slope, two decimals; empty where there are too few points
     * @param closesOn the day; empty unless the state is {@code CLOSING}
     */
    public record Forecast(
            State state,
            BigDecimal rate,
            BigDecimal gap,
            long outletsMissing,
            Optional<BigDecimal> outletsPerWeek,
            Optional<LocalDate> closesOn) {}

    /** The points of weekly figures; the running week stands on {@code today}. Weeks without figures are left out. */
    public static List<Point> points(List<Figures> weeks, LocalDate today) {
        List<Point> points = new ArrayList<>();
        for (Figures week : weeks) {
            LocalDate end = week.period().end();
            week.measure(Measure.ACTIVE_OUTLETS_30.id())
                    .ifPresent(active -> points.add(new Point(end.isAfter(today) ? today : end, active)));
        }
        return points;
    }

    /** Empty where there is no point. Points of more than eight weeks before the last one do not count. */
    public static Optional<Forecast> of(List<Point> points, Target target) {
        List<Point> recent = recent(points);
        return recent.isEmpty() ? Optional.empty() : Optional.of(forecast(recent, target));
    }

    private static Forecast forecast(List<Point> recent, Target target) {
        Point last = recent.getLast();
        BigDecimal rate = BigDecimal.valueOf(last.activeOutlets())
                .divide(BigDecimal.valueOf(target.premises()), RATE_DECIMALS, RoundingMode.HALF_UP);
        long missing = Math.max(0, target.outlets() - last.activeOutlets());
        BigDecimal gap = missing == 0
                ? BigDecimal.ZERO.setScale(RATE_DECIMALS)
                : target.rate().subtract(rate).max(BigDecimal.ZERO).setScale(RATE_DECIMALS, RoundingMode.HALF_UP);
        Optional<BigDecimal> slope = slopePerDay(recent);
        Optional<LocalDate> closesOn = slope.filter(perDay -> missing > 0)
                .flatMap(perDay -> closesOn(last.day(), missing, perDay));
        return new Forecast(
                state(missing, slope, closesOn), rate, gap, missing,
                slope.map(perDay -> perDay.multiply(BigDecimal.valueOf(DAYS_PER_WEEK))
                        .setScale(SLOPE_DECIMALS, RoundingMode.HALF_UP)),
                closesOn);
    }

    private static State state(long missing, Optional<BigDecimal> slope, Optional<LocalDate> closesOn) {
        if (missing == 0) {
            return State.REACHED;
        }
        if (slope.isEmpty()) {
            return State.TOO_SHORT;
        }
        return closesOn.isPresent() ? State.CLOSING : State.NOT_CLOSING;
    }

    private static List<Point> recent(List<Point> points) {
        List<Point> ordered = points.stream().sorted(Comparator.comparing(Point::day)).toList();
        if (ordered.isEmpty()) {
            return ordered;
        }
        LocalDate after = ordered.getLast().day().minusWeeks(WEEKS);
        return ordered.stream().filter(point -> point.day().isAfter(after)).toList();
    }

    /** Outlets a day: the median over all pairs of points; of an even number of slopes the mean of the middle two. */
    private static Optional<BigDecimal> slopePerDay(List<Point> points) {
        if (points.size() < POINTS_MIN) {
            return Optional.empty();
        }
        List<BigDecimal> slopes = new ArrayList<>();
        for (int from = 0; from < points.size(); from++) {
            for (int to = from + 1; to < points.size(); to++) {
                slope(points.get(from), points.get(to)).ifPresent(slopes::add);
            }
        }
        slopes.sort(Comparator.naturalOrder());
        int middle = slopes.size() / 2;
        return slopes.isEmpty()
                ? Optional.empty()
                : Optional.of(slopes.size() % 2 == 1
                        ? slopes.get(middle)
                        : slopes.get(middle - 1).add(slopes.get(middle))
                                .divide(BigDecimal.TWO, MathContext.DECIMAL64));
    }

    private static Optional<BigDecimal> slope(Point from, Point to) {
        long days = ChronoUnit.DAYS.between(from.day(), to.day());
        return days == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(to.activeOutlets() - from.activeOutlets())
                        .divide(BigDecimal.valueOf(days), MathContext.DECIMAL64));
    }

    private static Optional<LocalDate> closesOn(LocalDate from, long missing, BigDecimal perDay) {
        if (perDay.signum() <= 0) {
            return Optional.empty();
        }
        // A slope such as 2/7 is kept to 16 digits: what is off by less than a millionth of a day is that day.
        BigDecimal days = BigDecimal.valueOf(missing).divide(perDay, SLOPE_NOISE_DECIMALS, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.CEILING);
        return days.compareTo(BigDecimal.valueOf(DAYS_AHEAD_MAX)) > 0
                ? Optional.empty()
                : Optional.of(from.plusDays(days.longValueExact()));
    }
}
