package vn.phopay.statement;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.db.Sql;
import vn.phopay.payment.RecordDelivery;
import vn.phopay.payment.RecordOutcome;

/**
 * Makes the payments that only a statement tells, through the same door as callbacks, so that one told by both counts
 * once: whoever comes second finds the key or the trace taken.
 */
final class RecoverLines {
    private static final Sql READ_TOLD = Sql.load("statement/read_known_references");
    private static final Sql READ_TWINS = Sql.load("statement/read_counted_twins");

    private final RecordDelivery payments;

    RecoverLines(RecordDelivery payments) {
        this.payments = payments;
    }

    /** Records {@code lines}; runs on a virtual thread inside the step's transaction. */
    List<DecidedLine> recover(SqlConnection transaction, Upload upload, List<PlacedLine> lines) {
        List<DecidedLine> decided = new ArrayList<>(lines.size());
        List<PlacedLine> distinct = new ArrayList<>(lines.size());
        List<TransactionNotice> notices = new ArrayList<>(lines.size());
        Set<String> references = new HashSet<>();
        Set<String> told = readTold(transaction, upload, lines);
        for (PlacedLine line : lines) {
            TransactionNotice notice = toNotice(line, told);
            if (references.add(notice.bankReference())) {
                distinct.add(line);
                notices.add(notice);
            } else {
                // One statement gives two movements one reference: which of them it names nobody can say.
                decided.add(new DecidedLine(line, LineResult.AMBIGUOUS, null));
            }
        }
        if (!notices.isEmpty()) {
            RecordDelivery.Statement statement =
                    new RecordDelivery.Statement(upload.bankCode(), upload.bankBin(), upload.receivedAt());
            List<RecordOutcome> outcomes = await(payments.recordRecovered(transaction, statement, notices));
            decided.addAll(decide(transaction, distinct, outcomes));
        }
        return decided;
    }

    private List<DecidedLine> decide(
            SqlConnection transaction, List<PlacedLine> lines, List<RecordOutcome> outcomes) {
        Map<UUID, Standing> standings = readStandings(transaction, outcomes);
        List<DecidedLine> decided = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            decided.add(decide(lines.get(i), outcomes.get(i), standings));
        }
        return decided;
    }

    private static DecidedLine decide(PlacedLine line, RecordOutcome outcome, Map<UUID, Standing> standings) {
        return switch (outcome) {
            case RecordOutcome.Recorded done -> {
                Standing standing = standingOf(done.payment().value(), standings);
                yield standing.counted().equals(done.payment().value())
                        ? new DecidedLine(line, LineResult.RECOVERED, done.payment().value())
                        : toldBefore(line, standing);
            }
            case RecordOutcome.AlreadyRecorded done -> toldBefore(line, standingOf(done.payment().value(), standings));
            case RecordOutcome.ConflictingDuplicate done -> new DecidedLine(
                    line, LineResult.AMOUNT_MISMATCH, standingOf(done.payment().value(), standings).counted());
            case RecordOutcome.NotRecorded refused ->
                throw new IllegalStateException("the database refused a line: " + refused.constraint());
        };
    }

    private static DecidedLine toldBefore(PlacedLine line, Standing standing) {
        if (standing.toldBy() == null) {
            return new DecidedLine(line, LineResult.MATCHED, standing.counted());
        }
        return standing.toldBy().equals(line.statementId())
                ? new DecidedLine(line, LineResult.AMBIGUOUS, null)
                : new DecidedLine(line, LineResult.DUPLICATE, standing.counted());
    }

    /** The payment that counts of a transfer, and the statement whose line it has. */
    private record Standing(UUID counted, @Nullable UUID toldBy) {}

    private static Standing standingOf(UUID payment, Map<UUID, Standing> standings) {
        return standings.getOrDefault(payment, new Standing(payment, null));
    }

    private static Map<UUID, Standing> readStandings(SqlConnection transaction, List<RecordOutcome> outcomes) {
        UUID[] payments = outcomes.stream().map(RecoverLines::paymentOf).toArray(UUID[]::new);
        Map<UUID, Standing> standings = new HashMap<>();
        for (Row row : await(READ_TWINS.execute(transaction, Tuple.tuple().addArrayOfUUID(payments)))) {
            UUID payment = row.getUUID("payment_id");
            UUID twinOf = row.getUUID("twin_of");
            standings.put(payment, new Standing(twinOf == null ? payment : twinOf, row.getUUID("told_by")));
        }
        return standings;
    }

    private static @Nullable UUID paymentOf(RecordOutcome outcome) {
        return switch (outcome) {
            case RecordOutcome.Recorded done -> done.payment().value();
            case RecordOutcome.AlreadyRecorded done -> done.payment().value();
            case RecordOutcome.ConflictingDuplicate done -> done.payment().value();
            case RecordOutcome.NotRecorded refused -> null;
        };
    }

    /** Of the traces of lines that take something back, those by which the bank called a payment. */
    private static Set<String> readTold(SqlConnection transaction, Upload upload, List<PlacedLine> lines) {
        String[] traces = lines.stream().filter(RecoverLines::takesBack)
                .map(placed -> placed.line().bankTrace()).filter(Objects::nonNull).toArray(String[]::new);
        Set<String> told = new HashSet<>();
        if (traces.length > 0) {
            await(READ_TOLD.execute(transaction, Tuple.of(upload.bankCode()).addArrayOfString(traces)))
                    .forEach(row -> told.add(row.getString("bank_reference")));
        }
        return told;
    }

    private static boolean takesBack(PlacedLine placed) {
        return placed.line().reversal() && placed.line().direction() == Direction.DEBIT;
    }

    /**
     * A line that takes back names its payment where that is called by its trace; where callbacks gave it another id,
     * the trace that both repeat says which it is.
     */
    private static TransactionNotice toNotice(PlacedLine placed, Set<String> told) {
        StatementLine line = placed.line();
        boolean takesBack = takesBack(placed);
        String trace = line.bankTrace();
        TransactionNotice.Builder notice = line.direction() == Direction.CREDIT
                ? TransactionNotice.credit(referenceOf(placed), placed.accountNumber(), line.amountVnd())
                : TransactionNotice.debit(takesBack ? referenceOf(placed) + "/R" : referenceOf(placed),
                        placed.accountNumber(), line.amountVnd());
        return notice.memo(line.memo())
                .structuredReference(line.payerReference())
                .bookedAt(line.booking().at())
                .payerName(line.payer().name())
                .payerAccount(line.payer().account())
                .bankTrace(line.bankTrace())
                .reversalOf(takesBack && trace != null && told.contains(trace) ? trace : null)
                .build();
    }

    /** What the bank calls it; a line without any reference is called by its place. */
    private static String referenceOf(PlacedLine placed) {
        StatementLine line = placed.line();
        if (line.bankTrace() != null) {
            return line.bankTrace();
        }
        return line.txId() != null ? line.txId() : "statement/" + placed.statementId() + '/' + line.number();
    }
}
