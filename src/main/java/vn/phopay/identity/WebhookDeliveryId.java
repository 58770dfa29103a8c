package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a webhook delivery; written {@code whd_…}. */
public record WebhookDeliveryId(UUID value) {
    private static final String PREFIX = "whd";

    /** Reads the public form; empty where {@code text} is not the id of a webhook delivery. */
    public static Optional<WebhookDeliveryId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(WebhookDeliveryId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
