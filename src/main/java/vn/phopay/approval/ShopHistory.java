package vn.phopay.approval;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.db.Sql;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.MerchantStatus;

/** What became of a shop so far, the last first; a hundred entries of each kind. Fails only on a database fault. */
public final class ShopHistory {
    private static final Sql LIST_TRANSITIONS = Sql.load("approval/list_transitions");
    private static final Sql LIST_AUDIT = Sql.load("approval/list_audit");

    /** Who did it: a role, and a name where it was one of staff. */
    public record Who(String role, Optional<String> name) {}

    /** A step of its state; {@code from} is empty for the registration. */
    public record Step(
            Optional<MerchantStatus> from, MerchantStatus to, Instant at, Who who, Optional<String> reason) {}

    /** An entry of the audit log. */
    public record Entry(Instant at, String action, Who who, Optional<String> reason) {}

    /** The steps of a shop's state. */
    public Future<List<Step>> steps(SqlClient client, MerchantId shop) {
        return LIST_TRANSITIONS.execute(client, Tuple.of(shop.value()))
                .map(rows -> rows.stream().map(ShopHistory::toStep).toList());
    }

    /** What the audit log says of a shop. */
    public Future<List<Entry>> entries(SqlClient client, MerchantId shop) {
        return LIST_AUDIT.execute(client, Tuple.of(shop.toString()))
                .map(rows -> rows.stream().map(ShopHistory::toEntry).toList());
    }

    private static Step toStep(Row row) {
        return new Step(
                Optional.ofNullable(row.getString("from_status")).map(MerchantStatus::valueOf),
                MerchantStatus.valueOf(row.getString("to_status")),
                row.getOffsetDateTime("recorded_at").toInstant(),
                who(row),
                Optional.ofNullable(row.getString("reason")));
    }

    private static Entry toEntry(Row row) {
        return new Entry(row.getOffsetDateTime("recorded_at").toInstant(), row.getString("action"), who(row),
                Optional.ofNullable(row.getString("reason")));
    }

    private static Who who(Row row) {
        return new Who(row.getString("actor_role"), Optional.ofNullable(row.getString("actor_name")));
    }
}
