package vn.phopay.reconciliation;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;
import vn.phopay.identity.CaseId;

/**
 * Reads what was done about a case, and what a person might do next. Takes no locks; every future fails only on a
 * database fault.
 */
public final class CaseHistory {
    private static final Sql LIST_ACTS = Sql.load("reconciliation/list_case_acts");
    private static final Sql SUGGEST = Sql.load("reconciliation/suggest_targets");

    /**
     * Something that was done.
     *
     * @param id the act
     * @param what what was done
     * @param at when
     * @param actor who
     * @param ruling what was decided, and why
     * @param evidence what shows it
     * @param answersActId the proposal that it answers
     */
    public record Entry(
            UUID id,
            CaseAct.What what,
            Instant at,
            Actor actor,
            Ruling ruling,
            @Nullable JsonObject evidence,
            @Nullable UUID answersActId) {}

    /** Who did it; the service itself has no id and no name. */
    public record Actor(@Nullable UUID staffId, @Nullable String name, String role) {}

    /** What was decided; members are null where the act is no decision. */
    public record Ruling(
            @Nullable String action,
            @Nullable String resolution,
            @Nullable String because,
            @Nullable String note,
            @Nullable UUID outletId,
            @Nullable UUID paymentRequestId) {}

    /** Why somebody is offered the money of a case. Never more than an offer: a person decides. */
    public enum Hint {
        /** The memo names its code. */
        CODE,
        /** It is the only open request of the credited account that asks for just this amount. */
        AMOUNT,
        /** The credited account is its merchant's. */
        ACCOUNT
    }

    /**
     * An outlet or request whose money it may be.
     *
     * @param hint why
     * @param outletId the outlet
     * @param outletName its name
     * @param merchantId whose it is
     * @param merchantName the name that customers know
     * @param paymentRequestId the request, where it is one
     */
    public record Suggestion(
            Hint hint,
            UUID outletId,
            String outletName,
            UUID merchantId,
            String merchantName,
            @Nullable UUID paymentRequestId) {}

    /** What was done about a case, the first first; at most 500 acts. */
    public Future<List<Entry>> acts(SqlClient client, CaseId id) {
        return LIST_ACTS.execute(client, Tuple.of(id.value())).map(rows -> toList(rows, CaseHistory::toEntry));
    }

    /** To whom the money of {@code file} might be assigned, the likeliest first; at most 20. */
    public Future<List<Suggestion>> suggestions(SqlClient client, CaseFile file) {
        boolean open = file.standing().status() != CaseStatus.RESOLVED;
        return open && CasePolicy.applicable(file).contains(CaseAction.ASSIGN)
                ? SUGGEST.execute(client, Tuple.of(file.id().value()))
                        .map(rows -> toList(rows, CaseHistory::toSuggestion))
                : Future.succeededFuture(List.of());
    }

    private static <T> List<T> toList(RowSet<Row> rows, Function<Row, T> mapper) {
        return StreamSupport.stream(rows.spliterator(), false).map(mapper).toList();
    }

    private static Entry toEntry(Row row) {
        return new Entry(
                row.getUUID("act_id"),
                CaseAct.What.valueOf(row.getString("act")),
                row.getOffsetDateTime("acted_at").toInstant(),
                new Actor(row.getUUID("actor_id"), row.getString("actor_name"), row.getString("actor_role")),
                new Ruling(row.getString("action"), row.getString("resolution"), row.getString("reason"),
                        row.getString("note"), row.getUUID("outlet_id"), row.getUUID("payment_request_id")),
                Optional.ofNullable(row.get(JsonObject.class, "evidence")).orElse(null),
                row.getUUID("answers_act_id"));
    }

    private static Suggestion toSuggestion(Row row) {
        return new Suggestion(
                Hint.valueOf(row.getString("hint")),
                row.getUUID("outlet_id"),
                row.getString("outlet_name"),
                row.getUUID("merchant_id"),
                row.getString("display_name"),
                row.getUUID("payment_request_id"));
    }
}
