package vn.phopay.geo;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;

/** Editions in the database. Every future fails on a database fault only, unless it says otherwise. */
public final class EditionStore {
    private static final Sql INSERT = Sql.load("geo/insert_edition");
    private static final Sql FIND_BY_CONTENT = Sql.load("geo/find_edition_by_content");
    private static final Sql READ = Sql.load("geo/read_edition");
    private static final Sql LOCK = Sql.load("geo/lock_edition");
    private static final Sql LOCK_ALL = Sql.load("geo/lock_editions");
    private static final Sql LIST = Sql.load("geo/list_editions");
    private static final Sql CONFIRM = Sql.load("geo/confirm_edition");
    private static final Sql END = Sql.load("geo/end_edition");
    private static final Sql MARK_APPLIED = Sql.load("geo/mark_applied");
    private static final Sql LIST_DUE = Sql.load("geo/list_due_editions");

    /** An edition whose first day has come. */
    record Due(UUID id, LocalDate validFrom) {}

    /** One edition with its file. */
    public Future<Optional<Edition>> find(SqlClient client, UUID id) {
        return READ.execute(client, Tuple.of(id))
                .map(rows -> list(rows, EditionStore::toEdition).stream().findFirst());
    }

    /** The latest editions, without their files. */
    public Future<List<Edition>> list(SqlClient client) {
        return LIST.execute(client).map(rows -> list(rows, EditionStore::toEdition));
    }

    Future<Optional<UUID>> findByContent(SqlClient client, String contentHash) {
        return FIND_BY_CONTENT.execute(client, Tuple.of(contentHash))
                .map(rows -> list(rows, row -> row.getUUID("edition_id")).stream().findFirst());
    }

    /** Keeps a proposed edition; fails where {@code place_edition_content_uq} refuses it. */
    Future<Void> insert(SqlClient transaction, Edition edition) {
        Tuple parameters = Tuple.of(edition.id(), edition.title(), edition.validFrom(), edition.contentHash(),
                edition.csv(), at(edition.history().proposedAt()));
        return INSERT.execute(transaction, parameters.addUUID(edition.history().proposedBy())).mapEmpty();
    }

    /** Holds one edition until the transaction ends; whoever changes places does so alone. */
    Future<Void> lock(SqlClient transaction, UUID id) {
        return lock(transaction).compose(locked -> LOCK.execute(transaction, Tuple.of(id))).mapEmpty();
    }

    /** Keeps everybody else who changes places out until the transaction ends. */
    Future<Void> lock(SqlClient transaction) {
        return LOCK_ALL.execute(transaction).mapEmpty();
    }

    /** Confirms it; false where it is not proposed. Fails where constraints on persons and days refuse it. */
    Future<Boolean> confirm(SqlClient transaction, UUID id, Instant at, UUID by) {
        return CONFIRM.execute(transaction, Tuple.of(id, at(at), by)).map(rows -> rows.rowCount() == 1);
    }

    /** Withdraws or undoes it; false where its state does not allow that. */
    Future<Boolean> end(SqlClient transaction, UUID id, Edition.Status status, Ending ending) {
        return END.execute(transaction, Tuple.of(id, status.name(), at(ending.at()), ending.by(), ending.why()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Who ended an edition, when and why. */
    record Ending(Instant at, UUID by, String why) {}

    Future<Boolean> markApplied(SqlClient transaction, UUID id, Instant at) {
        return MARK_APPLIED.execute(transaction, Tuple.of(id, at(at))).map(rows -> rows.rowCount() == 1);
    }

    Future<List<Due>> due(SqlClient client, LocalDate today) {
        return LIST_DUE.execute(client, Tuple.of(today)).map(rows ->
                list(rows, row -> new Due(row.getUUID("edition_id"), row.getLocalDate("valid_from"))));
    }

    private static Edition toEdition(Row row) {
        return new Edition(row.getUUID("edition_id"), row.getString("title"), row.getLocalDate("valid_from"),
                row.getString("content_hash"), row.getString("csv"), Edition.Status.valueOf(row.getString("status")),
                new Edition.History(row.getOffsetDateTime("proposed_at").toInstant(), row.getUUID("proposed_by"),
                        orEmpty(row.getString("proposer")), instant(row, "confirmed_at"),
                        orEmpty(row.getString("confirmer")), instant(row, "ended_at"),
                        orEmpty(row.getString("ended_why")), instant(row, "applied_at")));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reader) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(reader.apply(row)));
        return list;
    }
}
