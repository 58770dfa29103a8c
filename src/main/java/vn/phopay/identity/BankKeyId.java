package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a bank's key; written {@code bnk_…}. */
public record BankKeyId(UUID value) {
    private static final String PREFIX = "bnk";

    /** Reads the public form; empty where {@code text} is not the id of a bank's key. */
    public static Optional<BankKeyId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(BankKeyId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
