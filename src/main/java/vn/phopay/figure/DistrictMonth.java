package vn.phopay.figure;

import java.util.Optional;

/**
 * What a district's rank of a month is made from.
 *
 * @param placeId the district
 * @param activeOutlets outlets active in the 30 days up to the month's last day, or up to today while the month runs
 * @param premises its trading premises as of that day; empty, or 0, where nobody has counted them
 */
public record DistrictMonth(String placeId, long activeOutlets, Optional<Long> premises) {
    /** The measures of one district in one month. */
    public static DistrictMonth of(Figures figures) {
        return new DistrictMonth(
                figures.scopeId(),
                figures.count(Measure.ACTIVE_OUTLETS_30.id()),
                figures.measure(Measure.PREMISES.id()));
    }

    /** The premises where they may stand below a line. */
    Optional<Long> knownPremises() {
        return premises.filter(count -> count > 0);
    }
}
