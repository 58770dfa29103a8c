package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a registration that is not sent yet; written {@code drf_…}. */
public record DraftId(UUID value) {
    private static final String PREFIX = "drf";

    /** Reads the public form; empty where {@code text} is not the id of a draft. */
    public static Optional<DraftId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(DraftId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
