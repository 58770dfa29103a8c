package vn.phopay.release;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.AuditEntry;
import vn.phopay.db.Sql;

/** Releases in the database. Every future fails only on a fault, or where a named constraint refuses a row. */
public final class ReleaseStore {
    private static final Sql HOLD_SNAPSHOT = Sql.load("release/hold_snapshot");
    private static final Sql TRY_MONTH_LOCK = Sql.load("release/try_month_lock");
    private static final Sql INSERT_RELEASE = Sql.load("release/insert_release");
    private static final Sql INSERT_FILE = Sql.load("release/insert_file");
    private static final Sql INSERT_SECRET = Sql.load("release/insert_secret");
    private static final Sql INSERT_ACT = Sql.load("release/insert_act");
    private static final Sql LIST_RELEASES = Sql.load("release/list_releases");
    private static final Sql READ_FILE = Sql.load("release/read_file");
    private static final Sql LIST_FILE_HEADS = Sql.load("release/list_file_heads");
    private static final Sql READ_FORM = Sql.load("release/read_form");
    private static final Sql READ_SECRETS = Sql.load("release/read_secrets");
    private static final Sql LIST_PUBLISHED = Sql.load("release/list_published");
    private static final Sql READ_FIRST_MONTH = Sql.load("release/read_first_month");

    /**
     * What is known of a file without its bytes.
     *
     * @param path its name inside the release's folder
     * @param mediaType its media type
     * @param sha256 its hash
     * @param bytes how long it is
     * @param gzip whether it is there as gzip, too
     * @param brotli whether it is there as brotli, too
     */
    public record FileHead(
            String path, String mediaType, String sha256, int bytes, boolean gzip, boolean brotli) {}

    /**
     * A published release.
     *
     * @param releaseId its id
     * @param number what it is called
     * @param publishedAt when
     * @param contentHash hash of its manifest
     * @param keyId the key that signed it
     */
    public record Publication(
            UUID releaseId, ReleaseNumber number, Instant publishedAt, String contentHash, String keyId) {}

    /** A draft with everything that is kept of it. */
    record Draft(Release release, Optional<UUID> draftedBy, String metricVersion, Optional<UUID> correctsAct,
                 List<ReleaseFile> files, Buffer secret) {}

    /** What was done about a release; {@code keyId} and {@code answers} are those of an approval. */
    record Deed(UUID id, Release release, ReleaseAct.Kind kind, Instant at, AuditEntry.Actor actor, String note,
                @Nullable String keyId, @Nullable ReleaseAct answers) {}

    /** From here on the transaction sees one moment; to be called first. */
    Future<Void> holdSnapshot(SqlConnection transaction) {
        return HOLD_SNAPSHOT.execute(transaction).mapEmpty();
    }

    /** Whether nobody else drafts this month; held until the transaction ends. */
    Future<Boolean> tryLock(SqlConnection transaction, YearMonth month) {
        return TRY_MONTH_LOCK.execute(transaction, Tuple.of(month.atDay(1)))
                .map(rows -> rows.iterator().next().getBoolean("locked"));
    }

    /** Releases of these months, both included, newest first, with what was done about them. */
    public Future<List<Release>> list(SqlClient client, YearMonth from, YearMonth to) {
        return LIST_RELEASES.execute(client, Tuple.of(from.atDay(1), to.atDay(1)))
                .map(rows -> list(rows).map(ReleaseStore::toRelease).toList());
    }

    /** The release of {@code month} with this id. */
    public Future<Optional<Release>> find(SqlClient client, YearMonth month, UUID id) {
        return list(client, month, month)
                .map(all -> all.stream().filter(release -> release.id().equals(id)).findFirst());
    }

    /** A file of a release. */
    public Future<Optional<ReleaseFile>> file(SqlClient client, UUID releaseId, String path) {
        return READ_FILE.execute(client, Tuple.of(releaseId, path))
                .map(rows -> list(rows).map(ReleaseStore::toFile).findFirst());
    }

    /** What is known of the files of a release, by path. */
    public Future<List<FileHead>> heads(SqlClient client, UUID releaseId) {
        return LIST_FILE_HEADS.execute(client, Tuple.of(releaseId)).map(rows -> list(rows)
                .map(row -> new FileHead(row.getString("path"), row.getString("media_type"), row.getString("sha256"),
                        row.getInteger("bytes"), row.getBoolean("has_gzip"), row.getBoolean("has_brotli")))
                .toList());
    }

