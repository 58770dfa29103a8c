package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.StaffId;
import vn.phopay.time.BusinessDay;

/**
 * Searches the audit log, the last entry first, and says in it that somebody did: whoever watches is watched. For
 * administrators of the whole city; whether the caller is one is for the caller to ask first. Every future fails only
 * on a database fault.
 */
public final class SearchAudit {
    private static final Sql SEARCH = Sql.load("access/search_audit");
    private static final Sql LIST_NAMES = Sql.load("access/list_subject_names");
    private static final Sql LIST_ACTIONS = Sql.load("access/list_audit_actions");

    private final AuditLog audit;

    /** Says in {@code audit} that it was searched. */
    public SearchAudit(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * What is looked for; a member that is empty does not narrow.
     *
     * @param from first day, in Hà Nội
     * @param to last day, included
     * @param staff who did it
     * @param role in which role it was done
     * @param what what was done, and to what
     * @param text part of the reason, in any case
     */
    public record Query(
            LocalDate from,
            LocalDate to,
            Optional<StaffId> staff,
            Optional<String> role,
            What what,
            Optional<String> text) {}

    /** What was done, and to what by its public id. */
    public record What(Optional<String> action, Optional<String> subjectId) {}

    /**
     * An entry.
     *
     * @param id its id, by which the next page is found
     * @param at when
     * @param who who did it
     * @param action what was done
     * @param subject to what
     * @param reason why, where somebody said so
     * @param requestId in which request
     * @param details what else is known
     */
    public record Entry(
            UUID id,
            Instant at,
            Who who,
            String action,
            Subject subject,
            Optional<String> reason,
            Optional<String> requestId,
            JsonObject details) {
        /** Copies the details. */
        public Entry {
            details = details.copy();
        }
    }

    /** Who did it: a role, and name and login where it was one of staff. */
    public record Who(String role, Optional<String> name, Optional<String> login) {}

    /** What it was done to. */
    public record Subject(String kind, String id) {}

    /** At most {@code limit} entries behind {@code after}; keeps the search under {@code action} for {@code reader}. */
    public record Reading(Optional<UUID> after, int limit, String action, AuditEntry.Actor reader) {}

    /** Searches, and keeps in the same transaction that it was done and for what. */
    public Future<List<Entry>> search(SqlClient transaction, Query query, Reading reading) {
        Tuple parameters = Tuple.tuple()
                .addOffsetDateTime(startOf(query.from()))
                .addOffsetDateTime(startOf(query.to().plusDays(1)))
                .addUUID(query.staff().map(StaffId::value).orElse(null))
                .addString(query.role().orElse(null))
                .addString(query.what().action().orElse(null))
                .addString(query.what().subjectId().orElse(null))
                .addString(query.text().map(SearchAudit::pattern).orElse(null))
                .addUUID(reading.after().orElse(null))
                .addInteger(reading.limit());
        return SEARCH.execute(transaction, parameters)
                .map(rows -> rows.stream().map(SearchAudit::toEntry).toList())
                .compose(found -> audit.record(transaction, entry(query, reading)).map(found));
    }

    /** Everything that was ever done, by name. */
    public Future<List<String>> actions(SqlClient client) {
        return LIST_ACTIONS.execute(client).map(rows -> rows.stream().map(row -> row.getString("action")).toList());
    }

    /** Names of the merchants and members of staff that {@code entries} are about, by their public ids. */
    public Future<Map<String, String>> names(SqlClient client, List<Entry> entries) {
        Map<UUID, String> uuidToId = new HashMap<>();
        entries.stream().map(entry -> entry.subject().id()).forEach(id -> MerchantId.parse(id).map(MerchantId::value)
                .or(() -> StaffId.parse(id).map(StaffId::value))
                .ifPresent(uuid -> uuidToId.put(uuid, id)));
        Tuple parameters = Tuple.tuple().addArrayOfUUID(uuidToId.keySet().toArray(UUID[]::new));
        return LIST_NAMES.execute(client, parameters).map(rows -> rows.stream().collect(Collectors.toMap(
                row -> uuidToId.get(row.getUUID("subject_id")), row -> row.getString("name"))));
    }

    private static AuditEntry entry(Query query, Reading reading) {
        AuditEntry entry = AuditEntry.ofSelf(reading.reader(), reading.action())
                .with("from", query.from().toString())
                .with("to", query.to().toString());
        entry = query.staff().map(StaffId::toString).map(member("staff", entry)).orElse(entry);
        entry = query.role().map(member("role", entry)).orElse(entry);
        entry = query.what().action().map(member("action", entry)).orElse(entry);
        entry = query.what().subjectId().map(member("subjectId", entry)).orElse(entry);
        return query.text().map(member("text", entry)).orElse(entry);
    }

    private static Function<String, AuditEntry> member(String name, AuditEntry entry) {
        return value -> entry.with(name, value);
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return OffsetDateTime.ofInstant(BusinessDay.startOf(day), ZoneOffset.UTC);
    }

    private static String pattern(String text) {
        return '%' + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }

    private static Entry toEntry(Row row) {
        return new Entry(
                row.getUUID("audit_entry_id"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                new Who(row.getString("actor_role"), Optional.ofNullable(row.getString("actor_name")),
                        Optional.ofNullable(row.getString("actor_login"))),
                row.getString("action"),
                new Subject(row.getString("subject_kind"), row.getString("subject_id")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("request_id")),
                row.get(JsonObject.class, "details"));
    }
}
