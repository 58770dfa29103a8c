package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a payment request; written {@code prq_…}. */
public record PaymentRequestId(UUID value) {
    private static final String PREFIX = "prq";

    /** Reads the public form; empty where {@code text} is not the id of a payment request. */
    public static Optional<PaymentRequestId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(PaymentRequestId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
