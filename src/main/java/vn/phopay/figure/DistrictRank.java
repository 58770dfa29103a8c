package vn.phopay.figure;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a district stands among those of its size class.
 *
 * @param placeId the district
 * @param rank its place, 1 is first; equal rates have equal ranks, and as many places are left out after them
 * @param activeOutlets the lead figure
 * @param premises trading premises; empty where nobody has counted them
 * @param rate active outlets a premises, four decimals; empty without premises
 * @param rankChange places gained since the month before, negative where lost; empty where it had no rank in this class
 * @param rateChange the rate less that of the month before, four decimals; empty where one of them is not known
 */
public record DistrictRank(
        String placeId,
        int rank,
        long activeOutlets,
        Optional<Long> premises,
        Optional<BigDecimal> rate,
        Optional<Integer> rankChange,
        Optional<BigDecimal> rateChange) {}
