package vn.phopay.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.identity.WebhookDeliveryId;

/**
 * One event on its way to one endpoint, as its owner reads it.
 *
 * @param sequence its order number at the endpoint, from 1 without gaps
 * @param eventId {@code webhook-id}, the same at every attempt
 * @param payload the body that is sent
 * @param attempts how often it was tried
 * @param log the latest attempts, oldest first
 */
public record WebhookDelivery(
        WebhookDeliveryId id,
        long sequence,
        String eventId,
        String type,
        State state,
        Instant createdAt,
        String payload,
        int attempts,
        List<Tried> log) {

    /** Copies {@code log}. */
    public WebhookDelivery {
        log = List.copyOf(log);
    }

    /** What became of it so far; {@code nextAttemptAt} while it is scheduled, {@code finishedAt} once it is not. */
    public record State(DeliveryStatus status, Optional<Instant> nextAttemptAt, Optional<Instant> finishedAt) {}

    /**
     * One attempt.
     *
     * @param number from 1
     * @param statusCode what was answered
     * @param error why it failed
     * @param response the beginning of the answer
     */
    public record Tried(
            int number,
            Instant at,
            int durationMs,
            Optional<Integer> statusCode,
            Optional<String> error,
            Optional<String> response) {}
}
