package vn.phopay.place;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The business dates on which a fact about a place holds, both ends included.
 *
 * @param from first day
 * @param to last day; null while no end is known
 */
public record Validity(LocalDate from, @Nullable LocalDate to) {
    /** Refuses an end before the start. */
    public Validity {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("validity ends on " + to + ", before it starts on " + from);
        }
    }

    /** From {@code from} on, without a known end. */
    public static Validity since(LocalDate from) {
        return new Validity(from, null);
    }

    /** Whether the fact holds on {@code date}. */
    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && (to == null || !date.isAfter(to));
    }
}
