package vn.phopay.release;

import java.math.BigDecimal;
import java.util.Optional;
import vn.phopay.metric.Unit;

/**
 * One published figure.
 *
 * @param scope what it is about
 * @param metric the metric's id, or {@code premises} or {@code target}
 * @param unit what its value counts
 * @param value the value as published; empty where it is withheld or cannot be told
 * @param withheld why it is withheld, see DISCLOSURE.md; empty where it is not
 */
public record ReleaseCell(
        ReleaseScope scope, String metric, Unit unit, Optional<BigDecimal> value, Optional<String> withheld) {
    /** Refuses a withheld value that is there all the same. */
    public ReleaseCell {
        if (value.isPresent() && withheld.isPresent()) {
            throw new IllegalArgumentException("a withheld figure has no value: " + scope.id() + " " + metric);
        }
    }

    /** The value as files write it: digits, a point, no groups; empty for none. */
    public String text() {
        return value.map(BigDecimal::toPlainString).orElse("");
    }
}
