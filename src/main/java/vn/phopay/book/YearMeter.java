package vn.phopay.book;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;

/**
 * How far a calendar year's revenue has come towards the thresholds in force. It counts and cites; what follows for the
 * household is for the tax office to say.
 *
 * @param year the year
 * @param revenueVnd what was received that year less what was taken or given back, and cash
 * @param readings the thresholds in force by the end of the year, the smallest first
 */
public record YearMeter(Year year, long revenueVnd, List<Reading> readings) {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /** Copies {@code readings}. */
    public YearMeter {
        readings = List.copyOf(readings);
    }

    /**
     * One threshold, held against the year.
     *
     * @param threshold the threshold
     * @param percent how much of it is reached, rounded down; 0 where revenue is none or less
     * @param remainingVnd what is left up to it; 0 once it is reached
     */
    public record Reading(Threshold threshold, long percent, long remainingVnd) {
        /** Whether the year's revenue has come to it. */
        public boolean isReached() {
            return remainingVnd == 0;
        }
    }

    /** Holds {@code revenueVnd} against those of {@code thresholds} that are in force by the year's end. */
    static YearMeter of(Year year, long revenueVnd, List<Threshold> thresholds) {
        LocalDate lastDay = year.atMonth(12).atEndOfMonth();
        return new YearMeter(year, revenueVnd, thresholds.stream()
                .filter(threshold -> !threshold.inForceFrom().isAfter(lastDay))
                .sorted(Comparator.comparingLong(Threshold::amountVnd))
                .map(threshold -> read(threshold, Math.max(0, revenueVnd)))
                .toList());
    }

    private static Reading read(Threshold threshold, long revenueVnd) {
        long percent = BigInteger.valueOf(revenueVnd).multiply(HUNDRED)
                .divide(BigInteger.valueOf(threshold.amountVnd())).longValueExact();
        return new Reading(threshold, percent, Math.max(0, threshold.amountVnd() - revenueVnd));
    }
}
