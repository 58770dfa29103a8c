package vn.phopay.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is aimed at in a place until a day. The value of {@link #ADOPTION} is the target rate of the place's baseline,
 * which the API reads and writes: there is no second one.
 *
 * @param id its id; null where a baseline has a target rate that nobody was made answerable for
 * @param version counts its changes
 * @param placeId where
 * @param metric what is counted, one of {@link #METRICS}
 * @param aim what is aimed at
 */
public record Target(@Nullable UUID id, long version, String placeId, String metric, Aim aim) {
    /** The share of the trading premises with a payment in 30 days. */
    public static final String ADOPTION = "adoptionRate";
    /** What targets can be set for: what stands at the end of a day, and is better the more there is. */
    public static final List<String> METRICS = List.of(
            ADOPTION, "activeOutlets30", "activeOutlets7", "registeredOutlets",
            "penetration", "habitualOutlets", "streetCoverage", "selfCheckedShare");
    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 500;

    /**
     * What is aimed at.
     *
     * @param value how much; empty where the baseline says nothing any more
     * @param dueOn until when; empty with a baseline that nobody is answerable for
     * @param owner who answers for it
     * @param plan the key of the city's plan it belongs to
     * @param note what else is to be known
     */
    public record Aim(
            Optional<BigDecimal> value,
            Optional<LocalDate> dueOn,
            Optional<Helper> owner,
            Optional<String> plan,
            Optional<String> note) {}

    /** Whether its value stands in a baseline. */
    public static boolean isOfBaseline(String metric) {
        return metric.equals(ADOPTION);
    }

    /** Whether somebody answers for it. */
    public boolean isKept() {
        return id != null;
    }
}
