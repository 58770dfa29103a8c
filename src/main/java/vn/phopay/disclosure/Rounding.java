package vn.phopay.disclosure;

/**
 * How published amounts are rounded: to three significant digits, and never finer than 100,000 dong. Half goes up. The
 * safety of a release does not lean on it; it keeps a single late payment from showing, and says how exact a figure is.
 */
public final class Rounding {
    /** The finest step of amounts, in dong. */
    public static final long STEP_VND_MIN = 100_000;
    private static final long SIGNIFICANT = 1_000;

    private Rounding() {}

    /** The step that an amount of this size is rounded to, in dong. */
    public static long stepVnd(long amountVnd) {
        long step = STEP_VND_MIN;
        while (amountVnd / step >= SIGNIFICANT) {
            step *= 10;
        }
        return step;
    }

    /** A sum of money as it is published. */
    public static long amountVnd(long amountVnd) {
        if (amountVnd < 0) {
            throw new IllegalArgumentException("published amounts are 0 or more: " + amountVnd);
        }
        long step = stepVnd(amountVnd);
        return Math.floorDiv(amountVnd + step / 2, step) * step;
    }

    /** A ticket (median, quartile, mean) as it is published: to a thousand dong. */
    public static long ticketVnd(long amountVnd) {
        return Math.floorDiv(amountVnd + 500, 1_000) * 1_000;
    }
}
