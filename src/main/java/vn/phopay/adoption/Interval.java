package vn.phopay.adoption;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The length of a series' point. Weeks begin on Monday (ISO 8601); the first and last point are cut by the range. */
public enum Interval {
    /** One business day. */
    DAY,
    /** Monday to Sunday. */
    WEEK,
    /** A calendar month. */
    MONTH;

    /** Reads {@code day}, {@code week} or {@code month}; empty for anything else. */
    public static Optional<Interval> parse(String text) {
        for (Interval interval : values()) {
            if (interval.toString().equals(text)) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }

    /** Cuts {@code range} into its points, in order and without gaps. */
    public List<DayRange> split(DayRange range) {
        List<DayRange> points = new ArrayList<>();
        LocalDate from = range.from();
        while (!from.isAfter(range.to())) {
            LocalDate last = lastDay(from);
            LocalDate to = last.isAfter(range.to()) ? range.to() : last;
            points.add(new DayRange(from, to));
            from = to.plusDays(1);
        }
        return points;
    }

    private LocalDate lastDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> day.with(TemporalAdjusters.lastDayOfMonth());
        };
    }

    /** The form in which clients write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
