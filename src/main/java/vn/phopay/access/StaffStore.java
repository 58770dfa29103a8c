package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.access.CredentialStore.Insertion;
import vn.phopay.db.Sql;

/** Keeps the city's staff, each with its credential. */
final class StaffStore {
    private static final Sql INSERT = Sql.load("access/insert_staff");
    private static final Sql INSERT_FIRST_ADMIN = Sql.load("access/insert_first_admin");
    private static final Sql READ_ADMIN = Sql.load("access/read_any_admin");

    private final CredentialStore credentials;
    private final Clock clock;

    StaffStore(CredentialStore credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** A member and its password. */
    record NewStaff(StaffMember member, CredentialStore.Kept password) {}

    /** Adds a member and its credential; where the login is taken, roll the transaction back. */
    Future<Insertion> insert(SqlClient transaction, NewStaff staff, @Nullable UUID createdBy) {
        Tuple parameters = parameters(staff.member()).addUUID(createdBy);
        return INSERT.execute(transaction, parameters)
                .compose(rows -> rows.rowCount() == 1 ? insertCredential(transaction, staff) : taken());
    }

    /** Adds the first administrator unless there is one; see {@link EnsureFirstAdmin}. */
    Future<Insertion> insertFirstAdmin(SqlClient transaction, NewStaff staff) {
        return INSERT_FIRST_ADMIN.execute(transaction, parameters(staff.member()))
                .compose(rows -> rows.rowCount() == 1 ? insertCredential(transaction, staff) : taken());
    }

    /** Whether there is any administrator. */
    Future<Boolean> hasAdmin(SqlClient db) {
        return READ_ADMIN.execute(db).map(rows -> rows.rowCount() > 0);
    }

    private Tuple parameters(StaffMember member) {
        return Tuple.of(
                member.id().value(),
                member.login().value(),
                member.name(),
                member.role().name(),
                member.districtCodes().stream().sorted().toArray(String[]::new),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private Future<Insertion> insertCredential(SqlClient transaction, NewStaff staff) {
        return credentials.insertForStaff(transaction, staff.member(), staff.password());
    }

    private static Future<Insertion> taken() {
        return Future.succeededFuture(Insertion.LOGIN_TAKEN);
    }
}
