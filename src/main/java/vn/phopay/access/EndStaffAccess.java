package vn.phopay.access;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import vn.phopay.db.Sql;

/**
 * Ends the access of a member of staff: it cannot log in any more and its sessions end at once. What it did stays in
 * the audit log under its name.
 */
public final class EndStaffAccess {
    /** Longest reason, in characters. */
    public static final int REASON_LENGTH_MAX = 500;

    private static final Sql END = Sql.load("access/end_staff");
    private static final Sql DELETE_CREDENTIAL = Sql.load("access/delete_credential_of_subject");

    private final StaffDesk desk;

    /** Works at {@code desk}. */
    public EndStaffAccess(StaffDesk desk) {
        this.desk = desk;
    }

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public StaffOutcome end(SqlConnection transaction, StaffDesk.Step step, String reason) {
        StaffDesk.Held held = desk.hold(transaction, step);
        if (held.member().isEmpty()) {
            return held.otherwise();
        }
        StaffRecord member = held.member().get();
        if (!member.hasAccess()) {
            return new StaffOutcome.Ended();
        }
        if (member.onlyAdmin()) {
            return new StaffOutcome.LastAdmin();
        }
        return desk.keep(transaction, step, step.entry("staff.end").because(reason),
                () -> DELETE_CREDENTIAL.execute(transaction, Tuple.of(step.id().value()))
                        .compose(gone -> END.execute(transaction, Tuple.of(
                                step.id().value(), desk.now(), step.caller().subjectId()))));
    }
}
