package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import vn.phopay.db.Sql;
import vn.phopay.identity.StaffId;
import vn.phopay.time.BusinessDay;

/** Reads targets, and target rates of baselines beside them. Every future fails only on a database fault. */
public final class ReadTargets {
    private static final Sql LIST = Sql.load("programme/list_targets");
    private static final Sql FIND = Sql.load("programme/find_target");
    private static final Sql LIST_CHANGES = Sql.load("programme/list_target_changes");

    private final Clock clock;

    /** Reads as of the business day of {@code clock}. */
    public ReadTargets(Clock clock) {
        this.clock = clock;
    }

    /** All targets, and all target rates of baselines in force that nobody was made answerable for. */
    public Future<List<Target>> all(SqlClient client) {
        return LIST.execute(client, Tuple.of(BusinessDay.of(clock.instant()), null, null))
                .map(ReadTargets::toTargets);
    }

    /** The same of these places and metrics only. */
    public Future<List<Target>> of(SqlClient client, Collection<String> placeIds, Collection<String> metrics) {
        Tuple parameters = Tuple.of(BusinessDay.of(clock.instant()));
        parameters.addArrayOfString(placeIds.toArray(String[]::new)).addArrayOfString(metrics.toArray(String[]::new));
        return LIST.execute(client, parameters).map(ReadTargets::toTargets);
    }

    /** One target. */
    public Future<Optional<Target>> find(SqlClient client, UUID id) {
        return FIND.execute(client, Tuple.of(id, BusinessDay.of(clock.instant())))
                .map(rows -> toTargets(rows).stream().findFirst());
    }

    /** Every edition of what was aimed at for a metric of a place, the latest first. */
    public Future<List<TargetChange>> changes(SqlClient client, String placeId, String metric) {
        return LIST_CHANGES.execute(client, Tuple.of(placeId, metric)).map(rows ->
                StreamSupport.stream(rows.spliterator(), false).map(ReadTargets::toChange).toList());
    }

    private static List<Target> toTargets(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(ReadTargets::toTarget).toList();
    }

    private static Target toTarget(Row row) {
        Optional<Helper> owner = Optional.ofNullable(row.getUUID("owner_id"))
                .map(id -> new Helper(new StaffId(id), row.getString("owner_name")));
        return new Target(row.getUUID("target_id"), row.getLong("version"), row.getString("place_id"),
                row.getString("metric"), new Target.Aim(
                        Optional.ofNullable(row.getBigDecimal("value")),
                        Optional.ofNullable(row.getLocalDate("due_on")),
                        owner,
                        Optional.ofNullable(row.getString("plan")),
                        Optional.ofNullable(row.getString("note"))));
    }

    private static TargetChange toChange(Row row) {
        return new TargetChange(
                TargetChange.Act.valueOf(row.getString("act")),
                Optional.ofNullable(row.getBigDecimal("value")),
                row.getLocalDate("due_on"),
                Optional.ofNullable(row.getString("owner_name")),
                Optional.ofNullable(row.getString("note")),
                row.getOffsetDateTime("changed_at").toInstant(),
                Optional.ofNullable(row.getString("changer_name")));
    }
}
