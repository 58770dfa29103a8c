package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a log-in; written {@code ses_…}. */
public record SessionId(UUID value) {
    private static final String PREFIX = "ses";

    /** Reads the public form; empty where {@code text} is not the id of a log-in. */
    public static Optional<SessionId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(SessionId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
