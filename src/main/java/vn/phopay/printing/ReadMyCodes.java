package vn.phopay.printing;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.QrCode;
import vn.phopay.issuing.QrCodeStore;
import vn.phopay.merchant.AccountStatus;
import vn.phopay.time.BusinessDay;

/** Reads a merchant's printed codes with what their owner asks about them. Futures fail only on a database fault. */
public final class ReadMyCodes {
    /** How far back a code's last payment is looked for. */
    public static final Duration PAID_WITHIN = Duration.ofDays(30);
    /** Codes that a list shows. */
    public static final int ROWS_MAX = 300;

    private static final Sql LIST = Sql.load("printing/list_my_codes");

    private final Clock clock;

    /** Tells by {@code clock} which codes are in force. */
    public ReadMyCodes(Clock clock) {
        this.clock = clock;
    }

    /** The merchant's codes in force, and where {@code all} is asked for the others too; by outlet, newest first. */
    public Future<List<MyCode>> list(SqlClient client, MerchantId merchant, boolean all) {
        return read(client, merchant, null, all);
    }

    /** One code of the merchant, in force or not. */
    public Future<Optional<MyCode>> find(SqlClient client, MerchantId merchant, QrId code) {
        return findAll(client, merchant, List.of(code)).map(found -> found.stream().findFirst());
    }

    /** Codes of the merchant, in force or not, in the order of {@code ids}; others' are left out. */
    public Future<List<MyCode>> findAll(SqlClient client, MerchantId merchant, List<QrId> ids) {
        return read(client, merchant, ids.stream().map(QrId::value).toArray(UUID[]::new), true).map(found ->
                found.stream().sorted(Comparator.comparingInt(code -> ids.indexOf(code.code().id()))).toList());
    }

    private Future<List<MyCode>> read(SqlClient client, MerchantId merchant, UUID @Nullable [] codes, boolean all) {
        Instant now = clock.instant();
        Tuple parameters = Tuple.of(
                merchant.value(), BusinessDay.of(now.minus(PAID_WITHIN)), codes, all,
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC), ROWS_MAX);
        return LIST.execute(client, parameters).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).map(row -> toCode(row, now)).toList());
    }

    private static MyCode toCode(Row row, Instant now) {
        QrCode code = QrCodeStore.toCode(row);
        Optional<Instant> printedAt = moment(row, "last_printed_at");
        AccountStatus account = AccountStatus.valueOf(row.getString("account_status"));
        return new MyCode(code, code.statusAt(now), row.getString("outlet_name"), moment(row, "last_paid_at"),
                printedAt,
                CodeWarning.of(code, account, printedAt.isPresent(), now));
    }

    private static Optional<Instant> moment(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
