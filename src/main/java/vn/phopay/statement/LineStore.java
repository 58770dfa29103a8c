package vn.phopay.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.db.Sql;
import vn.phopay.statement.StatementLine.Booking;
import vn.phopay.statement.StatementLine.Payer;

/** Keeps lines: decided ones for ever, pending ones until they are decided. */
final class LineStore {
    private static final Sql INSERT_LINES = Sql.load("statement/insert_lines");
    private static final Sql INSERT_PENDING = Sql.load("statement/insert_pending_lines");
    private static final Sql TAKE_PENDING = Sql.load("statement/take_pending_lines");

    /** Keeps {@code decided} and counts their results in their statements. */
    Future<Void> keep(SqlClient transaction, List<DecidedLine> decided) {
        if (decided.isEmpty()) {
            return Future.succeededFuture();
        }
        Tuple parameters = columns(decided.stream().map(DecidedLine::placed).toList())
                .addArrayOfString(decided.stream().map(line -> line.result().name()).toArray(String[]::new))
                .addArrayOfUUID(decided.stream().<@Nullable UUID>map(DecidedLine::paymentId).toArray(UUID[]::new));
        return INSERT_LINES.execute(transaction, parameters).mapEmpty();
    }

    /** Lets {@code lines} of {@code upload} wait. */
    Future<Void> keepPending(SqlClient transaction, UUID upload, List<PlacedLine> lines) {
        return lines.isEmpty()
                ? Future.succeededFuture()
                : INSERT_PENDING.execute(transaction, columns(lines).addUUID(upload)).mapEmpty();
    }

    /** Takes at most {@code count} waiting lines of {@code upload} out of the queue. */
    Future<List<PlacedLine>> takePending(SqlClient transaction, UUID upload, int count) {
        return TAKE_PENDING.execute(transaction, Tuple.of(upload, (long) count)).map(rows -> {
            List<PlacedLine> lines = new ArrayList<>(rows.size());
            rows.forEach(row -> lines.add(toLine(row)));
            return lines;
        });
    }

    private static Tuple columns(List<PlacedLine> lines) {
        return Tuple.tuple()
                .addArrayOfUUID(lines.stream().map(PlacedLine::statementId).toArray(UUID[]::new))
                .addArrayOfLong(longs(lines, StatementLine::number))
                .addArrayOfString(lines.stream().map(PlacedLine::accountNumber).toArray(String[]::new))
                .addArrayOfString(texts(lines, StatementLine::bankTrace))
                .addArrayOfString(texts(lines, StatementLine::txId))
                .addArrayOfString(texts(lines, line -> line.direction().name()))
                .addArrayOfBoolean(lines.stream().map(placed -> placed.line().reversal()).toArray(Boolean[]::new))
                .addArrayOfLong(longs(lines, StatementLine::amountVnd))
                .addArrayOfOffsetDateTime(lines.stream()
                        .map(placed -> OffsetDateTime.ofInstant(placed.line().booking().at(), ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfBoolean(lines.stream()
                        .map(placed -> placed.line().booking().exact()).toArray(Boolean[]::new))
                .addArrayOfLocalDate(lines.stream()
                        .map(placed -> placed.line().booking().businessDate()).toArray(java.time.LocalDate[]::new))
                .addArrayOfString(texts(lines, StatementLine::memo))
                .addArrayOfString(texts(lines, StatementLine::payerReference))
                .addArrayOfString(texts(lines, line -> line.payer().name()))
                .addArrayOfString(texts(lines, line -> line.payer().account()))
                .addArrayOfLong(longs(lines, StatementLine::balanceVnd));
    }

    private static PlacedLine toLine(Row row) {
        StatementLine line = new StatementLine(row.getLong("line_no"), row.getString("bank_trace"),
                row.getString("tx_id"), row.getLong("amount_vnd"), Direction.valueOf(row.getString("direction")),
                row.getBoolean("is_reversal"),
                new Booking(row.getOffsetDateTime("booked_at").toInstant(), row.getBoolean("is_exact"),
                        row.getLocalDate("business_date")),
                row.getString("memo"), row.getString("payer_reference"),
                new Payer(row.getString("payer_name"), row.getString("payer_account")), row.getLong("balance_vnd"),
                false);
        return new PlacedLine(row.getUUID("statement_id"), row.getString("account_number"), line);
    }

    private static String[] texts(List<PlacedLine> lines, Function<StatementLine, @Nullable String> member) {
        return lines.stream().map(placed -> member.apply(placed.line())).toArray(String[]::new);
    }

    private static Long[] longs(List<PlacedLine> lines, Function<StatementLine, @Nullable Long> member) {
        return lines.stream().map(placed -> member.apply(placed.line())).toArray(Long[]::new);
    }
}
