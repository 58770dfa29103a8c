package vn.phopay.programme;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One edition of a target as it was saved.
 *
 * @param act what was done
 * @param value how much was aimed at
 * @param dueOn until when
 * @param owner who answered for it; empty for nobody
 * @param note what else was noted
 * @param at when it was saved
 * @param by who saved it; empty for the service itself
 */
public record TargetChange(
        Act act,
        Optional<BigDecimal> value,
        LocalDate dueOn,
        Optional<String> owner,
        Optional<String> note,
        Instant at,
        Optional<String> by) {
    /** What was done. */
    public enum Act {
        /** It was set. */
        SET,
        /** It was changed. */
        CHANGED,
        /** It was taken back. */
        REMOVED
    }
}
