package vn.phopay.safety;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.SafetyReportId;

/**
 * A report as whoever made it sees it.
 *
 * @param id its id
 * @param number what people call it
 * @param reportedAt when it was made
 * @param place where: the outlet's name, or the words of the report
 * @param note what was said
 * @param hasPhoto whether its photo is kept
 * @param state what became of it
 * @param closing when it was closed and what the desk says of it
 */
public record ReportStatus(
        SafetyReportId id,
        long number,
        Instant reportedAt,
        String place,
        Optional<String> note,
        boolean hasPhoto,
        State state,
        Optional<Closing> closing) {

    /** What became of a report. */
    public enum State {
        /** The desk has it. */
        RECEIVED,
        /** Somebody looks after it. */
        IN_HAND,
        /** It was true, and was dealt with. */
        CONFIRMED,
        /** There was nothing to it. */
        DISMISSED
    }

    /** How it ended. */
    public record Closing(Instant at, Optional<String> note) {}
}
