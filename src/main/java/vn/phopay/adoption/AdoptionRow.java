package vn.phopay.adoption;

import org.jspecify.annotations.Nullable;

/**
 * The figures of one place over a range. A figure is null where it is withheld from this viewer, or where there is
 * nothing to take it from (a rate without a denominator, a median of nothing).
 *
 * @param place whose figures they are
 * @param standing what stands there on the range's last day
 * @param activity what was active up to the range's last day
 * @param flow what moved in the range
 * @param suppressed whether any figure is withheld
 */
public record AdoptionRow(
        AdoptionPlace place, Standing standing, Activity activity, Flow flow, boolean suppressed) {

    /**
     * Counts on the last day.
     *
     * @param registeredMerchants merchants with an outlet there, rejected ones left out
     * @param approvedMerchants those of them that were approved on that day (not pending, not suspended)
     * @param qrCodesIssued static codes ever issued up to that day for outlets that stand there
     */
    public record Standing(
            @Nullable Long registeredMerchants, @Nullable Long approvedMerchants, @Nullable Long qrCodesIssued) {}

    /**
     * Outlets with at least one credit that was not reversed, counted where they stood when it was booked.
     *
     * @param activeOutlets7d in the 7 business days that end on the last day
     * @param activeOutlets30d in the 30 business days that end on the last day
     * @param adoptionRate {@code activeOutlets30d / premises}, rounded to 4 decimals; above 1 where outlets outgrew the
     *     baseline
     */
    public record Activity(
            @Nullable Long activeOutlets7d, @Nullable Long activeOutlets30d, @Nullable Double adoptionRate) {}

    /**
     * Money that moved and was not taken back.
     *
     * @param transactions credits
     * @param amount their sum in whole đồng
     * @param medianAmount lower median of the amounts rounded down to two significant digits, in đồng
     * @param requestsPaidRate of the payment requests issued in the range, the share that is paid in full, rounded to 4
     *     decimals
     */
    public record Flow(
            @Nullable Long transactions,
            @Nullable Long amount,
            @Nullable Long medianAmount,
            @Nullable Double requestsPaidRate) {}
}
