package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of an outlet; written {@code out_…}. */
public record OutletId(UUID value) {
    private static final String PREFIX = "out";

    /** Reads the public form; empty where {@code text} is not the id of an outlet. */
    public static Optional<OutletId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(OutletId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
