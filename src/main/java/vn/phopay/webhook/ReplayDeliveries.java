package vn.phopay.webhook;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.WebhookDeliveryId;
import vn.phopay.identity.WebhookEndpointId;
import vn.phopay.webhook.ManageEndpoints.Owner;

/**
 * Has deliveries sent again for their owner, whatever became of them, and test events sent at all. A delivery keeps its
 * id and its order number: a receiver that has it knows it. Runs on virtual threads.
 */
public final class ReplayDeliveries {
    /** Most deliveries that one call sends again. */
    public static final int RANGE_MAX = 10_000;

    private static final String SUBJECT_KIND = "WEBHOOK_ENDPOINT";

    private final EndpointStore endpoints = new EndpointStore();
    private final DeliveryStore deliveries = new DeliveryStore();
    private final RetrySchedule schedule;
    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;

    ReplayDeliveries(RetrySchedule schedule, AuditLog audit, IdSource ids, Clock clock) {
        this.schedule = schedule;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Result permits Scheduled, Disabled, RangeTooLong, NotFound {}

    /** So many are due now, once the transaction commits; {@code one} where it was asked for one. */
    public record Scheduled(int deliveries, Optional<WebhookDelivery> one) implements Result {}

    /** The endpoint is switched off: nothing would be sent. */
    public record Disabled() implements Result {}

    /** More than {@link #RANGE_MAX}. */
    public record RangeTooLong() implements Result {}

    /** The merchant has no such endpoint, or that no such delivery. */
    public record NotFound() implements Result {}

    /** Sends one again. */
    public Result replay(SqlConnection transaction, Owner owner, WebhookEndpointId endpoint, WebhookDeliveryId id) {
        return ifOn(transaction, owner, endpoint, () -> {
            if (!await(deliveries.replay(transaction, endpoint, id, times()))) {
                return new NotFound();
            }
            return scheduled(transaction, owner, endpoint, await(deliveries.find(transaction, endpoint, id)));
        });
    }

    /** Sends a range again, from its lowest number on. */
    public Result replay(SqlConnection transaction, Owner owner, WebhookEndpointId endpoint, ReplayRange range) {
        return ifOn(transaction, owner, endpoint, () -> {
            if (await(deliveries.count(transaction, endpoint, range, RANGE_MAX + 1)) > RANGE_MAX) {
                return new RangeTooLong();
            }
            int replayed = await(deliveries.replay(transaction, endpoint, range, times()));
            await(endpoints.scheduleQueue(transaction, endpoint));
            keep(transaction, AuditEntry.of(owner.actor(), "webhook.replay", SUBJECT_KIND, endpoint.toString())
                    .with("deliveries", replayed));
            return new Scheduled(replayed, Optional.empty());
        });
    }

    /** Sends a test event, whatever the endpoint asked for; it takes the next order number. */
    public Result ping(SqlConnection transaction, Owner owner, WebhookEndpointId endpoint) {
        return ifOn(transaction, owner, endpoint, () -> {
            WebhookDeliveryId id = new WebhookDeliveryId(ids.next());
            DeliveryStore.Times times = times();
            DeliveryStore.Ping ping = new DeliveryStore.Ping(WebhookEvent.ping(id.value(), times.due()), times);
            await(deliveries.insertPing(transaction, endpoint, id, ping));
            return scheduled(transaction, owner, endpoint, await(deliveries.find(transaction, endpoint, id)));
        });
    }

    private Result scheduled(SqlConnection transaction, Owner owner, WebhookEndpointId endpoint,
            Optional<WebhookDelivery> delivery) {
        await(endpoints.scheduleQueue(transaction, endpoint));
        keep(transaction, AuditEntry.of(owner.actor(), "webhook.replay", SUBJECT_KIND, endpoint.toString())
                .with("deliveryId", delivery.orElseThrow().id().toString()));
        return new Scheduled(1, delivery);
    }

    private Result ifOn(SqlConnection transaction, Owner owner, WebhookEndpointId id,
            Supplier<Result> act) {
        Optional<WebhookEndpoint> found = await(endpoints.findHeld(transaction, id, owner.merchant()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        return found.get().wish().disabled().isPresent() ? new Disabled() : act.get();
    }

    private DeliveryStore.Times times() {
        Instant now = clock.instant();
        return new DeliveryStore.Times(now, schedule.giveUpAt(now));
    }

    private void keep(SqlConnection transaction, AuditEntry entry) {
        await(audit.record(transaction, entry));
    }
}
