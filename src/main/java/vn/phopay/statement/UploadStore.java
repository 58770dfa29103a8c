package vn.phopay.statement;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.db.Sql;
import vn.phopay.statement.StatementFile.Format;

/** Keeps uploads: what was sent, how far its import has come, and which instance works on it. */
final class UploadStore {
    private static final Sql INSERT = Sql.load("statement/insert_upload");
    private static final Sql READ_BY_DIGEST = Sql.load("statement/read_upload_by_digest");
    private static final Sql REVIVE = Sql.load("statement/revive_upload");
    private static final Sql LIST_UNDONE = Sql.load("statement/list_undone_uploads");
    private static final Sql CLAIM = Sql.load("statement/claim_upload");
    private static final Sql HOLD = Sql.load("statement/hold_upload");
    private static final Sql NOTE_TOTAL = Sql.load("statement/note_total");
    private static final Sql NOTE_PROGRESS = Sql.load("statement/note_progress");
    private static final Sql FINISH = Sql.load("statement/finish_upload");
    private static final Sql FAIL = Sql.load("statement/fail_upload");
    private static final Sql RELEASE = Sql.load("statement/release_upload");
    private static final Sql LOCK_BANK = Sql.load("statement/lock_bank_statements");

    /** Another upload of the same bytes. */
    record Known(UUID id, String status) {}

    /** The lease of an upload: by which instance, and for how many milliseconds from each renewal. */
    record Lease(UUID instance, long ms) {}

    /** Whether {@code upload} is new. */
    Future<Boolean> insert(SqlClient transaction, ReceivedFile upload, UUID id) {
        return INSERT.execute(transaction, Tuple.of(id, upload.bankCode(), upload.format().name(),
                Buffer.buffer(upload.sha256()), upload.sizeBytes(), utc(upload.receivedAt()))
                .addUUID(upload.staff())
                .addUUID(upload.key())).map(rows -> rows.rowCount() == 1);
    }

    Future<Known> readByDigest(SqlClient transaction, ReceivedFile upload) {
        return READ_BY_DIGEST.execute(transaction, Tuple.of(upload.bankCode(), Buffer.buffer(upload.sha256())))
                .map(rows -> rows.iterator().next())
                .map(row -> new Known(row.getUUID("upload_id"), row.getString("status")));
    }

    Future<Void> revive(SqlClient transaction, UUID id) {
        return REVIVE.execute(transaction, Tuple.of(id)).mapEmpty();
    }

    /** At most {@code count} uploads that nobody works on. */
    Future<List<UUID>> listUndone(SqlClient client, int count) {
        return LIST_UNDONE.execute(client, Tuple.of((long) count)).map(rows -> {
            List<UUID> undone = new ArrayList<>(rows.size());
            rows.forEach(row -> undone.add(row.getUUID("upload_id")));
            return undone;
        });
    }

    /** The upload, now worked on under {@code lease}; empty where somebody else was faster. */
    Future<Optional<Upload>> claim(SqlClient client, UUID id, Lease lease) {
        return CLAIM.execute(client, Tuple.of(id, lease.instance(), lease.ms()))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(toUpload(rows.iterator().next())));
    }

    /** Renews {@code lease}, and holds the upload until the transaction ends; false where it is another's by now. */
    Future<Boolean> hold(SqlClient transaction, UUID id, Lease lease) {
        return HOLD.execute(transaction, Tuple.of(id, lease.instance(), lease.ms()))
                .map(rows -> rows.rowCount() == 1);
    }

    Future<Void> noteTotal(SqlClient client, UUID id, long lines) {
        return NOTE_TOTAL.execute(client, Tuple.of(id, lines)).mapEmpty();
    }

    Future<Void> noteProgress(SqlClient transaction, Upload upload, long repeatedLines) {
        return NOTE_PROGRESS.execute(transaction,
                Tuple.of(upload.id(), upload.pass(), upload.linesDone(), repeatedLines)).mapEmpty();
    }

    Future<Void> finish(SqlClient transaction, UUID id, Instant now) {
        return FINISH.execute(transaction, Tuple.of(id, utc(now))).mapEmpty();
    }

    Future<Void> fail(SqlClient client, UUID id, Lease lease, Failure failure) {
        return FAIL.execute(client, Tuple.of(id, lease.instance(), failure.place(), failure.detail(),
                utc(failure.at()))).mapEmpty();
    }

    /** Why an import cannot go on. */
    record Failure(String place, String detail, Instant at) {}

    /** Gives the lease back for {@code pauseMs}; after a fault it is counted. The number of faults in a row. */
    Future<Integer> release(SqlClient client, UUID id, Lease lease, long pauseMs) {
        return RELEASE.execute(client, Tuple.of(id, lease.instance(), pauseMs > 0 ? 1 : 0, pauseMs))
                .map(rows -> rows.size() == 0 ? 0 : rows.iterator().next().getInteger("failures"));
    }

    /** Waits until no other import of the bank is inside a step. */
    Future<Void> lockBank(SqlClient transaction, String bankCode) {
        return LOCK_BANK.execute(transaction, Tuple.of(bankCode)).mapEmpty();
    }

    private static Upload toUpload(Row row) {
        return new Upload(row.getUUID("upload_id"), row.getString("bank_code"), row.getString("bin"),
                Format.valueOf(row.getString("format")), Upload.hex(row.getBuffer("sha256").getBytes()),
                row.getOffsetDateTime("received_at").toInstant(), row.getInteger("pass"),
                row.getLong("lines_done"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
