package vn.phopay.zone;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * A part of every year, both ends included; one that starts after it ends wraps around the new year.
 *
 * @param from first day
 * @param to last day
 */
public record Season(MonthDay from, MonthDay to) {
    /** All the year. */
    public static final Season ALL_YEAR = new Season(MonthDay.of(1, 1), MonthDay.of(12, 31));

    /** Whether {@code date} lies in it. */
    public boolean covers(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        boolean started = !day.isBefore(from);
        boolean goesOn = !day.isAfter(to);
        return wraps() ? started || goesOn : started && goesOn;
    }

    /** Whether it is all the year. */
    public boolean isAllYear() {
        return equals(ALL_YEAR);
    }

    private boolean wraps() {
        return from.isAfter(to);
    }
}
