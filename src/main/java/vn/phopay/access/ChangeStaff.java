package vn.phopay.access;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Set;
import vn.phopay.db.Sql;

/**
 * Changes name, role and districts of a member of staff. All its sessions end at once: whoever is logged in logs in
 * again, with what he may do now. Nobody changes himself, and the last administrator of the whole city stays; the
 * constraints {@code staff_changed_by_another} and {@code staff_administrator_left} hold that too.
 */
public final class ChangeStaff {
    private static final Sql UPDATE = Sql.load("access/update_staff");

    private final StaffDesk desk;

    /** Works at {@code desk}. */
    public ChangeStaff(StaffDesk desk) {
        this.desk = desk;
    }

    /** What the member is from now on; no districts mean all. */
    public record Change(String name, Role role, Set<String> districtCodes) {
        /** Copies the districts. */
        public Change {
            districtCodes = Set.copyOf(districtCodes);
        }

        private boolean administersAll() {
            return role == Role.ADMIN && districtCodes.isEmpty();
        }
    }

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public StaffOutcome change(SqlConnection transaction, StaffDesk.Step step, Change change) {
        StaffDesk.Held held = desk.hold(transaction, step);
        if (held.member().isEmpty()) {
            return held.otherwise();
        }
        StaffRecord member = held.member().get();
        if (!member.hasAccess()) {
            return new StaffOutcome.Ended();
        }
        if (!Authority.mayRegisterStaff(step.caller(), change.districtCodes())) {
            return new StaffOutcome.TooManyDistricts();
        }
        if (member.onlyAdmin() && !change.administersAll()) {
            return new StaffOutcome.LastAdmin();
        }
        String[] districts = change.districtCodes().stream().sorted().toArray(String[]::new);
        AuditEntry entry = step.entry("staff.change")
                .with("roleBefore", member.member().role().name())
                .with("districtCodesBefore", new JsonArray(member.member().districtCodes().stream().sorted().toList()))
                .with("role", change.role().name())
                .with("districtCodes", new JsonArray(change.districtCodes().stream().sorted().toList()));
        return desk.keep(transaction, step, entry, () -> UPDATE.execute(transaction, Tuple.of(
                step.id().value(), change.name(), change.role().name(), districts, desk.now(),
                step.caller().subjectId())));
    }
}
