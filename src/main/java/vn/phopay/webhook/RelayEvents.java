package vn.phopay.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.phopay.db.Sql;
import vn.phopay.event.EventReader;
import vn.phopay.event.MerchantEvent;
import vn.phopay.identity.IdSource;

/**
 * Makes the deliveries of what was committed, each exactly once: they and the watermark they were read up to stand in
 * one transaction, under a lock that one instance holds at a time. So the writer of payments does nothing for webhooks,
 * and nothing that it commits is missed, however late it commits ({@link EventReader}).
 *
 * <p>Order numbers of an endpoint are given out without gaps, in the order of commits, with its queue held.
 */
public final class RelayEvents {
    private static final Sql TRY_LOCK = Sql.load("webhook/try_relay_lock");
    private static final Sql READ_WATERMARK = Sql.load("webhook/read_watermark");
    private static final Sql READ_WINDOW = Sql.load("webhook/list_window_events");
    private static final Sql MOVE_WATERMARK = Sql.load("webhook/move_watermark");
    private static final Sql LIST_OPEN = Sql.load("webhook/list_open_endpoints");
    private static final Sql LOCK_QUEUES = Sql.load("webhook/lock_queues");
    private static final Sql INSERT_DELIVERY = Sql.load("webhook/insert_delivery");
    private static final Sql ADVANCE_QUEUE = Sql.load("webhook/advance_queue");
    private static final int PAYMENTS_MAX = 4_000;

    private final Pool pool;
    private final RetrySchedule schedule;
    private final IdSource ids;
    private final Clock clock;

    /** A relay whose deliveries are given up when {@code schedule} says. */
    RelayEvents(Pool pool, RetrySchedule schedule, IdSource ids, Clock clock) {
        this.pool = pool;
        this.schedule = schedule;
        this.ids = ids;
        this.clock = clock;
    }

    /** One run; gives how many deliveries it made, 0 also where another instance is at it. */
    public Future<Integer> relay() {
        return pool.withTransaction(transaction -> TRY_LOCK.execute(transaction)
                .compose(rows -> rows.iterator().next().getBoolean("taken")
                        ? relayLocked(transaction) : Future.succeededFuture(0)));
    }

    private Future<Integer> relayLocked(SqlConnection transaction) {
        return READ_WATERMARK.execute(transaction)
                .map(rows -> rows.iterator().next().getLong("relayed_xid"))
                .compose(from -> READ_WINDOW.execute(transaction, Tuple.of(from, (long) PAYMENTS_MAX))
                        .compose(rows -> keep(transaction, from, rows)));
    }

    /** Stays where it is when nothing happened, so that an idle database is not written to. */
    private Future<Integer> keep(SqlConnection transaction, long fromXid, RowSet<Row> rows) {
        Row first = rows.iterator().next();
        long uptoXid = first.getLong("upto_xid");
        if (uptoXid < fromXid) {
            return Future.failedFuture(new IllegalStateException("the webhook watermark " + fromXid
                    + " lies ahead of the server's transaction " + uptoXid));
        }
        if (!first.getBoolean("has_events")) {
            return Future.succeededFuture(0);
        }
        return insert(transaction, offered(rows))
                .compose(made -> MOVE_WATERMARK.execute(transaction, Tuple.of(uptoXid, now())).map(made));
    }

    /** What may be of interest to each endpoint that is on, in order. */
    private static Map<UUID, List<MerchantEvent>> offered(RowSet<Row> rows) {
        Map<UUID, List<MerchantEvent>> endpointToEvents = new LinkedHashMap<>();
        for (Row row : rows) {
            UUID endpoint = row.getUUID("endpoint_id");
            if (endpoint != null) {
                endpointToEvents.computeIfAbsent(endpoint, none -> new ArrayList<>())
                        .add(EventReader.toEvent(row).orElseThrow());
            }
        }
        return endpointToEvents;
    }

    /** What endpoints want is read again once their queues are held: an edit that came between holds. */
    private Future<Integer> insert(SqlConnection transaction, Map<UUID, List<MerchantEvent>> endpointToEvents) {
        if (endpointToEvents.isEmpty()) {
            return Future.succeededFuture(0);
        }
        UUID[] endpoints = endpointToEvents.keySet().toArray(UUID[]::new);
        return LOCK_QUEUES.execute(transaction, Tuple.of((Object) endpoints))
                .compose(queues -> LIST_OPEN.execute(transaction, Tuple.of((Object) endpoints))
                        .map(open -> plan(queues, open, endpointToEvents)))
                .compose(plan -> write(transaction, plan));
    }

    private record Plan(List<Tuple> deliveries, List<Tuple> advances) {}

    private Plan plan(RowSet<Row> queues, RowSet<Row> open, Map<UUID, List<MerchantEvent>> endpointToEvents) {
        Map<UUID, EventFilter> endpointToFilter = new HashMap<>();
        open.forEach(row -> endpointToFilter.put(
                row.getUUID("endpoint_id"), new EventFilter(List.of(row.getArrayOfStrings("events")))));
        Plan plan = new Plan(new ArrayList<>(), new ArrayList<>());
        for (Row queue : queues) {
            EventFilter filter = endpointToFilter.get(queue.getUUID("endpoint_id"));
            if (filter != null) {
                List<MerchantEvent> events = endpointToEvents.getOrDefault(queue.getUUID("endpoint_id"), List.of());
                planEndpoint(plan, queue, filter, events);
            }
        }
        return plan;
    }

    private void planEndpoint(Plan plan, Row queue, EventFilter filter, List<MerchantEvent> events) {
        UUID endpoint = queue.getUUID("endpoint_id");
        long before = queue.getLong("last_sequence");
        long sequence = before;
        for (MerchantEvent source : events) {
            for (WebhookEvent event : WebhookEvent.of(source)) {
                if (filter.wants(event.type())) {
                    sequence++;
                    plan.deliveries().add(delivery(endpoint, sequence, new Told(event, source)));
                }
            }
        }
        if (sequence > before) {
            plan.advances().add(Tuple.of(endpoint, sequence, now()));
        }
    }

    private static Future<Integer> write(SqlConnection transaction, Plan plan) {
        return plan.deliveries().isEmpty()
                ? Future.succeededFuture(0)
                : INSERT_DELIVERY.executeBatch(transaction, plan.deliveries())
                        .compose(inserted -> ADVANCE_QUEUE.executeBatch(transaction, plan.advances()))
                        .map(plan.deliveries().size());
    }

    /** An event, and the place from which checks find it again. */
    private record Told(WebhookEvent event, MerchantEvent source) {}

    private Tuple delivery(UUID endpoint, long sequence, Told told) {
        WebhookEvent event = told.event();
        MerchantEvent source = told.source();
        Instant giveUpAt = schedule.giveUpAt(clock.instant());
        Tuple row = Tuple.of(ids.next(), endpoint, sequence, event.id(), event.type(), source.position().xid());
        return row.addUUID(source.position().key())
                .addUUID(source.payment().id().value())
                .addString(event.payload(sequence))
                .addOffsetDateTime(now())
                .addOffsetDateTime(giveUpAt.atOffset(ZoneOffset.UTC));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
