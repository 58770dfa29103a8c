package vn.phopay.webhook;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;

/** The queues of endpoints as their senders see them. Every future fails only on a database fault. */
final class QueueStore {
    private static final Sql CLAIM = Sql.load("webhook/claim_queues");
    private static final Sql READ_NEXT = Sql.load("webhook/read_next_delivery");
    private static final Sql MARK_QUEUE = Sql.load("webhook/mark_queue");
    private static final Sql MARK_DELIVERY = Sql.load("webhook/mark_delivery");
    private static final Sql INSERT_ATTEMPT = Sql.load("webhook/insert_attempt");
    private static final Sql DISABLE_GONE = Sql.load("webhook/disable_gone_endpoint");
    private static final Sql LOCK_LEASED = Sql.load("webhook/lock_leased_queue");
    private static final Sql SCHEDULE = Sql.load("webhook/schedule_queue");
    private static final Sql BURY = Sql.load("webhook/bury_overdue_deliveries");

    /**
     * An endpoint that belongs to one sender for a while.
     *
     * @param id tells this lease from any other
     * @param until after this anybody may take it
     */
    record Lease(UUID endpoint, UUID id, Instant until) {}

    /**
     * A delivery that is due.
     *
     * @param attempts made so far
     * @param failures of them since it was last scheduled anew
     * @param endpointFailures deliveries of the endpoint that failed one after the other, this one's included
     * @param secrets all that are valid now, newest first
     */
    record Due(
            UUID id,
            String eventId,
            String payload,
            int attempts,
            int failures,
            int endpointFailures,
            Instant giveUpAt,
            WebhookUrl url,
            List<byte[]> secrets) {}

    /**
     * What is kept after an attempt.
     *
     * @param status what the delivery is now
     * @param next when it is tried again; null where it is not
     * @param endpointFailures as {@link Due#endpointFailures()}, now
     * @param pausedUntil until when the endpoint is left alone; null where it is not
     */
    record Mark(
            DeliveryStatus status,
            @Nullable Instant next,
            int endpointFailures,
            @Nullable Instant pausedUntil,
            Instant attemptedAt,
            Instant now) {}

    /** Takes the lease, until {@code until}, on endpoints that are due {@code now}; {@code max} at most. */
    Future<List<Lease>> claim(SqlClient client, UUID leaseId, Instant now, Limits limits) {
        Tuple parameters = Tuple.of(utc(now), limits.max(), leaseId, utc(limits.until()));
        return CLAIM.execute(client, parameters).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Lease(row.getUUID("endpoint_id"), leaseId, limits.until()))
                .toList());
    }

    /** How many leases, and how long. */
    record Limits(int max, Instant until) {}

    /** The first delivery that is due; empty where there is none, or the lease or the endpoint is gone. */
    Future<Optional<Due>> next(SqlClient client, Lease lease, Instant now) {
        return READ_NEXT.execute(client, Tuple.of(lease.endpoint(), lease.id(), utc(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst().map(QueueStore::toDue));
    }

    /** Keeps an attempt and what came of it; gives false, and keeps nothing, where the lease was lost meanwhile. */
    Future<Boolean> mark(SqlConnection transaction, Lease lease, Due due, Outcome outcome) {
        Mark mark = outcome.mark();
        Tuple queue = Tuple.of(lease.endpoint(), lease.id(), mark.endpointFailures(), utcOrNull(mark.pausedUntil()));
        return MARK_QUEUE.execute(transaction, queue).compose(held -> held.rowCount() == 0
                ? Future.succeededFuture(false)
                : markDelivery(transaction, due, outcome)
                        .compose(done -> outcome.attempt().isGone()
                                ? DISABLE_GONE.execute(transaction, Tuple.of(lease.endpoint(), utc(mark.now())))
                                        .mapEmpty()
                                : Future.succeededFuture())
                        .map(true));
    }

    /** An attempt and what follows from it. */
    record Outcome(Attempt attempt, Mark mark) {}

    /** Gives the endpoint back and says when somebody has to look next. */
    Future<Void> release(SqlConnection transaction, Lease lease) {
        return LOCK_LEASED.execute(transaction, Tuple.of(lease.endpoint(), lease.id()))
                .compose(held -> held.rowCount() == 0
                        ? Future.succeededFuture()
                        : SCHEDULE.execute(transaction, Tuple.of(lease.endpoint(), lease.id())).mapEmpty());
    }

    /** Gives up what nobody will try any more; gives how many. */
    Future<Integer> buryOverdue(SqlClient client, Instant now, int max) {
        return BURY.execute(client, Tuple.of(utc(now), max)).map(rows -> rows.rowCount());
    }

    private static Future<Void> markDelivery(SqlConnection transaction, Due due, Outcome outcome) {
        Mark mark = outcome.mark();
        Attempt attempt = outcome.attempt();
        int attempts = due.attempts() + 1;
        boolean finished = mark.status() != DeliveryStatus.SCHEDULED;
        Tuple delivery = Tuple.of(due.id(), mark.status().name(), attempts,
                due.failures() + (attempt.isDelivered() ? 0 : 1), utcOrNull(mark.next()),
                finished ? utc(mark.now()) : null);
        Tuple row = Tuple.of(due.id(), attempts, utc(mark.attemptedAt()),
                Math.toIntExact(attempt.duration().toMillis()), attempt.statusCode().orElse(null),
                attempt.error().orElse(null));
        row.addString(attempt.response().orElse(null));
        return MARK_DELIVERY.execute(transaction, delivery)
                .compose(marked -> marked.rowCount() == 0
                        ? Future.succeededFuture()
                        : INSERT_ATTEMPT.execute(transaction, row).mapEmpty());
    }

    private static Due toDue(Row row) {
        return new Due(
                row.getUUID("delivery_id"),
                row.getString("event_id"),
                row.getString("payload"),
                row.getInteger("attempts"),
                row.getInteger("failures"),
                row.getInteger("endpoint_failures"),
                row.getOffsetDateTime("give_up_at").toInstant(),
                WebhookUrl.stored(row.getString("url")),
                Arrays.stream(row.getArrayOfBuffers("secrets")).map(Buffer::getBytes).toList());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant moment) {
        return moment == null ? null : utc(moment);
    }
}
