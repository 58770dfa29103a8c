package vn.phopay.statement;

import static io.vertx.core.Future.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.CaseStore;
import vn.phopay.reconciliation.CloseSolvedCases;
import vn.phopay.reconciliation.Fingerprint;
import vn.phopay.reconciliation.NewCase;
import vn.phopay.reconciliation.Solved;
import vn.phopay.time.BusinessDay;

/**
 * Ends an import: holds each statement's balances against its lines and its number against its neighbours'. A statement
 * that does not add up keeps its lines and its day open; a number that is missing is a statement that never came.
 */
final class FinishUpload {
    /** Of one gap; a bank that starts to count anew by leaps must not open a case for every number. */
    private static final int GAP_MAX = 31;

    private static final Sql SETTLE = Sql.load("statement/settle_balances");
    private static final Sql CORRECT = Sql.load("statement/correct_statements");
    private static final Sql FIND_GAPS = Sql.load("statement/find_gaps");

    private final CaseStore cases;
    private final CloseSolvedCases close;
    private final IdSource ids;
    private final Clock clock;

    FinishUpload(CaseStore cases, CloseSolvedCases close, IdSource ids, Clock clock) {
        this.cases = cases;
        this.close = close;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes through {@code transaction}; runs on a virtual thread. */
    void finish(SqlConnection transaction, Upload upload) {
        List<Solved> solved = new ArrayList<>();
        List<NewCase> opened = new ArrayList<>();
        for (Row row : await(SETTLE.execute(transaction, Tuple.of(upload.id())))) {
            Long sequence = row.getLong("sequence");
            if (sequence != null) {
                solved.add(new Solved(CaseKind.STATEMENT_GAP, gap(upload, row, sequence),
                        Solved.Because.STATEMENT_CAME, new JsonObject().put("reference", row.getString("reference"))));
            }
            if ("UNBALANCED".equals(row.getString("status"))) {
                opened.add(unbalanced(upload, row));
            }
        }
        for (Row row : await(CORRECT.execute(transaction, Tuple.of(upload.id())))) {
            solved.add(new Solved(CaseKind.STATEMENT_UNBALANCED, statement(upload, row),
                    Solved.Because.STATEMENT_CORRECTED, new JsonObject()
                            .put("reference", row.getString("reference"))
                            .put("correctedBy", row.getString("corrected_by"))));
        }
        LocalDate today = BusinessDay.of(clock.instant());
        for (Row row : await(FIND_GAPS.execute(transaction, Tuple.of(upload.id(), (long) GAP_MAX, today)))) {
            opened.add(missing(upload, row));
        }
        await(close.close(transaction, solved));
        await(cases.open(transaction, opened));
    }

    private NewCase unbalanced(Upload upload, Row row) {
        LocalDate to = row.getLocalDate("period_to");
        JsonObject evidence = new JsonObject()
                .put("accountNumber", row.getString("account_number"))
                .put("reference", row.getString("reference"))
                .put("opening", row.getLong("opening_vnd"))
                .put("credits", row.getLong("credits_vnd"))
                .put("debits", row.getLong("debits_vnd"))
                .put("closing", row.getLong("closing_vnd"));
        return new NewCase(new CaseId(ids.next()), CaseKind.STATEMENT_UNBALANCED, statement(upload, row),
                to == null ? BusinessDay.of(upload.receivedAt()) : to, upload.bankCode(), null, evidence,
                clock.instant());
    }

    private NewCase missing(Upload upload, Row row) {
        long missing = row.getLong("missing");
        JsonObject evidence = new JsonObject()
                .put("accountNumber", row.getString("account_number"))
                .put("sequence", missing);
        return new NewCase(new CaseId(ids.next()), CaseKind.STATEMENT_GAP, gap(upload, row, missing),
                row.getLocalDate("period"), upload.bankCode(), null, evidence, clock.instant());
    }

    private static String statement(Upload upload, Row row) {
        return Fingerprint.ofAccount(
                upload.bankCode(), row.getString("account_number"), row.getString("reference"));
    }

    private static String gap(Upload upload, Row row, long number) {
        return Fingerprint.ofAccount(upload.bankCode(), row.getString("account_number"),
                row.getString("kind") + '#' + number);
    }
}
