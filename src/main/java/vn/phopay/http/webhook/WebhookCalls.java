package vn.phopay.http.webhook;

import java.util.List;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.http.Call;
import vn.phopay.http.Fields;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.WebhookDeliveryId;
import vn.phopay.identity.WebhookEndpointId;
import vn.phopay.webhook.EventFilter;
import vn.phopay.webhook.ManageEndpoints;
import vn.phopay.webhook.ManageEndpoints.Owner;
import vn.phopay.webhook.ReplayDeliveries;

/** What the endpoints about webhooks have in common. An id of another form is nobody's. */
final class WebhookCalls {
    static final String PATH = "/api/v1/webhook-endpoints";
    static final String ENDPOINT = PATH + "/{id}";
    static final String DELIVERIES = ENDPOINT + "/deliveries";

    private static final String DELIVERY = "deliveryId";
    private static final int WORDS_MAX = 32;

    private WebhookCalls() {}

    static MerchantId merchant(Call call) {
        return new MerchantId(call.principal().subjectId());
    }

    static Owner owner(Call call) {
        return new Owner(merchant(call), AuditEntry.Actor.of(call.principal(), call.requestId()));
    }

    static WebhookEndpointId endpointId(Call call) {
        return WebhookEndpointId.parse(call.path("id")).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such webhook endpoint."));
    }

    static WebhookDeliveryId deliveryId(Call call) {
        return WebhookDeliveryId.parse(call.path(DELIVERY)).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such delivery."));
    }

    /** Reads {@code events}; the body's check refuses what means nothing. */
    static EventFilter events(Fields body) {
        List<String> words = body.texts("events", WORDS_MAX);
        return EventFilter.parse(words).orElseGet(() -> {
            body.fail("events", EventFilter.RULE);
            return new EventFilter(words);
        });
    }

    static Reply notFound() {
        return Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "There is nothing of yours at this address.");
    }

    /** The answer to an act on an endpoint that showed no secret. */
    static Reply toReply(ManageEndpoints.Result result) {
        return switch (result) {
            case ManageEndpoints.Done done -> WebhookJson.ok(done.endpoint());
            case ManageEndpoints.WithSecret shown -> WebhookJson.withSecret(shown);
            case ManageEndpoints.NotFound none -> notFound();
            case ManageEndpoints.Stale(long version) -> Reply.problem(
                    ProblemCode.REQUEST_PRECONDITION_FAILED, "Version " + version + " is there now; read it again.");
            case ManageEndpoints.TooMany(int max) -> Reply.problem(
                    ProblemCode.WEBHOOK_LIMIT, "There may be " + max + " at a time.");
        };
    }

    /** The answer to having something sent. */
    static Reply toReply(ReplayDeliveries.Result result) {
        return switch (result) {
            case ReplayDeliveries.Scheduled scheduled -> Reply.json(202, scheduled.one()
                    .map(WebhookJson::of)
                    .orElseGet(() -> WebhookJson.replayed(scheduled.deliveries())));
            case ReplayDeliveries.Disabled off -> Reply.problem(
                    ProblemCode.WEBHOOK_DISABLED, "Switch the endpoint on first: PATCH it with disabled false.");
            case ReplayDeliveries.RangeTooLong range -> Reply.problem(ProblemCode.REQUEST_INVALID,
                    "More than " + ReplayDeliveries.RANGE_MAX + " deliveries: choose a smaller range.");
            case ReplayDeliveries.NotFound none -> notFound();
        };
    }

    static Optional<Long> number(Fields body, String name) {
        return body.optionalInteger(name, 1, Long.MAX_VALUE);
    }
}
