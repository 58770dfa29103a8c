package vn.phopay.adoption;

import org.jspecify.annotations.Nullable;

/**
 * One point of a series; a withheld figure is null.
 *
 * @param range its business days
 * @param transactions credits that were not reversed
 * @param amount their sum in whole đồng
 * @param medianAmount lower median of the amounts rounded down to two significant digits; null also without amounts
 * @param activeOutlets outlets with at least one such credit
 * @param suppressed whether any of the figures is withheld
 */
public record SeriesPoint(
        DayRange range,
        @Nullable Long transactions,
        @Nullable Long amount,
        @Nullable Long medianAmount,
        @Nullable Long activeOutlets,
        boolean suppressed) {}
