package vn.phopay.disclosure;

import java.util.List;

/**
 * Whether a place's ticket quartiles may stand next to its sum. Three of four payments are known to be at least a
 * quartile, and who takes that off the sum has an upper bound for whatever is left: for the takings of a shop with few,
 * large payments among many small ones it may be close. Safe is what leaves every shop {@link SafetyRules#P_PERCENT} %
 * above its takings, to whoever knows the largest other shop and every shop's number of payments.
 */
public final class TicketRule {
    private static final long WHOLE_PERCENT = 100;

    private TicketRule() {}

    /**
     * What a shop took in the place.
     *
     * @param amountVnd in dong
     * @param payments in how many payments
     */
    public record Shop(long amountVnd, long payments) {}

    /** The place's quartiles in dong, before rounding. */
    public record Quartiles(long lowerVnd, long medianVnd, long upperVnd) {
        /** The least that the {@code lowest} smallest of {@code all} payments come to. */
        long least(long lowest, long all) {
            return part(lowest, all / 4, all / 2) * lowerVnd
                    + part(lowest, all / 2, all * 3 / 4) * medianVnd
                    + part(lowest, all * 3 / 4, all) * upperVnd;
        }

        private static long part(long lowest, long from, long to) {
            return Math.max(0, Math.min(lowest, to) - from);
        }
    }

    /** Whether no shop's takings follow within {@link SafetyRules#P_PERCENT} % from above. */
    public static boolean isSafe(List<Shop> shops, Quartiles quartiles) {
        long total = shops.stream().mapToLong(Shop::amountVnd).sum();
        long payments = shops.stream().mapToLong(Shop::payments).sum();
        long largest = shops.stream().mapToLong(Shop::amountVnd).max().orElse(0);
        long second = shops.stream().mapToLong(Shop::amountVnd).sorted().skip(Math.max(0, shops.size() - 2)).findFirst()
                .orElse(0);
        return shops.stream().allMatch(shop -> {
            long known = shop.amountVnd() == largest ? second : largest;
            long most = total - known - quartiles.least(payments - shop.payments(), payments);
            return most * WHOLE_PERCENT >= shop.amountVnd() * (WHOLE_PERCENT + SafetyRules.P_PERCENT);
        });
    }
}
