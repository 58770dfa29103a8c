package vn.phopay.adoption;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How many credits had which rounded amount. Spreads of days add up to that of a range. Not safe for several threads.
 */
final class AmountSpread {
    private final Map<Long, long[]> bucketToCredits = new TreeMap<>();
    private long credits;

    /** Adds {@code transactions} credits of {@code bucket} đồng; takes them away where negative. */
    void add(long bucket, long transactions) {
        bucketToCredits.computeIfAbsent(bucket, first -> new long[1])[0] += transactions;
        credits += transactions;
    }

    /** Adds credits bucket by bucket. */
    void add(Long[] buckets, Long[] transactions) {
        for (int i = 0; i < buckets.length; i++) {
            add(buckets[i], transactions[i]);
        }
    }

    /** The lower median; none of no credits. */
    OptionalLong median() {
        long upto = 0;
        for (Map.Entry<Long, long[]> bucket : bucketToCredits.entrySet()) {
            upto += bucket.getValue()[0];
            if (credits > 0 && upto * 2 >= credits) {
                return OptionalLong.of(bucket.getKey());
            }
        }
        return OptionalLong.empty();
    }
}
