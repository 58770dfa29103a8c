package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.PaymentId;
import vn.phopay.time.BusinessDay;

/**
 * A reversal may come before the payment that it takes back, and waits for it. After {@link #PATIENCE} a person should
 * know; and where the payment comes at last, the case closes itself. Looks now and then, so that recording payments
 * pays nothing for it. Many instances may run it at once.
 */
public final class WatchReversals {
    /** How long a reversal waits before it is a case: banks book some nights' transfers on the next day. */
    public static final Duration PATIENCE = Duration.ofDays(1);

    /** How far back it looks; an outage of ours may last so long without a reversal being overlooked. */
    private static final int DAYS_MAX = 14;
    private static final int CASES_MAX = 500;
    private static final Sql FIND_WAITING = Sql.load("reconciliation/find_waiting_reversals");
    private static final Sql FIND_ANSWERED = Sql.load("reconciliation/find_answered_reversals");

    private final Pool pool;
    private final CaseStore cases = new CaseStore();
    private final CloseSolvedCases close;
    private final IdSource ids;
    private final Clock clock;

    /** Looks in {@code pool} at {@code clock}'s time. */
    public WatchReversals(Pool pool, IdSource ids, Clock clock) {
        this.pool = pool;
        this.close = new CloseSolvedCases(ids, clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** Closes and opens what is due, at most 500 of each a run. Fails only on a database fault. */
    public Future<Void> run() {
        return pool.withTransaction(this::closeAnswered).compose(done -> pool.withTransaction(this::openWaiting));
    }

    private Future<Void> closeAnswered(SqlConnection transaction) {
        return FIND_ANSWERED.execute(transaction, Tuple.of(CASES_MAX))
                .compose(rows -> close.close(transaction, toList(rows).stream().map(WatchReversals::toSolved).toList()))
                .mapEmpty();
    }

    private static Solved toSolved(Row row) {
        JsonObject evidence = new JsonObject()
                .put("paymentId", new PaymentId(row.getUUID("original_id")).toString())
                .put("bankReference", row.getString("reversal_of"));
        return new Solved(CaseKind.REVERSAL_WITHOUT_ORIGINAL, row.getString("fingerprint"),
                Solved.Because.ORIGINAL_CAME, evidence);
    }

    private Future<Void> openWaiting(SqlConnection transaction) {
        Instant now = clock.instant();
        LocalDate today = BusinessDay.of(now);
        Tuple window = Tuple.of(today.minusDays(DAYS_MAX), today, CaseActs.timestamp(now.minus(PATIENCE)), CASES_MAX);
        return FIND_WAITING.execute(transaction, window)
                .compose(rows -> cases.open(transaction, toList(rows).stream().map(this::toCase).toList()));
    }

    private NewCase toCase(Row row) {
        String bankCode = row.getString("bank_code");
        String reference = row.getString("bank_reference");
        JsonObject evidence = new JsonObject()
                .put("bankReference", reference)
                .put("accountNumber", row.getString("account_number"))
                .put("amount", row.getLong("amount_vnd"))
                .put("direction", "DEBIT")
                .put("memo", row.getString("memo"))
                .put("bookedAt", row.getOffsetDateTime("booked_at").toInstant().toString())
                .put("reversalOf", row.getString("reversal_of"));
        return new NewCase(new CaseId(ids.next()), CaseKind.REVERSAL_WITHOUT_ORIGINAL,
                Fingerprint.ofTransfer(bankCode, reference), row.getLocalDate("business_date"), bankCode,
                row.getUUID("payment_id"), evidence, clock.instant());
    }

    private static List<Row> toList(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
