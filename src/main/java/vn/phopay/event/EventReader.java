package vn.phopay.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.db.Sql;
import vn.phopay.event.MerchantEvent.RequestEffect;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.payment.PaymentReader;

/**
 * Reads events by the transaction that recorded them, only below the oldest transaction that still runs: there nothing
 * can appear any more, so whoever has read up to a place never misses what commits later. Every future fails only on a
 * database fault.
 */
public final class EventReader {
    private static final Sql HORIZON = Sql.load("event/read_horizon");
    private static final Sql WINDOW = Sql.load("event/list_window_events");
    private static final Sql POSITION_AGE = Sql.load("event/read_position_age");
    private static final Sql AFTER = Sql.load("event/list_events_after");

    /**
     * A piece of one merchant's events.
     *
     * @param after the place before the first one
     * @param uptoXid transactions from here on are left out; at most the horizon
     * @param limit most events
     */
    public record Span(MerchantId merchant, EventPosition after, long uptoXid, int limit) {}

    /** The oldest transaction that still runs: everything below it is final. */
    public Future<Long> horizon(SqlClient client) {
        return HORIZON.execute(client).map(rows -> rows.iterator().next().getLong("horizon_xid"));
    }

    /** How old what comes after {@code position} may be: the age of the first payment from its transaction on. */
    public Future<Duration> age(SqlClient client, EventPosition position) {
        return POSITION_AGE.execute(client, Tuple.of(position.xid())).map(rows -> rows.size() == 0
                ? Duration.ZERO : Duration.ofMillis(rows.iterator().next().getLong("age_ms")));
    }

    /**
     * What was recorded from {@code fromXid} on for any of {@code merchants}. It ends at the horizon, or after the
     * transaction in which the {@code paymentsMax}-th payment of anybody stands.
     */
    public Future<EventWindow> window(
            SqlClient client, long fromXid, int paymentsMax, Collection<MerchantId> merchants) {
        UUID[] ids = merchants.stream().map(MerchantId::value).toArray(UUID[]::new);
        return WINDOW.execute(client, Tuple.of(fromXid, (long) paymentsMax, ids))
                .map(rows -> new EventWindow(fromXid, rows.iterator().next().getLong("upto_xid"), toEvents(rows)));
    }

    /** One merchant's events of {@code span}, in order. */
    public Future<List<MerchantEvent>> after(SqlClient client, Span span) {
        Tuple parameters = Tuple.of(
                span.merchant().value(), span.after().xid(), span.after().key(), span.uptoXid(), span.limit());
        return AFTER.execute(client, parameters).map(EventReader::toEvents);
    }

    /** The event of a row with the columns that the statements on events select; empty where the row has none. */
    public static Optional<MerchantEvent> toEvent(Row row) {
        UUID key = row.getUUID("event_key");
        return key == null ? Optional.empty() : Optional.of(new MerchantEvent(
                new EventPosition(row.getLong("recorded_xid"), key),
                EventKind.of(row.getString("event_kind")),
                new MerchantId(row.getUUID("merchant_id")),
                row.getOffsetDateTime("event_at").toInstant(),
                PaymentReader.toView(row),
                Optional.ofNullable(row.getUUID("event_request_id")).map(request -> new RequestEffect(
                        new PaymentRequestId(request), PaymentOutcome.valueOf(row.getString("event_outcome")))),
                new MerchantEvent.Shown(Optional.ofNullable(row.getString("outlet_name")),
                        Optional.ofNullable(row.getLong("asked_vnd")))));
    }

    private static List<MerchantEvent> toEvents(RowSet<Row> rows) {
        List<MerchantEvent> events = new ArrayList<>(rows.size());
        rows.forEach(row -> toEvent(row).ifPresent(events::add));
        return events;
    }
}
