package vn.phopay.city;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.phopay.figure.DistrictRank;
import vn.phopay.figure.Ranking;

/**
 * The districts of a month in their order, with their targets.
 *
 * @param ranking their ranks inside their size classes
 * @param placeToBaseline the denominators and targets that held at the month's end
 * @param withheld place ids of districts whose figures the reader must not see; they have no rank
 */
public record DistrictRanking(Ranking ranking, Map<String, Baseline> placeToBaseline, Set<String> withheld) {
    private static final int RATE_DECIMALS = 4;

    /** Copies the sets. */
    public DistrictRanking {
        placeToBaseline = Map.copyOf(placeToBaseline);
        withheld = Set.copyOf(withheld);
    }

    /** The share of premises that shall be active; empty where none is set. */
    public Optional<BigDecimal> target(String placeId) {
        return Optional.ofNullable(placeToBaseline.get(placeId)).flatMap(held -> Optional.ofNullable(held.target()));
    }

    /** Target less rate, four decimals, 0 where it is reached; empty where one of them is not known. */
    public Optional<BigDecimal> gap(DistrictRank rank) {
        return target(rank.placeId()).flatMap(target -> rank.rate().map(rate -> target.subtract(rate)
                .max(BigDecimal.ZERO).setScale(RATE_DECIMALS, RoundingMode.HALF_UP)));
    }
}
