package vn.phopay.figure;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import vn.phopay.adoption.Interval;

/**
 * A business day, an ISO week (ISO 8601, Monday to Sunday) or a calendar month.
 *
 * @param interval how long it is
 * @param start its first day
 */
public record Period(Interval interval, LocalDate start) implements Comparable<Period> {
    /** @throws IllegalArgumentException where a week does not start on a Monday or a month not on its first */
    public Period {
        if (!firstDay(interval, start).equals(start)) {
            throw new IllegalArgumentException("no " + interval + " starts on " + start);
        }
    }

    /** The period of {@code interval} in which {@code day} lies. */
    public static Period of(Interval interval, LocalDate day) {
        return new Period(interval, firstDay(interval, day));
    }

    /** The last day. */
    public LocalDate end() {
        return next().start().minusDays(1);
    }

    /** The one after it. */
    public Period next() {
        return plus(1);
    }

    /** The one before it. */
    public Period previous() {
        return plus(-1);
    }

    /** The one {@code periods} after it. */
    public Period plus(long periods) {
        return new Period(interval, switch (interval) {
            case DAY -> start.plusDays(periods);
            case WEEK -> start.plusWeeks(periods);
            case MONTH -> start.plusMonths(periods);
        });
    }

    /** {@code 2026-11-22}, {@code 2026-W47} (ISO 8601) or {@code 2026-11}. */
    public String label() {
        return switch (interval) {
            case DAY -> start.toString();
            case WEEK -> "%d-W%02d".formatted(
                    start.get(IsoFields.WEEK_BASED_YEAR), start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> start.toString().substring(0, "yyyy-MM".length());
        };
    }

    @Override
    public int compareTo(Period other) {
        return start.compareTo(other.start);
    }

    private static LocalDate firstDay(Interval interval, LocalDate day) {
        return switch (interval) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
