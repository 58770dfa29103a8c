package vn.phopay.simulator;

/** Counts durations in buckets of about 6 % width, from a microsecond to hours, in little memory. */
final class Latencies {
    private static final int STEPS_PER_DOUBLING = 16;
    private static final int STEP_BITS = 4;
    private static final int BUCKETS = 48 * STEPS_PER_DOUBLING;
    private static final int NANOS_PER_MICRO = 1_000;

    private final long[] bucketToCount = new long[BUCKETS];
    private long count;

    void record(long nanos) {
        bucketToCount[bucketOf(Math.max(0, nanos / NANOS_PER_MICRO))]++;
        count++;
    }

    /** An upper bound of the duration that {@code perMille} of 1,000 do not exceed, in microseconds; 0 without any. */
    long microsAt(int perMille) {
        long rank = Math.ceilDiv(count * perMille, 1_000);
        long seen = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            seen += bucketToCount[bucket];
            if (seen >= rank && seen > 0) {
                return upperBound(bucket);
            }
        }
        return 0;
    }

    private static int bucketOf(long micros) {
        if (micros < STEPS_PER_DOUBLING) {
            return (int) micros;
        }
        int shift = Long.SIZE - Long.numberOfLeadingZeros(micros) - 1 - STEP_BITS;
        long step = micros >>> shift;
        return (int) Math.min(BUCKETS - 1L, (long) shift * STEPS_PER_DOUBLING + step);
    }

    private static long upperBound(int bucket) {
        if (bucket < STEPS_PER_DOUBLING) {
            return bucket;
        }
        int shift = bucket / STEPS_PER_DOUBLING - 1;
        long step = bucket - (long) shift * STEPS_PER_DOUBLING;
        return (step + 1 << shift) - 1;
    }
}
