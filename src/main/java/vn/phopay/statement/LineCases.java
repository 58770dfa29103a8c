package vn.phopay.statement;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.CaseId;
import vn.phopay.identity.IdSource;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.reconciliation.CaseStore;
import vn.phopay.reconciliation.CloseSolvedCases;
import vn.phopay.reconciliation.Fingerprint;
import vn.phopay.reconciliation.NewCase;
import vn.phopay.reconciliation.Solved;

/** Opens the cases of lines that a person must decide, and closes those of payments whose line came late. */
final class LineCases {
    private final CaseStore cases;
    private final CloseSolvedCases close;
    private final IdSource ids;
    private final Clock clock;

    LineCases(CaseStore cases, CloseSolvedCases close, IdSource ids, Clock clock) {
        this.cases = cases;
        this.close = close;
        this.ids = ids;
        this.clock = clock;
    }

    /** A payment as its bank calls it. */
    record Transfer(UUID paymentId, String bankCode, String bankReference) {
        String fingerprint() {
            return Fingerprint.ofTransfer(bankCode, bankReference);
        }
    }

    /** First closes, then opens; {@code transfers} holds every payment that a line of {@code decided} names. */
    Future<Void> follow(SqlClient transaction, Upload upload, List<DecidedLine> decided,
            Map<UUID, Transfer> transfers) {
        List<Solved> solved = new ArrayList<>();
        List<NewCase> opened = new ArrayList<>();
        for (DecidedLine line : decided) {
            Transfer transfer = line.paymentId() == null ? null : transfers.get(line.paymentId());
            switch (line.result()) {
                case MATCHED -> {
                    if (transfer != null) {
                        solved.add(new Solved(CaseKind.MISSING_IN_STATEMENT, transfer.fingerprint(),
                                Solved.Because.STATEMENT_LINE_CAME, evidence(line)));
                    }
                }
                case AMOUNT_MISMATCH -> {
                    if (transfer != null) {
                        opened.add(newCase(CaseKind.AMOUNT_MISMATCH, line, transfer.bankCode(),
                                transfer.fingerprint()));
                    }
                }
                case AMBIGUOUS -> opened.add(newCase(CaseKind.STATEMENT_AMBIGUOUS, line, upload.bankCode(),
                        Fingerprint.ofAccount(upload.bankCode(), line.placed().accountNumber(),
                                line.placed().subject())));
                case RECOVERED, DUPLICATE -> { }
            }
        }
        return close.close(transaction, solved).compose(closed -> cases.open(transaction, opened));
    }

    private NewCase newCase(CaseKind kind, DecidedLine line, String bankCode, String fingerprint) {
        LocalDate period = line.placed().line().booking().businessDate();
        @Nullable UUID payment = line.paymentId();
        return new NewCase(new CaseId(ids.next()), kind, fingerprint, period, bankCode, payment, evidence(line),
                clock.instant());
    }

    private static JsonObject evidence(DecidedLine decided) {
        StatementLine line = decided.placed().line();
        return new JsonObject()
                .put("accountNumber", decided.placed().accountNumber())
                .put("amount", line.amountVnd())
                .put("direction", line.direction().name())
                .put("memo", line.memo())
                .put("bookedAt", line.booking().at().toString())
                .put("bankTrace", line.bankTrace())
                .put("line", line.number())
                .put("source", "STATEMENT");
    }
}
