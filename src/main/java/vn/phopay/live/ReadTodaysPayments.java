package vn.phopay.live;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.PaymentOutcome;

/** Reads what came on one business day, as the live page shows it. */
public final class ReadTodaysPayments {
    private static final Sql LIST = Sql.load("live/list_days_payments");

    /**
     * A day so far.
     *
     * @param latest the payments that came last, the latest first
     * @param counted how many came that day and were not taken back
     */
    public record Today(List<LivePayment> latest, long counted) {
        /** Copies {@code latest}. */
        public Today {
            latest = List.copyOf(latest);
        }
    }

    /** The last {@code limit} payments of {@code day}; fails only on a database fault. */
    public Future<Today> read(SqlClient client, Hearing hearing, LocalDate day, int limit) {
        Tuple parameters = Tuple.of(
                hearing.merchant().value(), day, hearing.outlet().map(OutletId::value).orElse(null), limit);
        return LIST.execute(client, parameters).map(ReadTodaysPayments::toToday);
    }

    private static Today toToday(RowSet<Row> rows) {
        List<LivePayment> latest =
                StreamSupport.stream(rows.spliterator(), false).map(ReadTodaysPayments::toPayment).toList();
        return new Today(latest, rows.size() == 0 ? 0 : rows.iterator().next().getLong("counted"));
    }

    private static LivePayment toPayment(Row row) {
        long amountVnd = row.getLong("amount_vnd");
        Optional<Long> askedVnd = Optional.ofNullable(row.getLong("asked_vnd"));
        return new LivePayment(
                new PaymentId(row.getUUID("payment_id")),
                row.getBoolean("taken_back")
                        ? LivePayment.Kind.TAKEN_BACK
                        : LivePayment.received(amountVnd, askedVnd, PaymentOutcome.valueOf(row.getString("outcome"))),
                false,
                amountVnd,
                askedVnd,
                Optional.ofNullable(row.getString("outlet_name")),
                row.getOffsetDateTime("booked_at").toInstant(),
                row.getLocalDate("business_date"));
    }
}
