package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a merchant's receiving account; written {@code acc_…}. */
public record AccountId(UUID value) {
    private static final String PREFIX = "acc";

    /** Reads the public form; empty where {@code text} is not the id of a merchant's receiving account. */
    public static Optional<AccountId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(AccountId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
