package vn.phopay.adoption;

import java.util.SortedMap;

/**
 * Amounts rounded down to two significant digits, so that medians merge over days and places: an amount is off by less
 * than a tenth of itself, and never upwards. The database rounds by the same rule ({@code adoption_amount_bucket}).
 */
final class AmountBucket {
    private static final long TWO_DIGITS_MAX = 99;

    private AmountBucket() {}

    /** The bucket of an amount of at least 1 đồng: 1,234,567 is 1,200,000. */
    static long of(long amountVnd) {
        if (amountVnd < 1) {
            throw new IllegalArgumentException("an amount is at least 1 đồng");
        }
        long unit = 1;
        while (amountVnd / unit > TWO_DIGITS_MAX) {
            unit *= 10;
        }
        return amountVnd / unit * unit;
    }

    /**
     * The lower median: of n amounts in order, the one at place n/2 rounded up.
     *
     * @throws IllegalArgumentException where there are no amounts
     */
    static long lowerMedian(SortedMap<Long, Long> bucketToCount) {
        long total = bucketToCount.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (var entry : bucketToCount.entrySet()) {
            seen += entry.getValue();
            if (entry.getValue() > 0 && seen * 2 >= total) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("no amounts, no median");
    }
}
