package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.phopay.db.Sql;
import vn.phopay.identity.StaffId;

/**
 * Reads staff, for administrators. One who is limited to districts sees those whose districts are all among his. Takes
 * no locks; every future fails only on a database fault.
 */
public final class StaffDirectory {
    private static final Sql LIST = Sql.load("access/list_staff");
    private static final Sql READ_NAME = Sql.load("access/read_staff_name");

    /** Everybody whom {@code caller} may see: those with access first, by name; at most 2,000. */
    public Future<List<StaffRecord>> list(SqlClient client, Principal caller) {
        return LIST.execute(client, Tuple.tuple().addUUID(null)).map(rows -> rows.stream()
                .map(StaffDirectory::toRecord)
                .filter(found -> maySee(caller, found))
                .toList());
    }

    /** One member; empty where there is none that {@code caller} may see. */
    public Future<Optional<StaffRecord>> find(SqlClient client, StaffId id, Principal caller) {
        return LIST.execute(client, Tuple.of(id.value())).map(rows -> rows.stream()
                .map(StaffDirectory::toRecord)
                .filter(found -> maySee(caller, found))
                .findFirst());
    }

    /** What a member of staff is called, whoever asks: colleagues know each other. Empty where there is none. */
    public Future<Optional<String>> nameOf(SqlClient client, StaffId id) {
        return READ_NAME.execute(client, Tuple.of(id.value()))
                .map(rows -> rows.stream().findFirst().map(row -> row.getString("name")));
    }

    private static boolean maySee(Principal caller, StaffRecord found) {
        return Authority.mayRegisterStaff(caller, found.member().districtCodes());
    }

    private static StaffRecord toRecord(Row row) {
        StaffMember member = new StaffMember(
                new StaffId(row.getUUID("staff_id")),
                new Login(row.getString("login")),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Set.of(row.getArrayOfStrings("district_codes")));
        return new StaffRecord(member, row.getLong("version"),
                new StaffRecord.Moments(row.getOffsetDateTime("created_at").toInstant(), moment(row, "changed_at"),
                        moment(row, "seen_at"), moment(row, "ended_at")),
                new StaffRecord.By(Optional.ofNullable(row.getString("created_by_name")),
                        Optional.ofNullable(row.getString("changed_by_name"))),
                row.getBoolean("only_admin"));
    }

    private static Optional<Instant> moment(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
