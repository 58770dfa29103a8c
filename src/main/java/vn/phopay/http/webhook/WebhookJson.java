package vn.phopay.http.webhook;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Reply;
import vn.phopay.time.BusinessDay;
import vn.phopay.webhook.ManageEndpoints;
import vn.phopay.webhook.WebhookDelivery;
import vn.phopay.webhook.WebhookDelivery.Tried;
import vn.phopay.webhook.WebhookEndpoint;

/** Endpoints and deliveries as JSON. A secret is in an answer once: when it is drawn. */
final class WebhookJson {
    private WebhookJson() {}

    static Reply ok(WebhookEndpoint endpoint) {
        return Reply.ok(of(endpoint)).with("etag", EntityTag.ofVersion(endpoint.version()));
    }

    static Reply withSecret(ManageEndpoints.WithSecret shown) {
        return Reply.ok(of(shown)).with("cache-control", "no-store");
    }

    static JsonObject of(ManageEndpoints.WithSecret shown) {
        return of(shown.endpoint()).put("secret", shown.secret());
    }

    static JsonObject of(WebhookEndpoint endpoint) {
        return new JsonObject()
                .put("id", endpoint.id().toString())
                .put("url", endpoint.wish().url().toString())
                .put("events", new JsonArray(endpoint.wish().events().words()))
                .put("disabled", endpoint.wish().disabled().isPresent())
                .put("disabledReason", endpoint.wish().disabled().map(Enum::name).orElse(null))
                .put("createdAt", time(endpoint.createdAt()))
                .put("updatedAt", time(endpoint.updatedAt()));
    }

    static JsonObject of(WebhookDelivery delivery) {
        JsonArray log = new JsonArray();
        delivery.log().forEach(tried -> log.add(of(tried)));
        return new JsonObject()
                .put("id", delivery.id().toString())
                .put("sequence", delivery.sequence())
                .put("eventId", delivery.eventId())
                .put("type", delivery.type())
                .put("status", delivery.state().status().name())
                .put("createdAt", time(delivery.createdAt()))
                .put("nextAttemptAt", timeOrNull(delivery.state().nextAttemptAt()))
                .put("finishedAt", timeOrNull(delivery.state().finishedAt()))
                .put("attemptCount", delivery.attempts())
                .put("attempts", log)
                .put("payload", new JsonObject(delivery.payload()));
    }

    static JsonObject replayed(int deliveries) {
        return new JsonObject().put("replayed", deliveries);
    }

    static JsonObject list(List<JsonObject> items, @Nullable String next) {
        return new JsonObject().put("items", new JsonArray(items)).put("next", next);
    }

    private static JsonObject of(Tried tried) {
        return new JsonObject()
                .put("number", tried.number())
                .put("attemptedAt", time(tried.at()))
                .put("durationMs", tried.durationMs())
                .put("statusCode", tried.statusCode().orElse(null))
                .put("error", tried.error().orElse(null))
                .put("response", tried.response().orElse(null));
    }

    private static @Nullable String timeOrNull(Optional<Instant> moment) {
        return moment.map(WebhookJson::time).orElse(null);
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(moment, BusinessDay.ZONE));
    }
}
