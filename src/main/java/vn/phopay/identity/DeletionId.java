package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a request to be forgotten; written {@code del_…}. */
public record DeletionId(UUID value) {
    private static final String PREFIX = "del";

    /** Reads the public form; empty where {@code text} is not the id of a request to be forgotten. */
    public static Optional<DeletionId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(DeletionId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
