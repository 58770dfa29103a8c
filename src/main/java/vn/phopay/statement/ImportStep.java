package vn.phopay.statement;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.phopay.db.Sql;
import vn.phopay.statement.ChunkReader.Chunk;
import vn.phopay.statement.ChunkReader.Item;
import vn.phopay.statement.LineCases.Transfer;
import vn.phopay.statement.StatementStore.Identity;
import vn.phopay.statement.UploadStore.Lease;

/**
 * One short transaction of an import: some lines, what they led to, and how far the import has come stand together or
 * not at all. Runs on a virtual thread. Whoever has lost the upload's lease changes nothing.
 */
final class ImportStep {
    private static final Sql READ_TRANSFERS = Sql.load("statement/read_transfers");

    private final Pool pool;
    private final UploadStore uploads;
    private final StatementStore statements;
    private final LineStore lines = new LineStore();
    private final FindPayments find;
    private final RecoverLines recover;
    private final LineCases cases;

    ImportStep(Pool pool, UploadStore uploads, StatementStore statements, Parts parts) {
        this.pool = pool;
        this.uploads = uploads;
        this.statements = statements;
        this.find = parts.find();
        this.recover = parts.recover();
        this.cases = parts.cases();
    }

    /** What decides about lines. */
    record Parts(FindPayments find, RecoverLines recover, LineCases cases) {}

    /** Another instance has taken the upload over. */
    static final class LeaseLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps {@code chunk}, by traces; {@code after} is the upload as it stands then. */
    void takeChunk(Upload after, Lease lease, Chunk chunk) {
        Steps.in(pool, transaction -> {
            begin(transaction, after, lease);
            Map<Identity, UUID> own = chunk.heads().isEmpty() ? Map.of()
                    : await(statements.keep(transaction, after, List.copyOf(chunk.heads())));
            List<PlacedLine> placed = place(chunk.items(), own);
            List<NamedPayment> named = await(find.byTrace(transaction, after, placed));
            MatchByTrace.Result result = new MatchByTrace().decide(placed, named);
            await(lines.keep(transaction, result.decided()));
            await(lines.keepPending(transaction, after.id(), result.pending()));
            await(statements.count(transaction, placed));
            await(statements.end(transaction, own, chunk.ends()));
            follow(transaction, after, result.decided());
            if (chunk.last()) {
                await(find.gather(transaction, after));
            }
            return await(uploads.noteProgress(transaction, after, (long) chunk.items().size() - placed.size()));
        });
    }

    /** Decides at most {@code count} lines that wait; false where none did. */
    boolean takePending(Upload upload, Lease lease, int count) {
        return Steps.in(pool, transaction -> {
            begin(transaction, upload, lease);
            List<PlacedLine> waiting = await(lines.takePending(transaction, upload.id(), count));
            if (waiting.isEmpty()) {
                await(find.drop(transaction, upload));
                return false;
            }
            MatchAlike.Result result = MatchAlike.decide(waiting, await(find.alike(transaction, upload, waiting)));
            List<DecidedLine> decided = new ArrayList<>(result.decided());
            decided.addAll(recover.recover(transaction, upload, result.recover()));
            await(lines.keep(transaction, decided));
            follow(transaction, upload, decided);
            return true;
        });
    }

    /** Renews the lease outside of any other work. */
    void renew(Upload upload, Lease lease) {
        if (!await(uploads.hold(pool, upload.id(), lease))) {
            throw new LeaseLostException();
        }
    }

    private void begin(SqlConnection transaction, Upload upload, Lease lease) {
        if (!await(uploads.hold(transaction, upload.id(), lease))) {
            throw new LeaseLostException();
        }
        await(uploads.lockBank(transaction, upload.bankCode()));
    }

    private static List<PlacedLine> place(List<Item> items, Map<Identity, UUID> own) {
        List<PlacedLine> placed = new ArrayList<>(items.size());
        for (Item item : items) {
            UUID statement = own.get(Identity.of(item.head()));
            if (statement != null) {
                placed.add(new PlacedLine(statement, item.head().accountNumber(), item.line()));
            }
        }
        return placed;
    }

    private void follow(SqlConnection transaction, Upload upload, List<DecidedLine> decided) {
        List<UUID> named = decided.stream()
                .filter(line -> line.result() == LineResult.MATCHED || line.result() == LineResult.AMOUNT_MISMATCH)
                .map(DecidedLine::paymentId)
                .toList();
        Map<UUID, Transfer> transfers = new HashMap<>();
        if (!named.isEmpty()) {
            Tuple parameters = Tuple.tuple().addArrayOfUUID(named.toArray(UUID[]::new));
            for (Row row : await(READ_TRANSFERS.execute(transaction, parameters))) {
                transfers.put(row.getUUID("payment_id"), new Transfer(row.getUUID("payment_id"),
                        row.getString("bank_code"), row.getString("bank_reference")));
            }
        }
        await(cases.follow(transaction, upload, decided, transfers));
    }
}