    /** The bytes of a file in one of its forms: empty for as it is, {@code gzip} or {@code br}. */
    public Future<Buffer> bytes(SqlClient client, UUID releaseId, String path, String coding) {
        return READ_FORM.execute(client, Tuple.of(releaseId, path, coding))
                .map(rows -> rows.iterator().next().getBuffer("bytes"));
    }

    /** What is published, oldest first. */
    public Future<List<Publication>> published(SqlClient client) {
        return LIST_PUBLISHED.execute(client).map(rows -> list(rows)
                .map(row -> new Publication(row.getUUID("release_id"), number(row),
                        row.getOffsetDateTime("acted_at").toInstant(), row.getString("content_hash"),
                        row.getString("key_id")))
                .toList());
    }

    /** The first month that has figures. */
    public Future<Optional<YearMonth>> firstMonth(SqlClient client) {
        return READ_FIRST_MONTH.execute(client).map(rows -> Optional.ofNullable(
                rows.iterator().next().getLocalDate("month")).map(YearMonth::from));
    }

    /** What stood behind the published revisions of a month, oldest first. */
    Future<List<Buffer>> secrets(SqlClient client, YearMonth month) {
        return READ_SECRETS.execute(client, Tuple.of(month.atDay(1)))
                .map(rows -> list(rows).map(row -> row.getBuffer("kept")).toList());
    }

    Future<Void> insert(SqlConnection transaction, Draft draft) {
        Release release = draft.release();
        Tuple row = Tuple.of(release.id(), release.number().month().atDay(1), release.number().revision(),
                release.attempt(), release.draftedAt().atOffset(ZoneOffset.UTC), draft.draftedBy().orElse(null));
        row.addString(release.reasons()).addString(draft.metricVersion()).addString(release.contentHash())
                .addJsonObject(release.notes()).addUUID(draft.correctsAct().orElse(null));
        return INSERT_RELEASE.execute(transaction, row)
                .compose(kept -> insertFiles(transaction, release.id(), draft.files()))
                .compose(kept -> INSERT_SECRET.execute(transaction, Tuple.of(release.id(), draft.secret())))
                .mapEmpty();
    }

    Future<Void> insertFiles(SqlConnection transaction, UUID releaseId, List<ReleaseFile> files) {
        List<Tuple> rows = new ArrayList<>();
        files.forEach(file -> rows.add(Tuple.tuple().addUUID(releaseId).addString(file.path())
                .addString(file.mediaType()).addString(file.sha256()).addBuffer(file.bytes())
                .addBuffer(Compressed.gzip(file.bytes()).orElse(null))
                .addBuffer(Compressed.brotli(file.bytes()).orElse(null))));
        return INSERT_FILE.executeBatch(transaction, rows).mapEmpty();
    }

    Future<Void> act(SqlConnection transaction, Deed deed) {
        Release release = deed.release();
        Tuple row = Tuple.of(deed.id(), release.id(), release.number().month().atDay(1), release.number().revision(),
                release.contentHash(), deed.kind().name());
        ReleaseAct answers = deed.answers();
        row.addOffsetDateTime(deed.at().atOffset(ZoneOffset.UTC)).addUUID(deed.actor().requireId())
                .addString(deed.actor().role()).addString(deed.note()).addString(deed.keyId())
                .addUUID(answers == null ? null : answers.id()).addUUID(answers == null ? null : answers.actor());
        return INSERT_ACT.execute(transaction, row).mapEmpty();
    }

    private static ReleaseFile toFile(Row row) {
        return new ReleaseFile(row.getString("path"), row.getString("media_type"), row.getBuffer("content"));
    }

    private static ReleaseNumber number(Row row) {
        return new ReleaseNumber(YearMonth.from(row.getLocalDate("month")), row.getInteger("revision"));
    }

    private static Release toRelease(Row row) {
        return new Release(row.getUUID("release_id"), number(row), row.getInteger("attempt"),
                row.getOffsetDateTime("drafted_at").toInstant(), Optional.ofNullable(row.getString("drafted_by")),
                row.getString("reasons"), row.getString("content_hash"), row.get(JsonObject.class, "notes"),
                acts(row.get(JsonArray.class, "acts")));
    }

    private static List<ReleaseAct> acts(JsonArray rows) {
        return rows.stream().map(JsonObject.class::cast)
                .map(act -> new ReleaseAct(UUID.fromString(act.getString("id")),
                        ReleaseAct.Kind.valueOf(act.getString("act")), Instant.ofEpochSecond(act.getLong("at")),
                        UUID.fromString(act.getString("actor")), act.getString("name"), act.getString("note")))
                .toList();
    }

    private static Stream<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
