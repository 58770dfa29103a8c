package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a report of a code that was pasted over; written {@code rpt_…}. */
public record SafetyReportId(UUID value) {
    private static final String PREFIX = "rpt";

    /** Reads the public form; empty where {@code text} is not the id of a report of a code that was pasted over. */
    public static Optional<SafetyReportId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(SafetyReportId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
