package vn.phopay.statement;

import static io.vertx.core.Future.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.CaseStore;
import vn.phopay.reconciliation.Fingerprint;
import vn.phopay.reconciliation.NewCase;
import vn.phopay.time.BusinessDay;

/**
 * Opens cases for payments that callbacks told and no statement does. A statement's days are looked at from the next
 * business day on, daily for a week, because callbacks come late too; what was booked from 22:00 on a day later still,
 * because banks book the night on the next day.
 */
public final class SweepMissing {
    private static final Sql LOCK_BANK = Sql.load("statement/lock_bank_statements");
    private static final Sql LIST = Sql.load("statement/list_statements_to_sweep");
    private static final Sql FIND = Sql.load("statement/find_missing_payments");
    private static final Sql NOTE = Sql.load("statement/note_swept");
    private static final int STATEMENTS_MAX = 100;
    private static final int PAYMENTS_MAX = 500;

    private final CaseStore cases = new CaseStore();
    private final Pool pool;
    private final IdSource ids;
    private final Clock clock;

    /** Sweeps through {@code pool} as of {@code clock}. */
    public SweepMissing(Pool pool, IdSource ids, Clock clock) {
        this.pool = pool;
        this.ids = ids;
        this.clock = clock;
    }

    /** Sweeps some statements that are due; whether there may be more. Runs on a virtual thread. */
    public boolean sweep() {
        LocalDate today = BusinessDay.of(clock.instant());
        List<Due> due = new ArrayList<>();
        await(LIST.execute(pool, Tuple.of(today, (long) STATEMENTS_MAX)))
                .forEach(row -> due.add(new Due(row.getUUID("statement_id"), row.getString("bank_code"))));
        due.forEach(statement -> sweep(statement, today));
        return due.size() == STATEMENTS_MAX;
    }

    private record Due(UUID statement, String bankCode) {}

    /**
     * Beside no step of an import of the bank: a line that is being recorded while its payment is looked for would
     * close no case, since there is none yet, and the case would open after it and stay.
     */
    private void sweep(Due due, LocalDate today) {
        UUID statement = due.statement();
        boolean more = true;
        while (more) {
            more = Steps.in(pool, transaction -> {
                await(LOCK_BANK.execute(transaction, Tuple.of(due.bankCode())));
                List<NewCase> missing = new ArrayList<>();
                await(FIND.execute(transaction, Tuple.of(statement, today, (long) PAYMENTS_MAX)))
                        .forEach(row -> missing.add(newCase(row)));
                await(cases.open(transaction, missing));
                boolean full = missing.size() == PAYMENTS_MAX;
                if (!full) {
                    await(NOTE.execute(transaction, Tuple.of(statement, today)));
                }
                return full;
            });
        }
    }

    private NewCase newCase(Row row) {
        String bankCode = row.getString("bank_code");
        JsonObject evidence = new JsonObject()
                .put("bankReference", row.getString("bank_reference"))
                .put("accountNumber", row.getString("account_number"))
                .put("amount", row.getLong("amount_vnd"))
                .put("direction", row.getString("direction"))
                .put("bookedAt", row.getOffsetDateTime("booked_at").toInstant().toString())
                .put("statement", row.getString("reference"))
                .put("source", "CALLBACK");
        return new NewCase(new CaseId(ids.next()), CaseKind.MISSING_IN_STATEMENT,
                Fingerprint.ofTransfer(bankCode, row.getString("bank_reference")), row.getLocalDate("business_date"),
                bankCode, row.getUUID("payment_id"), evidence, clock.instant());
    }
}
