package vn.phopay.adoption;

import vn.phopay.disclosure.SafetyRules;

/**
 * By which rules figures are withheld from outsiders.
 *
 * @param counts of outlets, merchants, payments and requests, day by day
 * @param values of money, day by day
 * @param months of money, month by month
 */
public record OutsiderRules(Disclosure counts, Disclosure values, MonthValues months) {
    /** Counts of so many outlets and money of ten are shown, and money as {@code months} lets it be. */
    public static OutsiderRules of(int outletsMin, MonthValues months) {
        return new OutsiderRules(
                new Disclosure(outletsMin),
                new Disclosure(Math.max(outletsMin, SafetyRules.SHOPS_MIN_FOR_VALUES)),
                months);
    }
}
