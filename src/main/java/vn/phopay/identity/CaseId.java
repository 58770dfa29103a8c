package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a reconciliation case; written {@code cas_…}. */
public record CaseId(UUID value) {
    private static final String PREFIX = "cas";

    /** Reads the public form; empty where {@code text} is not the id of a reconciliation case. */
    public static Optional<CaseId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(CaseId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
