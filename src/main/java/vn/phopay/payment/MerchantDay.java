package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;

/**
 * What came in on one business day, as it stands now.
 *
 * @param date the business day, by what banks booked
 * @param payments how many credits count
 * @param receivedVnd their sum, whole đồng, before refunds
 * @param refundedVnd how much of them the merchant gave back
 * @param reversals how many credits the banks took back; they are in none of the other figures
 */
public record MerchantDay(LocalDate date, long payments, long receivedVnd, long refundedVnd, long reversals) {
    private static final Sql SUM = Sql.load("payment/sum_merchant_day");

    /** Reads the day of {@code merchant}; fails only on a database fault. */
    public static Future<MerchantDay> read(SqlClient client, MerchantId merchant, LocalDate date) {
        return SUM.execute(client, Tuple.of(merchant.value(), date)).map(rows -> {
            Row row = rows.iterator().next();
            return new MerchantDay(date, row.getLong("payments"), row.getLong("received_vnd"),
                    row.getLong("refunded_vnd"), row.getLong("reversals"));
        });
    }

    /** What is left after refunds. */
    public long keptVnd() {
        return receivedVnd - refundedVnd;
    }
}
