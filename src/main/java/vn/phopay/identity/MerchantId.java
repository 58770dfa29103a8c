package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a merchant; written {@code mch_…}. */
public record MerchantId(UUID value) {
    private static final String PREFIX = "mch";

    /** Reads the public form; empty where {@code text} is not the id of a merchant. */
    public static Optional<MerchantId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(MerchantId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
