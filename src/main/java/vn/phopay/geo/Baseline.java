package vn.phopay.geo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.place.Place;

/**
 * A denominator of the adoption rate: how many premises trade in a place from a day on, as a source says, and which
 * rate is aimed at. It holds until the next one of the same place, and no longer than the place lives.
 *
 * @param place district, ward or street
 * @param validFrom the first day
 * @param figures what is said of it
 */
public record Baseline(Place place, LocalDate validFrom, Figures figures) {
    /** More premises than the city has. */
    public static final int PREMISES_MAX = 10_000_000;
    /** Longest source, in characters. */
    public static final int SOURCE_LENGTH_MAX = 300;

    /**
     * What a baseline says.
     *
     * @param premises trading premises
     * @param target the rate aimed at, 0 to 1 in four decimals; empty for none
     * @param source who counted, where it can be looked up
     */
    public record Figures(int premises, Optional<BigDecimal> target, String source) {}
}
