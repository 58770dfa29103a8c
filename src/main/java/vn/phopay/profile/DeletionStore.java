package vn.phopay.profile;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.phopay.access.AuditEntry;
import vn.phopay.db.Sql;
import vn.phopay.identity.DeletionId;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.MerchantStatus;

/** Wishes to be forgotten in the database. Every future fails only on a database fault. */
public final class DeletionStore {
    private static final Sql LOCK_MERCHANT = Sql.load("profile/lock_merchant");
    private static final Sql INSERT = Sql.load("profile/insert_deletion");
    private static final Sql INSERT_ACT = Sql.load("profile/insert_deletion_act");
    private static final Sql END = Sql.load("profile/end_deletion");
    private static final Sql READ = Sql.load("profile/read_deletion");
    private static final Sql READ_LATEST = Sql.load("profile/read_latest_deletion");
    private static final Sql LIST = Sql.load("profile/list_deletions");
    private static final Sql COUNT_CASES = Sql.load("profile/count_open_cases");

    /**
     * What staff look for.
     *
     * @param status only those that stand so
     * @param after the last of the page before
     * @param limit most of them
     */
    public record PageRequest(Optional<Deletion.Status> status, Optional<DeletionId> after, int limit) {}

    /**
     * A wish and whose it is.
     *
     * @param deletion the wish
     * @param displayName the name that customers know; what is left of it once it was carried out
     * @param merchantStatus where the merchant stands
     * @param districtCodes where its outlets stand
     */
    public record Item(
            Deletion deletion, String displayName, MerchantStatus merchantStatus, Set<String> districtCodes) {
        /** Copies {@code districtCodes}. */
        public Item {
            districtCodes = Set.copyOf(districtCodes);
        }
    }

    /**
     * A page.
     *
     * @param items the newest first
     * @param next the cursor of the next page, where there is one
     */
    public record Page(List<Item> items, Optional<DeletionId> next) {}

    /**
     * Something done about a wish.
     *
     * @param act WITHDRAW, PROPOSE, REFUSE or EXECUTE
     * @param at when
     * @param actor by whom
     * @param note why
     * @param answers the proposal that it follows
     */
    record Act(String act, Instant at, AuditEntry.Actor actor, Optional<String> note,
            Optional<Deletion.Proposal> answers) {}

    /** Holds the merchant until {@code transaction} ends: whatever is done about its wishes follows each other. */
    Future<Void> lockMerchant(SqlClient transaction, MerchantId merchant) {
        return LOCK_MERCHANT.execute(transaction, Tuple.of(merchant.value())).mapEmpty();
    }

    /** Adds a wish; false where another one of the merchant waits, and then nothing was written. */
    Future<Boolean> insert(SqlClient transaction, Deletion made) {
        Tuple parameters = Tuple.of(
                made.id().value(),
                made.merchant().value(),
                made.reason().orElse(null),
                timestamp(made.times().requestedAt()),
                timestamp(made.times().dueAt()));
        return INSERT.execute(transaction, parameters).map(rows -> rows.rowCount() == 1);
    }

    /** Adds what was done. */
    Future<Void> add(SqlClient transaction, UUID actId, Deletion deletion, Act act) {
        Tuple parameters = Tuple.of(
                actId,
                deletion.id().value(),
                timestamp(deletion.times().dueAt()),
                act.act(),
                timestamp(act.at()),
                act.actor().requireId());
        parameters.addString(act.actor().role())
                .addString(act.actor().requestId())
                .addString(act.note().orElse(null))
                .addUUID(act.answers().map(Deletion.Proposal::actId).orElse(null))
                .addUUID(act.answers().map(Deletion.Proposal::by).orElse(null));
        return INSERT_ACT.execute(transaction, parameters).mapEmpty();
    }

    /** Ends a wish that waits. */
    Future<Void> end(SqlClient transaction, DeletionId id, Deletion.Status status, Instant now) {
        return END.execute(transaction, Tuple.of(id.value(), status.name(), timestamp(now))).mapEmpty();
    }

    /** One wish and whose it is. */
    public Future<Optional<Item>> find(SqlClient client, DeletionId id) {
        return READ.execute(client, Tuple.of(id.value())).map(rows -> first(rows).map(DeletionStore::toItem));
    }

    /** The last wish of a merchant, whatever became of it. */
    public Future<Optional<Deletion>> latest(SqlClient client, MerchantId merchant) {
        return READ_LATEST.execute(client, Tuple.of(merchant.value()))
                .map(rows -> first(rows).map(DeletionStore::toDeletion));
    }

    /** One page; {@code visibleDistricts} is empty for staff who see all. */
    public Future<Page> list(SqlClient client, PageRequest page, Set<String> visibleDistricts) {
        Tuple parameters = Tuple.of(
                page.status().map(Deletion.Status::name).orElse(null),
                page.after().map(DeletionId::value).orElse(null),
                visibleDistricts.isEmpty() ? null : visibleDistricts.toArray(String[]::new),
                page.limit() + 1);
        return LIST.execute(client, parameters).map(rows -> toPage(
                StreamSupport.stream(rows.spliterator(), false).map(DeletionStore::toItem).toList(), page.limit()));
    }

    /** How many cases about the merchant's money still need a person. */
    public Future<Long> openCases(SqlClient client, MerchantId merchant) {
        return COUNT_CASES.execute(client, Tuple.of(merchant.value()))
                .map(rows -> rows.iterator().next().getLong("cases"));
    }

    private static Page toPage(List<Item> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<Item> items = List.copyOf(found.subList(0, limit));
        return new Page(items, Optional.of(items.getLast().deletion().id()));
    }

    private static Item toItem(Row row) {
        return new Item(toDeletion(row), row.getString("display_name"),
                MerchantStatus.valueOf(row.getString("merchant_status")),
                Set.of(row.getArrayOfStrings("district_codes")));
    }

    private static Deletion toDeletion(Row row) {
        return new Deletion(
                new DeletionId(row.getUUID("deletion_id")),
                new MerchantId(row.getUUID("merchant_id")),
                Deletion.Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("reason")),
                new Deletion.Times(
                        instant(row, "requested_at"), instant(row, "due_at"),
                        Optional.ofNullable(row.getOffsetDateTime("ended_at")).map(OffsetDateTime::toInstant)),
                Optional.ofNullable(row.getUUID("act_id")).map(act -> new Deletion.Proposal(
                        act, row.getUUID("actor_id"), instant(row, "acted_at"), row.getString("note"))));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private static OffsetDateTime timestamp(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
