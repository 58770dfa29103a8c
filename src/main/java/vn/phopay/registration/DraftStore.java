package vn.phopay.registration;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.DraftId;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;

/**
 * Drafts in the database. A draft is found by its owner only, and for {@link Draft#LIFETIME} after its last change.
 * Every
 * future fails only on a database fault.
 */
public final class DraftStore {
    /** How long a draft that was sent tells whoever sends it again what became of it. */
    static final Duration LIFETIME_WHEN_SENT = Duration.ofDays(1);

    private static final Sql INSERT = Sql.load("registration/insert_draft");
    private static final Sql READ = Sql.load("registration/read_draft");
    private static final Sql LOCK = Sql.load("registration/lock_draft");
    private static final Sql SAVE = Sql.load("registration/save_answers");
    private static final Sql FINISH = Sql.load("registration/finish_draft");
    private static final Sql OFFER = Sql.load("registration/offer_draft");
    private static final Sql CLAIM = Sql.load("registration/claim_draft");
    private static final Sql LIST_OF_HELPER = Sql.load("registration/list_drafts_of_helper");
    private static final Sql DELETE = Sql.load("registration/delete_draft");

    private final IdSource ids;
    private final Clock clock;

    /** Drafts named by {@code ids}, whose life is measured by {@code clock}. */
    public DraftStore(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** A new id, for a draft of a helper. */
    public DraftId nextId() {
        return new DraftId(ids.next());
    }

    /** Opens a draft with its first answers. */
    public Future<Void> open(SqlClient client, DraftOwner owner, Answers answers, Screen reached) {
        OffsetDateTime now = at(clock.instant());
        UUID id = owner instanceof DraftOwner.Helper helper ? helper.draft().value() : ids.next();
        Tuple parameters = Tuple.of(id, secretHash(owner), staff(owner), answers.toJson(), reached.number(), now);
        return INSERT.execute(client, parameters.addOffsetDateTime(now.plus(Draft.LIFETIME))).mapEmpty();
    }

    /** The owner's draft. */
    public Future<Optional<Draft>> find(SqlClient client, DraftOwner owner) {
        return READ.execute(client, toTuple(owner)).map(DraftStore::first);
    }

    /** The owner's draft, which nobody else changes until {@code transaction} ends. */
    Future<Optional<Draft>> lock(SqlClient transaction, DraftOwner owner) {
        return LOCK.execute(transaction, toTuple(owner)).map(DraftStore::first);
    }

    /**
     * Puts {@code answers} over what was answered before, and lets it live on. {@code reached} opens further screens
     * and closes none. False where there is no such draft any more, or it was sent.
     */
    public Future<Boolean> save(SqlClient client, DraftOwner owner, Answers answers, Screen reached) {
        Tuple parameters = toTuple(owner)
                .addValue(answers.toJson())
                .addInteger(reached.number())
                .addOffsetDateTime(at(clock.instant().plus(Draft.LIFETIME)));
        return SAVE.execute(client, parameters).map(rows -> rows.rowCount() == 1);
    }

    /** Keeps what became of a locked draft and forgets its answers. */
    Future<Void> finish(SqlClient transaction, DraftId draft, MerchantId merchant) {
        Instant now = clock.instant();
        return FINISH.execute(transaction,
                Tuple.of(draft.value(), merchant.value(), at(now), at(now.plus(LIFETIME_WHEN_SENT)))).mapEmpty();
    }

    /** Lets whoever knows {@code code} take the draft over until {@code until}; false where there is no such draft. */
    Future<Boolean> offer(SqlClient client, DraftOwner owner, ResumeCode code, Instant until) {
        Tuple parameters = toTuple(owner).addBuffer(code.sha256()).addOffsetDateTime(at(until));
        return OFFER.execute(client, parameters).map(rows -> rows.rowCount() == 1);
    }

    /** Gives the draft behind {@code code} to another phone, and takes it from whom it was; empty where none is. */
    Future<Optional<DraftId>> claim(SqlClient client, ResumeCode code, DraftOwner.Phone owner) {
        Tuple parameters = Tuple.of(code.sha256(), secretHash(owner), at(clock.instant()));
        return CLAIM.execute(client, parameters).map(rows -> rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(new DraftId(rows.iterator().next().getUUID("draft_id"))));
    }

    /** A helper's drafts that were not sent, the newest first, at most {@code limit}. */
    public Future<List<Draft>> listOfHelper(SqlClient client, StaffId staff, int limit) {
        return LIST_OF_HELPER.execute(client, Tuple.of(staff.value(), at(clock.instant()), limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(DraftStore::toDraft).toList());
    }

    /** Throws a draft away that was not sent; false where there is no such draft. */
    public Future<Boolean> delete(SqlClient client, DraftOwner owner) {
        return DELETE.execute(client, toTuple(owner)).map(rows -> rows.rowCount() == 1);
    }

    private Tuple toTuple(DraftOwner owner) {
        UUID id = owner instanceof DraftOwner.Helper helper ? helper.draft().value() : null;
        return Tuple.of(secretHash(owner), id, staff(owner), at(clock.instant()));
    }

    private static @Nullable Buffer secretHash(DraftOwner owner) {
        return owner instanceof DraftOwner.Phone phone ? phone.secret().sha256() : null;
    }

    private static @Nullable UUID staff(DraftOwner owner) {
        return owner instanceof DraftOwner.Helper helper ? helper.staff().value() : null;
    }

    private static Optional<Draft> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(DraftStore::toDraft);
    }

    private static Draft toDraft(Row row) {
        return new Draft(
                new DraftId(row.getUUID("draft_id")),
                Answers.of(row.getJsonObject("answers")),
                Screen.of(row.getInteger("reached")),
                Optional.ofNullable(row.getUUID("merchant_id")).map(MerchantId::new),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
