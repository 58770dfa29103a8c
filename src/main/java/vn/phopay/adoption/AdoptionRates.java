package vn.phopay.adoption;

import org.jspecify.annotations.Nullable;

/** Shares, rounded to 4 decimals. No money is ever computed here. */
final class AdoptionRates {
    private static final double TEN_THOUSAND = 10_000;

    private AdoptionRates() {}

    /** {@code part / whole}; null where there is no whole to take a share of. */
    static @Nullable Double rate(long part, @Nullable Long whole) {
        if (whole == null || whole == 0) {
            return null;
        }
        return Math.round(part * TEN_THOUSAND / whole) / TEN_THOUSAND;
    }
}
