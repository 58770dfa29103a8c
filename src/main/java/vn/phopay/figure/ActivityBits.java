package vn.phopay.figure;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The days up to a business day as months and bits, the form of {@code outlet_month}: bit n is day n + 1. */
final class ActivityBits {
    private static final int SHORT_DAYS = 7;
    private static final int HABIT_DAYS = 28;
    private static final int LONG_DAYS = 30;

    private final SortedMap<LocalDate, Bits> monthToBits = new TreeMap<>();

    private static final class Bits {
        private int days7;
        private int days28;
        private int days30;
        private int before30;
    }

    /** The last 7, 28 and 30 days that end with {@code day}, and the 30 before those. */
    ActivityBits(LocalDate day) {
        for (int back = 0; back < 2 * LONG_DAYS; back++) {
            LocalDate one = day.minusDays(back);
            Bits bits = monthToBits.computeIfAbsent(one.withDayOfMonth(1), month -> new Bits());
            int bit = 1 << (one.getDayOfMonth() - 1);
            bits.days7 |= back < SHORT_DAYS ? bit : 0;
            bits.days28 |= back < HABIT_DAYS ? bit : 0;
            bits.days30 |= back < LONG_DAYS ? bit : 0;
            bits.before30 |= back < LONG_DAYS ? 0 : bit;
        }
    }

    LocalDate[] months() {
        return monthToBits.keySet().toArray(LocalDate[]::new);
    }

    Integer[] days7() {
        return array(bits -> bits.days7);
    }

    Integer[] days28() {
        return array(bits -> bits.days28);
    }

    Integer[] days30() {
        return array(bits -> bits.days30);
    }

    Integer[] before30() {
        return array(bits -> bits.before30);
    }

    private Integer[] array(ToIntFunction<Bits> part) {
        return monthToBits.values().stream().map(part::applyAsInt).toArray(Integer[]::new);
    }
}
