package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a payment; written {@code pay_…}. */
public record PaymentId(UUID value) {
    private static final String PREFIX = "pay";

    /** Reads the public form; empty where {@code text} is not the id of a payment. */
    public static Optional<PaymentId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(PaymentId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
