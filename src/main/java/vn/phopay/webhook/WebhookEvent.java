package vn.phopay.webhook;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phopay.event.EventKind;
import vn.phopay.event.MerchantEvent;
import vn.phopay.identity.PublicId;
import vn.phopay.payment.PaymentFields;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.time.BusinessDay;

/**
 * One event as endpoints are told it. One payment makes up to two: what happened to the payment, and what that made of
 * its request.
 *
 * @param id the same for every endpoint and every attempt: what a receiver knows repeats by ({@code webhook-id})
 * @param type its name, such as {@code payment.received}
 * @param at when it was recorded
 * @param data what the type's description says
 */
record WebhookEvent(String id, String type, Instant at, JsonObject data) {
    static final String PING = "ping";

    private static final String REQUEST_PAID = "payment_request.paid";
    private static final String REQUEST_UNDERPAID = "payment_request.underpaid";
    private static final String REQUEST_OVERPAID = "payment_request.overpaid";
    /** All that an endpoint can ask for; a ping comes when its owner asks. */
    static final Set<String> TYPES = Stream.concat(
            Arrays.stream(EventKind.values()).map(EventKind::word),
            Stream.of(REQUEST_PAID, REQUEST_UNDERPAID, REQUEST_OVERPAID)).collect(Collectors.toUnmodifiableSet());

    /** What endpoints are told of {@code event}, in the order in which they are told. */
    static List<WebhookEvent> of(MerchantEvent event) {
        JsonObject fields = new JsonObject(PaymentFields.of(event.payment()));
        String id = "evt_" + event.position().xid() + PublicId.format("", event.position().key());
        List<WebhookEvent> told = new ArrayList<>();
        told.add(new WebhookEvent(id, event.kind().word(), event.at(), fields));
        event.request().ifPresent(effect -> requestType(effect.outcome()).ifPresent(type ->
                told.add(new WebhookEvent(id + "_request", type, event.at(), new JsonObject()
                        .put("paymentRequestId", effect.request().toString())
                        .put("payment", fields)))));
        return told;
    }

    /** A test event that only {@code id} tells from others. */
    static WebhookEvent ping(UUID id, Instant at) {
        return new WebhookEvent(PublicId.format("evt_ping", id), PING, at, new JsonObject());
    }

    /** The body that every attempt of one endpoint sends, byte for byte; {@code sequence} lets the receiver sort. */
    String payload(long sequence) {
        return new JsonObject()
                .put("id", id)
                .put("type", type)
                .put("timestamp", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        OffsetDateTime.ofInstant(at, BusinessDay.ZONE)))
                .put("sequence", sequence)
                .put("data", data)
                .encode();
    }

    private static Optional<String> requestType(PaymentOutcome outcome) {
        return switch (outcome) {
            case MATCHED -> Optional.of(REQUEST_PAID);
            case UNDERPAID -> Optional.of(REQUEST_UNDERPAID);
            case OVERPAID -> Optional.of(REQUEST_OVERPAID);
            default -> Optional.empty();
        };
    }
}
