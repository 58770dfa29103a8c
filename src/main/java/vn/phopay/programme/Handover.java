package vn.phopay.programme;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One time that a walk list went from one person to another. Rows are only ever added.
 *
 * @param from the name of whoever had it
 * @param to the name of whoever has it since
 * @param due by when it was to be done before and after
 * @param reason why it was given on; never a phone number
 * @param at when
 * @param by the name of whoever gave it on
 */
public record Handover(String from, String to, Due due, String reason, Instant at, String by) {
    /** Longest reason, in characters. */
    public static final int REASON_LENGTH_MAX = 300;

    /**
     * By when it is to be done.
     *
     * @param before until it was given on
     * @param after since then
     */
    public record Due(LocalDate before, LocalDate after) {
        /** Whether there is another day now. */
        public boolean isMoved() {
            return !before.equals(after);
        }
    }
}
