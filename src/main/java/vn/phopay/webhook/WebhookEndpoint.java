package vn.phopay.webhook;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.WebhookEndpointId;

/**
 * A server of a merchant's that wants to be told.
 *
 * @param version rises with every edit
 */
public record WebhookEndpoint(
        WebhookEndpointId id,
        MerchantId merchant,
        Wish wish,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /**
     * What its owner can change.
     *
     * @param disabled why it is told nothing now
     */
    public record Wish(WebhookUrl url, EventFilter events, Optional<DisabledReason> disabled) {}

    /** Why an endpoint is switched off. */
    public enum DisabledReason {
        /** Its owner did it. */
        OWNER,
        /** Its receiver answered 410. */
        GONE
    }
}
