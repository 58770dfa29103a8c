package vn.phopay.identity;

import java.util.Optional;
import java.util.UUID;

/** The id of a webhook endpoint; written {@code whe_…}. */
public record WebhookEndpointId(UUID value) {
    private static final String PREFIX = "whe";

    /** Reads the public form; empty where {@code text} is not the id of a webhook endpoint. */
    public static Optional<WebhookEndpointId> parse(String text) {
        return PublicId.parse(PREFIX, text).map(WebhookEndpointId::new);
    }

    @Override
    public String toString() {
        return PublicId.format(PREFIX, value);
    }
}
