package vn.phopay.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.MerchantStatus;

/**
 * Reads how far a shop has come on its way to the first payment, out of what has happened; nothing is kept about it.
 */
public final class PathToFirstPayment {
    private static final Sql READ = Sql.load("registration/read_first_payment_path");

    /** A shop's way; empty where there is no such shop. Fails only on a database fault. */
    public Future<Optional<FirstPaymentPath>> read(SqlClient client, MerchantId merchant) {
        return READ.execute(client, Tuple.of(merchant.value())).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).findFirst().map(PathToFirstPayment::toPath));
    }

    private static FirstPaymentPath toPath(Row row) {
        Long amountVnd = row.getLong("amount_vnd");
        return new FirstPaymentPath(
                row.getString("display_name"),
                MerchantStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("reason")),
                new FirstPaymentPath.Moments(
                        row.getOffsetDateTime("created_at").toInstant(),
                        moment(row, "approved_at"),
                        moment(row, "printed_at"),
                        moment(row, "checked_at"),
                        moment(row, "paid_at")),
                amountVnd == null ? 0 : amountVnd);
    }

    private static Optional<Instant> moment(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
