package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a screen on a wall; written {@code scr_…}. */
public record ScreenId(UUID value) {
    private static final String PREFIX = "scr";

    /** Reads the public form; empty where {@code text} is not the id of a screen. */
    public static Optional<ScreenId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(ScreenId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
