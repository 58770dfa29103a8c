package vn.phopay.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.WebhookDeliveryId;
import vn.phopay.identity.WebhookEndpointId;
import vn.phopay.webhook.WebhookDelivery.State;
import vn.phopay.webhook.WebhookDelivery.Tried;

/** Deliveries as their owner sees them. Every future fails only on a database fault. */
final class DeliveryStore {
    private static final Sql LIST = Sql.load("webhook/list_deliveries");
    private static final Sql FIND = Sql.load("webhook/find_delivery");
    private static final Sql LIST_ATTEMPTS = Sql.load("webhook/list_attempts");
    private static final Sql REPLAY = Sql.load("webhook/replay_delivery");
    private static final Sql COUNT_RANGE = Sql.load("webhook/count_replayed_deliveries");
    private static final Sql REPLAY_RANGE = Sql.load("webhook/replay_deliveries");
    private static final Sql LOCK_QUEUES = Sql.load("webhook/lock_queues");
    private static final Sql INSERT = Sql.load("webhook/insert_delivery");
    private static final Sql ADVANCE_QUEUE = Sql.load("webhook/advance_queue");
    /** More than a delivery gets in its time; only replays can exceed it. */
    private static final int ATTEMPTS_SHOWN_MAX = 50;

    /** Which deliveries of an endpoint: of one status or any, with numbers below {@code before} if that is given. */
    record Filter(WebhookEndpointId endpoint, Optional<DeliveryStatus> status, Optional<Long> before) {}

    /** Latest first, with their attempts. */
    Future<List<WebhookDelivery>> list(SqlClient client, Filter filter, int limit) {
        Tuple parameters = Tuple.of(filter.endpoint().value(), filter.status().map(Enum::name).orElse(null),
                filter.before().orElse(null), limit);
        return LIST.execute(client, parameters).compose(rows -> withAttempts(client, rows));
    }

    Future<Optional<WebhookDelivery>> find(SqlClient client, WebhookEndpointId endpoint, WebhookDeliveryId id) {
        return FIND.execute(client, Tuple.of(id.value(), endpoint.value()))
                .compose(rows -> withAttempts(client, rows))
                .map(found -> found.stream().findFirst());
    }

    /** When something is due, and when it is given up. */
    record Times(Instant due, Instant giveUpAt) {}

    /** Schedules a delivery anew; gives whether there is one. */
    Future<Boolean> replay(
            SqlConnection transaction, WebhookEndpointId endpoint, WebhookDeliveryId id, Times times) {
        return REPLAY.execute(transaction, Tuple.of(
                        id.value(), endpoint.value(), utc(times.due()), utc(times.giveUpAt())))
                .map(rows -> rows.rowCount() == 1);
    }

    /** How many deliveries a range has, up to {@code max}. */
    Future<Long> count(SqlConnection transaction, WebhookEndpointId endpoint, ReplayRange range, int max) {
        return COUNT_RANGE.execute(transaction, parameters(endpoint, range).addInteger(max))
                .map(rows -> rows.iterator().next().getLong("deliveries"));
    }

    /** Schedules a range anew; gives how many. */
    Future<Integer> replay(
            SqlConnection transaction, WebhookEndpointId endpoint, ReplayRange range, Times times) {
        return REPLAY_RANGE.execute(transaction, parameters(endpoint, range)
                .addOffsetDateTime(utc(times.due())).addOffsetDateTime(utc(times.giveUpAt()))).map(RowSet::rowCount);
    }

    /** Adds a delivery that is of no payment under the next number; gives that. */
    Future<Long> insertPing(SqlConnection transaction, WebhookEndpointId endpoint, WebhookDeliveryId id, Ping ping) {
        return LOCK_QUEUES.execute(transaction, Tuple.of((Object) new UUID[] {endpoint.value()}))
                .map(rows -> rows.iterator().next().getLong("last_sequence") + 1)
                .compose(sequence -> INSERT.execute(transaction, row(endpoint, id, sequence, ping))
                        .compose(inserted -> ADVANCE_QUEUE.execute(
                                transaction, Tuple.of(endpoint.value(), sequence, utc(ping.times().due()))))
                        .map(sequence));
    }

    /** A test event. */
    record Ping(WebhookEvent event, Times times) {}

    private static Tuple row(WebhookEndpointId endpoint, WebhookDeliveryId id, long sequence, Ping ping) {
        Tuple row = Tuple.of(
                id.value(), endpoint.value(), sequence, ping.event().id(), ping.event().type(), (Object) null);
        return row.addUUID(null).addUUID(null)
                .addString(ping.event().payload(sequence))
                .addOffsetDateTime(utc(ping.times().due()))
                .addOffsetDateTime(utc(ping.times().giveUpAt()));
    }

    private static Tuple parameters(WebhookEndpointId endpoint, ReplayRange range) {
        return Tuple.of(endpoint.value(), range.fromSequence().orElse(null), range.toSequence().orElse(null),
                range.from().map(DeliveryStore::utc).orElse(null), range.to().map(DeliveryStore::utc).orElse(null));
    }

    private static Future<List<WebhookDelivery>> withAttempts(SqlClient client, RowSet<Row> rows) {
        UUID[] ids = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("delivery_id")).toArray(UUID[]::new);
        return LIST_ATTEMPTS.execute(client, Tuple.of(ids, ATTEMPTS_SHOWN_MAX)).map(attempts -> {
            Map<UUID, List<Tried>> idToLog = new HashMap<>();
            attempts.forEach(row -> idToLog.computeIfAbsent(row.getUUID("delivery_id"), none -> new ArrayList<>())
                    .add(toTried(row)));
            return StreamSupport.stream(rows.spliterator(), false).map(row -> toDelivery(
                    row, idToLog.getOrDefault(row.getUUID("delivery_id"), List.of()))).toList();
        });
    }

    private static WebhookDelivery toDelivery(Row row, List<Tried> log) {
        return new WebhookDelivery(
                new WebhookDeliveryId(row.getUUID("delivery_id")),
                row.getLong("sequence"),
                row.getString("event_id"),
                row.getString("event_type"),
                new State(
                        DeliveryStatus.valueOf(row.getString("status")),
                        Optional.ofNullable(row.getOffsetDateTime("next_attempt_at")).map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.getOffsetDateTime("finished_at")).map(OffsetDateTime::toInstant)),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("payload"),
                row.getInteger("attempts"),
                log);
    }

    private static Tried toTried(Row row) {
        return new Tried(
                row.getInteger("attempt"),
                row.getOffsetDateTime("attempted_at").toInstant(),
                row.getInteger("duration_ms"),
                Optional.ofNullable(row.getInteger("status_code")),
                Optional.ofNullable(row.getString("error")),
                Optional.ofNullable(row.getString("response")));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
