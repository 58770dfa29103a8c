package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of an uploaded statement file; written {@code stm_…}. */
public record StatementId(UUID value) {
    private static final String PREFIX = "stm";

    /** Reads the public form; empty where {@code text} is not the id of an uploaded statement file. */
    public static Optional<StatementId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(StatementId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
