package vn.phopay.adoption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranges of days as months and bits, the form in which activity is kept: bit n of a month is its day n + 1.
 *
 * @param points which range a part belongs to
 * @param months first day of the part's month
 * @param dayBits the part's days
 */
record ActivityWindows(List<Integer> points, List<LocalDate> months, List<Integer> dayBits) {
    /** Cuts each range at the ends of months; a part's point is its range's place in the list. */
    static ActivityWindows of(List<DayRange> ranges) {
        ActivityWindows windows = new ActivityWindows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int point = 0; point < ranges.size(); point++) {
            for (DayRange part : Interval.MONTH.split(ranges.get(point))) {
                windows.points.add(point);
                windows.months.add(part.from().withDayOfMonth(1));
                windows.dayBits.add(bits(part));
            }
        }
        return windows;
    }

    private static int bits(DayRange part) {
        int upTo = (int) ((1L << part.to().getDayOfMonth()) - 1);
        int before = (int) ((1L << (part.from().getDayOfMonth() - 1)) - 1);
        return upTo & ~before;
    }

    Integer[] pointArray() {
        return points.toArray(Integer[]::new);
    }

    LocalDate[] monthArray() {
        return months.toArray(LocalDate[]::new);
    }

    Integer[] dayBitsArray() {
        return dayBits.toArray(Integer[]::new);
    }
}
