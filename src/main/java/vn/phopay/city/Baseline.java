package vn.phopay.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many premises trade in a place, as of a day.
 *
 * @param placeId the place
 * @param premises how many
 * @param target share of them that shall be active; null where none is set
 * @param validFrom since when this count holds
 * @param source who counted
 */
public record Baseline(
        String placeId, long premises, @Nullable BigDecimal target, LocalDate validFrom, String source) {}
