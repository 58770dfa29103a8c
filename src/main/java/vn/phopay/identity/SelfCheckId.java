package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a check of an owner's own code; written {@code chk_…}. */
public record SelfCheckId(UUID value) {
    private static final String PREFIX = "chk";

    /** Reads the public form; empty where {@code text} is not the id of a check of an owner's own code. */
    public static Optional<SelfCheckId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(SelfCheckId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
