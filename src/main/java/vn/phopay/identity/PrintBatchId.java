package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a print batch; written {@code prb_…}. */
public record PrintBatchId(UUID value) {
    private static final String PREFIX = "prb";

    /** Reads the public form; empty where {@code text} is not the id of a print batch. */
    public static Optional<PrintBatchId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(PrintBatchId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
