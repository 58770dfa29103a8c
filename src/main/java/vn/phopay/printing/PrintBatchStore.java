package vn.phopay.printing;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.phopay.access.AuditEntry;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PrintBatchId;
import vn.phopay.identity.QrId;
import vn.phopay.paper.PrintLayout;

/** Print batches in the database. Every future fails only on a database fault. */
public final class PrintBatchStore {
    private static final int LIST_ROWS_MAX = 200;
    private static final Sql NEXT_NUMBER = Sql.load("printing/next_batch_number");
    private static final Sql INSERT = Sql.load("printing/insert_print_batch");
    private static final Sql INSERT_CODES = Sql.load("printing/insert_print_batch_codes");
    private static final Sql READ = Sql.load("printing/read_print_batch");
    private static final Sql LIST = Sql.load("printing/list_print_batches");
    private static final Sql LIST_SHARING = Sql.load("printing/list_sharing_batches");
    private static final Sql INSERT_RECALL = Sql.load("printing/insert_print_recall");

    /** One batch of this merchant. */
    public Future<Optional<PrintBatch>> find(SqlClient client, MerchantId merchant, PrintBatchId id) {
        return READ.execute(client, Tuple.of(id.value(), merchant.value()))
                .map(rows -> all(rows, PrintBatchStore::toBatch).stream().findFirst());
    }

    /** A merchant's batches, the newest first, 200 at most. */
    public Future<List<PrintBatch>> list(SqlClient client, MerchantId merchant) {
        return LIST.execute(client, Tuple.of(merchant.value(), LIST_ROWS_MAX))
                .map(rows -> all(rows, PrintBatchStore::toBatch));
    }

    /** Numbers of the other batches whose sheets hold a code of this one. */
    public Future<List<Integer>> sharing(SqlClient client, PrintBatch batch) {
        return LIST_SHARING.execute(client, Tuple.of(ids(batch.codes()), batch.id().value()))
                .map(rows -> all(rows, row -> row.getInteger("batch_number")));
    }

    Future<Integer> nextNumber(SqlClient transaction, MerchantId merchant) {
        return NEXT_NUMBER.execute(transaction, Tuple.of(merchant.value()))
                .map(rows -> rows.iterator().next().getInteger("last_number"));
    }

    /** Keeps a batch without its codes; false where its id is taken, and nothing changed. */
    Future<Boolean> insert(SqlClient transaction, PrintBatch batch, AuditEntry.Actor actor) {
        Tuple parameters = Tuple.of(
                batch.id().value(),
                batch.owner().merchant().value(),
                batch.owner().outlet().value(),
                batch.number(),
                batch.paper().layout().layoutName(),
                batch.paper().copies());
        parameters.addUUID(batch.reprintOf().map(PrintBatchId::value).orElse(null))
                .addOffsetDateTime(timestamp(batch.printedAt()))
                .addUUID(actor.requireId())
                .addString(actor.role());
        return INSERT.execute(transaction, parameters).map(rows -> rows.rowCount() == 1);
    }

    /** Puts the batch's codes into it; gives how many are of its owner and still good, and leaves out the others. */
    Future<Integer> insertCodes(SqlClient transaction, PrintBatch batch) {
        Tuple parameters = Tuple.of(
                batch.id().value(), batch.owner().merchant().value(), batch.owner().outlet().value(),
                ids(batch.codes()), timestamp(batch.printedAt()));
        return INSERT_CODES.execute(transaction, parameters).map(RowSet::rowCount);
    }

    /** Takes a batch back; false where that was done before, and nothing changed. */
    Future<Boolean> insertRecall(
            SqlClient transaction, PrintBatchId id, PrintBatch.Recall recall, AuditEntry.Actor actor) {
        Tuple parameters = Tuple.of(
                id.value(), timestamp(recall.at()), actor.requireId(), actor.role(), recall.reason());
        return INSERT_RECALL.execute(transaction, parameters).map(rows -> rows.rowCount() == 1);
    }

    private static PrintBatch toBatch(Row row) {
        return new PrintBatch(
                new PrintBatchId(row.getUUID("batch_id")),
                new PrintBatch.Owner(
                        new MerchantId(row.getUUID("merchant_id")),
                        new OutletId(row.getUUID("outlet_id")),
                        row.getString("outlet_name")),
                row.getInteger("batch_number"),
                new PrintBatch.Paper(PrintLayout.of(row.getString("layout")).orElseThrow(), row.getInteger("copies")),
                Stream.of(row.getArrayOfUUIDs("qr_ids")).map(QrId::new).toList(),
                Optional.ofNullable(row.getUUID("reprint_of")).map(PrintBatchId::new),
                row.getOffsetDateTime("printed_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("recalled_at"))
                        .map(at -> new PrintBatch.Recall(at.toInstant(), row.getString("reason"))));
    }

    private static UUID[] ids(List<QrId> codes) {
        return codes.stream().map(QrId::value).toArray(UUID[]::new);
    }

    private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> reader) {
        return StreamSupport.stream(rows.spliterator(), false).map(reader).toList();
    }

    private static OffsetDateTime timestamp(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
