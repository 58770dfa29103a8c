package vn.phopay.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What came of a visit; a later one of the same stop takes its place.
 *
 * @param edition 1 for the first of a stop
 * @param report what was found
 * @param at when it was written down
 * @param by who wrote it down
 */
public record Visit(int edition, Report report, Instant at, String by) {
    /** Longest note, in characters. */
    public static final int NOTE_LENGTH_MAX = 300;

    private static final Pattern PHONE_NUMBER = Pattern.compile("[0-9](?:[ .-]?[0-9]){8}");

    /** What can come of it. */
    public enum Outcome {
        /** The shop was registered. */
        REGISTERED,
        /** It is registered, and was shown how to go on. */
        HELPED,
        /** It does not want to; the note says why. */
        REFUSED,
        /** It does not trade any more. */
        CLOSED,
        /** Somebody should come again on a day. */
        COME_AGAIN,
        /** It has another code and stays with it. */
        OTHER_CODE
    }

    /**
     * What was found.
     *
     * @param outcome what came of it
     * @param comeAgainOn the day to come again; there with {@code COME_AGAIN} only
     * @param note why, or what else is to be known; never a phone number
     */
    public record Report(Outcome outcome, Optional<LocalDate> comeAgainOn, Optional<String> note) {}

    /** Whether a text holds what looks like a phone number, which no note may. */
    public static boolean looksLikePhone(String text) {
        return PHONE_NUMBER.matcher(text).find();
    }
}
