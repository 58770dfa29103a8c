package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a phone that hears a merchant's payments; written {@code lsn_…}. */
public record ListenerPhoneId(UUID value) {
    private static final String PREFIX = "lsn";

    /** Reads the public form; empty where {@code text} is not the id of such a phone. */
    public static Optional<ListenerPhoneId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(ListenerPhoneId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
