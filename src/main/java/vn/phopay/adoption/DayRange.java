package vn.phopay.adoption;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Business days, both ends included.
 *
 * @param from first day
 * @param to last day
 */
public record DayRange(LocalDate from, LocalDate to) {
    /** The longest range that is read at a time, in days: a year and a month to compare it with. */
    public static final int DAYS_MAX = 400;
    /** The range that is meant where none is named, in days up to today. */
    public static final int DAYS_DEFAULT = 30;

    /** @throws IllegalArgumentException where {@code to} is before {@code from} or the range is too long */
    public DayRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from");
        }
        if (ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
            throw new IllegalArgumentException("a range has at most " + DAYS_MAX + " days");
        }
    }

    /** The {@code days} days that end on {@code to}. */
    public static DayRange endingOn(LocalDate to, int days) {
        return new DayRange(to.minusDays(days - 1L), to);
    }

    /**
     * The day as of which its places stand: the last one, or {@code today} where that has not come yet, because nobody
     * is known to stand anywhere, or to be active, on days to come.
     */
    public LocalDate standsOn(LocalDate today) {
        return to.isAfter(today) ? today : to;
    }

    /** Whether {@code day} is one of these days. */
    public boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The first days of the calendar months of which it has every day. */
    public List<LocalDate> wholeMonths() {
        LocalDate first = from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
        LocalDate end = to.plusDays(1).withDayOfMonth(1);
        return first.isBefore(end)
                ? first.datesUntil(end, Period.ofMonths(1)).toList()
                : List.of();
    }
}
