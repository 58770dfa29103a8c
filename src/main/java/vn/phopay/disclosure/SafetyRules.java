package vn.phopay.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * When a sum over shops is safe to know. Every rule that holds of two sums holds of their sum, whichever shops they
 * share; that is why it is enough to look at the finest sums that can be worked out. See {@code DISCLOSURE.md}.
 *
 * @param shopsMin fewest shops, unless there is none
 * @param concentrated whether sums in which one or two shops stand out are unsafe
 */
public record SafetyRules(int shopsMin, boolean concentrated) {
    /** Fewest shops behind a count. */
    public static final int SHOPS_MIN_FOR_COUNTS = 5;
    /** Fewest shops behind a value. */
    public static final int SHOPS_MIN_FOR_VALUES = 10;
    /** The p % rule: what the two largest leave must be at least so many hundredths of the largest. */
    public static final int P_PERCENT = 10;
    /** The most that the largest shop may have, in hundredths of the total. */
    public static final int LARGEST_PERCENT_MAX = 60;
    /** The most that the two largest shops may have together, in hundredths of the total. */
    public static final int TWO_LARGEST_PERCENT_MAX = 85;

    /** The first rule that {@code sum} breaks; null if it is safe. Nobody's sum is safe: it is 0. */
    public @Nullable Reason broken(Concentration sum) {
        if (sum.shops() == 0) {
            return null;
        }
        if (sum.shops() < shopsMin) {
            return Reason.FEW_SHOPS;
        }
        if (!concentrated) {
            return null;
        }
        long two = sum.largest() + sum.second();
        if ((sum.total() - two) * 100 < P_PERCENT * sum.largest()) {
            return Reason.P_PERCENT;
        }
        boolean dominated = sum.largest() * 100 > LARGEST_PERCENT_MAX * sum.total()
                || two * 100 > TWO_LARGEST_PERCENT_MAX * sum.total();
        return dominated ? Reason.DOMINATED : null;
    }

    /** {@value #P_PERCENT} % of {@code value}, rounded up: how far a shop's value must stay uncertain. */
    static long margin(long value) {
        return Math.ceilDiv(value * P_PERCENT, 100);
    }
}
