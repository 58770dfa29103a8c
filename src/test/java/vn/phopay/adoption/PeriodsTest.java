package vn.phopay.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ranges, points of series, bits of months, and rounded amounts at their edges. */
final class PeriodsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void rangeShouldTake400DaysAndRefuse401() {
        assertEquals(DAY.minusDays(399), DayRange.endingOn(DAY, 400).from());
        assertThrows(IllegalArgumentException.class, () -> DayRange.endingOn(DAY, 401));
        assertThrows(IllegalArgumentException.class, () -> new DayRange(DAY, DAY.minusDays(1)));
    }

    @Test
    void splitShouldCutWeeksOnMondayAndMonthsOnTheFirstWhenRangeStartsAmidst() {
        DayRange range = new DayRange(LocalDate.of(2026, 2, 25), LocalDate.of(2026, 3, 3));

        assertEquals(
                List.of(new DayRange(range.from(), DAY), new DayRange(DAY.plusDays(1), range.to())),
                Interval.WEEK.split(range));
        assertEquals(
                List.of(new DayRange(range.from(), DAY.minusDays(1)), new DayRange(DAY, range.to())),
                Interval.MONTH.split(range));
        assertEquals(7, Interval.DAY.split(range).size());
    }

    @Test
    void wholeMonthsShouldBeThoseOfWhichEveryDayIsInTheRange() {
        LocalDate january = LocalDate.of(2026, 1, 1);
        LocalDate march = LocalDate.of(2026, 3, 1);
        assertEquals(List.of(january), new DayRange(january, LocalDate.of(2026, 1, 31)).wholeMonths());
        assertEquals(List.of(), new DayRange(january, LocalDate.of(2026, 1, 30)).wholeMonths());
        assertEquals(List.of(), new DayRange(january.plusDays(1), LocalDate.of(2026, 2, 27)).wholeMonths());
        assertEquals(
                List.of(january.plusMonths(1), march),
                new DayRange(january.plusDays(1), LocalDate.of(2026, 4, 29)).wholeMonths());
        assertEquals(
                List.of(LocalDate.of(2025, 12, 1), january),
                new DayRange(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 2, 2)).wholeMonths());
    }

    @Test
    void windowsShouldHoldEveryDayOnceWhenRangeCrossesMonths() {
        ActivityWindows windows =
                ActivityWindows.of(List.of(new DayRange(LocalDate.of(2026, 1, 31), DAY)));

        assertEquals(List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), DAY), windows.months());
        assertEquals(List.of(1 << 30, (1 << 28) - 1, 1), windows.dayBits());
    }

    @Test
    void bucketShouldKeepTwoDigitsWhenAmountIsLarge() {
        assertEquals(1, AmountBucket.of(1));
        assertEquals(99, AmountBucket.of(99));
        assertEquals(100, AmountBucket.of(109));
        assertEquals(110, AmountBucket.of(110));
        assertEquals(1_200_000, AmountBucket.of(1_299_999));
        assertEquals(9_900_000_000_000L, AmountBucket.of(9_999_999_999_999L));
        assertThrows(IllegalArgumentException.class, () -> AmountBucket.of(0));
    }

    @Test
    void medianShouldBeTheLowerOfTheMiddleTwoWhenCountIsEven() {
        assertEquals(10, AmountBucket.lowerMedian(new TreeMap<>(Map.of(10L, 2L, 20L, 2L))));
        assertEquals(20, AmountBucket.lowerMedian(new TreeMap<>(Map.of(10L, 2L, 20L, 3L))));
        assertThrows(IllegalArgumentException.class, () -> AmountBucket.lowerMedian(new TreeMap<>()));
    }
}
