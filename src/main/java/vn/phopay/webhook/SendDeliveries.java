package vn.phopay.webhook;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.config.WebhookConfig;
import vn.phopay.identity.IdSource;
import vn.phopay.webhook.QueueStore.Due;
import vn.phopay.webhook.QueueStore.Lease;
import vn.phopay.webhook.QueueStore.Limits;
import vn.phopay.webhook.QueueStore.Mark;
import vn.phopay.webhook.QueueStore.Outcome;

/**
 * Sends what is due. An endpoint is leased by one sender of one instance at a time and is sent one delivery after the
 * other, in the order of their numbers as far as they are due; so no endpoint can delay another. A sender that dies
 * leaves its lease to run out: whoever comes next sends again, under the same id.
 *
 * <p>One delivery that fails does not hold those behind it. A receiver that fails several times in a row is left alone
 * for a while, growing to minutes, or for as long as it asks to.
 */
public final class SendDeliveries {
    private static final Logger LOG = LoggerFactory.getLogger(SendDeliveries.class);
    /** Failures one after the other before an endpoint is left alone. */
    private static final int FAILURES_IN_A_ROW = 3;
    private static final Duration PAUSE_MIN = Duration.ofSeconds(5);
    private static final int PAUSE_DOUBLINGS_MAX = 6;

    private final Parts parts;
    private final WebhookConfig.Sending limits;
    private final Clock clock;
    private final QueueStore queues = new QueueStore();
    private final Map<Lease, Future<Void>> held = new HashMap<>();
    private boolean stopping;

    /** What a sender works with. */
    record Parts(
            Pool pool,
            VirtualThreads threads,
            WebhookClient client,
            RetrySchedule schedule,
            IdSource ids,
            WebhookMetrics metrics) {}

    SendDeliveries(Parts parts, WebhookConfig.Sending limits, Clock clock) {
        this.parts = parts;
        this.limits = limits;
        this.clock = clock;
    }

    /** Takes what is due, as far as senders are free, and sends it meanwhile; gives how many endpoints it took. */
    public Future<Integer> claim() {
        int free = free();
        if (free == 0) {
            return Future.succeededFuture(0);
        }
        Instant now = clock.instant();
        return queues.claim(parts.pool(), parts.ids().next(), now, new Limits(free, now.plus(limits.lease())))
                .onSuccess(leases -> leases.forEach(this::send))
                .map(List::size);
    }

    /** Takes no more; completes when what is in flight is marked. */
    public synchronized Future<Void> stop() {
        stopping = true;
        return Future.join(List.copyOf(held.values())).mapEmpty();
    }

    private synchronized int free() {
        return stopping ? 0 : limits.senders() - held.size();
    }

    private synchronized void send(Lease lease) {
        Future<Void> sent = parts.threads().call(() -> {
            sendAll(lease);
            return null;
        });
        // What is not marked because of a fault is sent again when the lease has run out.
        held.put(lease, sent.otherwise(fault -> {
            LOG.warn("event=webhook_sender_failed endpointId={} fault={}", lease.endpoint(), fault.toString());
            return null;
        }));
        sent.onComplete(done -> giveBack(lease));
    }

    private synchronized void giveBack(Lease lease) {
        held.remove(lease);
    }

    private void sendAll(Lease lease) {
        boolean goOn = true;
        while (goOn) {
            Optional<Due> due = Future.await(queues.next(parts.pool(), lease, clock.instant()));
            goOn = due.isPresent() && send(lease, due.get()) && hasTime(lease) && !isStopping();
        }
        Future.await(parts.pool().withTransaction(transaction -> queues.release(transaction, lease)));
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /** Whether another attempt would be over before the lease is. */
    private boolean hasTime(Lease lease) {
        return clock.instant().plus(limits.timeout()).isBefore(lease.until());
    }

    /** Sends one delivery and keeps what came of it; gives whether the endpoint can take the next one now. */
    private boolean send(Lease lease, Due due) {
        Instant at = clock.instant();
        Attempt attempt = Future.await(parts.client().post(due.url(), headers(due, at), due.payload()));
        parts.metrics().attempted(attempt);
        Outcome outcome = new Outcome(attempt, mark(due, attempt, at));
        boolean kept = Future.await(parts.pool().withTransaction(
                transaction -> queues.mark(transaction, lease, due, outcome)));
        LOG.info("event=webhook_attempt deliveryId={} attempt={} status={} error=\"{}\" now={} kept={}", due.id(),
                due.attempts() + 1, attempt.statusCode().orElse(0), attempt.error().orElse(""),
                outcome.mark().status(), kept);
        return kept && !attempt.isGone() && outcome.mark().pausedUntil() == null;
    }

    private static MultiMap headers(Due due, Instant at) {
        return MultiMap.caseInsensitiveMultiMap()
                .add("content-type", "application/json")
                .add("user-agent", "phopay-webhooks")
                .add("webhook-id", due.eventId())
                .add("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .add("webhook-signature", WebhookSignature.of(due.eventId(), at, due.payload(), due.secrets()));
    }

    private Mark mark(Due due, Attempt attempt, Instant at) {
        Instant now = clock.instant();
        if (attempt.isDelivered()) {
            return new Mark(DeliveryStatus.DELIVERED, null, 0, null, at, now);
        }
        Optional<Instant> next = parts.schedule().next(new RetrySchedule.Failure(
                due.failures() + 1, now, due.giveUpAt(), attempt.retryAfter()));
        int inARow = due.endpointFailures() + 1;
        Instant pausedUntil = pause(inARow, attempt).map(now::plus).orElse(null);
        return new Mark(next.isPresent() ? DeliveryStatus.SCHEDULED : DeliveryStatus.DEAD, next.orElse(null), inARow,
                pausedUntil, at, now);
    }

    private Optional<Duration> pause(int inARow, Attempt attempt) {
        if (attempt.retryAfter().isPresent()) {
            return attempt.retryAfter().map(parts.schedule()::bounded);
        }
        return inARow < FAILURES_IN_A_ROW
                ? Optional.empty()
                : Optional.of(PAUSE_MIN.multipliedBy(
                        1L << Math.min(inARow - FAILURES_IN_A_ROW, PAUSE_DOUBLINGS_MAX)));
    }
}
