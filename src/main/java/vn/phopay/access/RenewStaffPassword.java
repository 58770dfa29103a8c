package vn.phopay.access;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import vn.phopay.db.Sql;

/**
 * Gives a member of staff another password, because it forgot its own or comes back: its access is open again, and
 * whoever was logged in with the old password is out. The new one is temporary: it opens nothing but the page on which
 * another one is chosen.
 */
public final class RenewStaffPassword {
    private static final Sql DELETE_CREDENTIAL = Sql.load("access/delete_credential_of_subject");
    private static final Sql INSERT_CREDENTIAL = Sql.load("access/insert_credential");
    private static final Sql REOPEN = Sql.load("access/reopen_staff");

    private final StaffDesk desk;

    /** Works at {@code desk}. */
    public RenewStaffPassword(StaffDesk desk) {
        this.desk = desk;
    }

    /** Writes through {@code transaction}; hash before it begins, which is slow. Runs on a virtual thread. */
    public StaffOutcome renew(SqlConnection transaction, StaffDesk.Step step, PasswordHasher.Hashed hash) {
        StaffDesk.Held held = desk.hold(transaction, step);
        if (held.member().isEmpty()) {
            return held.otherwise();
        }
        StaffRecord member = held.member().get();
        AuditEntry entry = step.entry("staff.password").with("reopened", !member.hasAccess());
        return desk.keep(transaction, step, entry,
                () -> DELETE_CREDENTIAL.execute(transaction, Tuple.of(step.id().value()))
                        .compose(gone -> INSERT_CREDENTIAL.execute(transaction, Tuple.of(
                                member.member().login().value(), step.id().value(), "STAFF", hash.phc(), desk.now(),
                                true)))
                        .compose(added -> REOPEN.execute(transaction, Tuple.of(
                                step.id().value(), desk.now(), step.caller().subjectId()))));
    }
}
