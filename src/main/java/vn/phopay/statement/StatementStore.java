package vn.phopay.statement;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.db.Sql;
import vn.phopay.identity.IdSource;
import vn.phopay.statement.ChunkReader.End;

/** Keeps statements, their balances, and the sums of what they told. */
final class StatementStore {
    private static final Sql INSERT = Sql.load("statement/insert_statements");
    private static final Sql READ_IDS = Sql.load("statement/read_statement_ids");
    private static final Sql END = Sql.load("statement/end_statements");
    private static final Sql COUNT_TOLD = Sql.load("statement/count_told");

    private final IdSource ids;

    StatementStore(IdSource ids) {
        this.ids = ids;
    }

    /** What names a statement of a bank. */
    record Identity(String accountNumber, String reference) {
        static Identity of(StatementHead head) {
            return new Identity(head.accountNumber(), head.reference());
        }
    }

    /** Keeps what is new of {@code heads}; gives those that are of this upload: the others were told before. */
    Future<Map<Identity, UUID>> keep(SqlClient transaction, Upload upload, List<StatementHead> heads) {
        List<UUID> fresh = new ArrayList<>(heads.size());
        heads.forEach(head -> fresh.add(ids.next()));
        Tuple parameters = Tuple.of(upload.id(), upload.bankCode())
                .addArrayOfUUID(fresh.toArray(UUID[]::new))
                .addArrayOfString(heads.stream().map(StatementHead::accountNumber).toArray(String[]::new))
                .addArrayOfString(heads.stream().map(StatementHead::reference).toArray(String[]::new))
                .addArrayOfString(heads.stream().map(head -> head.kind().name()).toArray(String[]::new))
                .addArrayOfLong(heads.stream().<@Nullable Long>map(StatementHead::sequence).toArray(Long[]::new))
                .addArrayOfLocalDate(heads.stream()
                        .<@Nullable LocalDate>map(StatementHead::from).toArray(LocalDate[]::new))
                .addArrayOfLocalDate(heads.stream()
                        .<@Nullable LocalDate>map(StatementHead::to).toArray(LocalDate[]::new));
        return INSERT.execute(transaction, parameters).compose(kept -> readIds(transaction, upload, heads));
    }

    private static Future<Map<Identity, UUID>> readIds(
            SqlClient transaction, Upload upload, List<StatementHead> heads) {
        Tuple parameters = Tuple.of(upload.bankCode())
                .addArrayOfString(heads.stream().map(StatementHead::accountNumber).toArray(String[]::new))
                .addArrayOfString(heads.stream().map(StatementHead::reference).toArray(String[]::new));
        return READ_IDS.execute(transaction, parameters).map(rows -> {
            Map<Identity, UUID> own = new HashMap<>();
            rows.forEach(row -> {
                if (upload.id().equals(row.getUUID("upload_id"))) {
                    own.put(new Identity(row.getString("account_number"), row.getString("reference")),
                            row.getUUID("statement_id"));
                }
            });
            return own;
        });
    }

    /** Keeps the balances of the statements of {@code own} that ended. */
    Future<Void> end(SqlClient transaction, Map<Identity, UUID> own, List<End> ends) {
        List<End> kept = ends.stream().filter(end -> own.containsKey(Identity.of(end.head()))).toList();
        if (kept.isEmpty()) {
            return Future.succeededFuture();
        }
        return END.execute(transaction, Tuple.tuple()
                .addArrayOfUUID(kept.stream().map(end -> own.get(Identity.of(end.head()))).toArray(UUID[]::new))
                .addArrayOfLong(kept.stream()
                        .<@Nullable Long>map(end -> end.ended().openingVnd()).toArray(Long[]::new))
                .addArrayOfLong(kept.stream()
                        .<@Nullable Long>map(end -> end.ended().closingVnd()).toArray(Long[]::new))).mapEmpty();
    }

    /** Adds {@code lines} to the sums of their statements. */
    Future<Void> count(SqlClient transaction, List<PlacedLine> lines) {
        Map<UUID, long[]> sums = new HashMap<>();
        for (PlacedLine placed : lines) {
            long[] sum = sums.computeIfAbsent(placed.statementId(), id -> new long[3]);
            sum[0]++;
            sum[placed.line().direction() == Direction.CREDIT ? 1 : 2] += placed.line().amountVnd();
        }
        UUID[] statements = sums.keySet().stream().sorted().toArray(UUID[]::new);
        return statements.length == 0 ? Future.succeededFuture()
                : COUNT_TOLD.execute(transaction, Tuple.tuple()
                        .addArrayOfUUID(statements)
                        .addArrayOfLong(column(statements, sums, 0))
                        .addArrayOfLong(column(statements, sums, 1))
                        .addArrayOfLong(column(statements, sums, 2))).mapEmpty();
    }

    private static Long[] column(UUID[] statements, Map<UUID, long[]> sums, int index) {
        Long[] column = new Long[statements.length];
        for (int i = 0; i < statements.length; i++) {
            column[i] = sums.getOrDefault(statements[i], new long[3])[index];
        }
        return column;
    }
}
