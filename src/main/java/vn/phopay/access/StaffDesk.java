package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import vn.phopay.db.Sql;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.StaffId;

/**
 * What every change of somebody's access has in common. The credential is held first and the member after it, as a
 * log-in does it: of a log-in and a change at once the later one sees what the earlier one left, so that no session
 * outlives the role it was opened with. Runs on virtual threads.
 */
public final class StaffDesk {
    private static final Sql LOCK_CREDENTIAL = Sql.load("access/lock_credential_of_subject");
    private static final Sql LOCK = Sql.load("access/lock_staff");
    private static final Sql END_SESSIONS = Sql.load("access/end_sessions_of_subject");

    private final StaffDirectory directory = new StaffDirectory();
    private final AuditLog audit;
    private final Clock clock;

    /** Works at {@code clock}'s time; what is done stands in {@code audit}. */
    public StaffDesk(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who changes whom.
     *
     * @param id whom
     * @param version the version that was read
     * @param caller who
     * @param requestId in which request
     */
    public record Step(StaffId id, long version, Principal caller, String requestId) {
        AuditEntry entry(String action) {
            return AuditEntry.of(AuditEntry.Actor.of(caller, requestId), action, "STAFF", id.toString());
        }
    }

    /** Somebody who is held until COMMIT, or why nothing can be changed. */
    record Held(Optional<StaffRecord> member, StaffOutcome otherwise) {}

    Held hold(SqlConnection transaction, Step step) {
        Future.await(LOCK_CREDENTIAL.execute(transaction, Tuple.of(step.id().value())));
        Future.await(LOCK.execute(transaction, Tuple.of(step.id().value())));
        Optional<StaffRecord> found = Future.await(directory.find(transaction, step.id(), step.caller()));
        if (found.isEmpty()) {
            return new Held(found, new StaffOutcome.NotFound());
        }
        if (step.caller().subjectId().equals(step.id().value())) {
            return new Held(Optional.empty(), new StaffOutcome.Self());
        }
        return found.get().version() == step.version()
                ? new Held(found, new StaffOutcome.Done())
                : new Held(Optional.empty(), new StaffOutcome.Stale());
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Does {@code change}, ends all sessions, and tells the audit log. */
    StaffOutcome keep(SqlClient transaction, Step step, AuditEntry entry, Supplier<Future<?>> change) {
        return Future.await(change.get()
                .compose(changed -> END_SESSIONS.execute(transaction, Tuple.of(step.id().value())))
                .compose(ended -> audit.record(transaction, entry))
                .<StaffOutcome>map(new StaffOutcome.Done())
                .recover(StaffDesk::overtaken));
    }

    private static Future<StaffOutcome> overtaken(Throwable fault) {
        boolean ruledOut = SqlOutcome.broke(fault, "staff_administrator_left")
                || SqlOutcome.broke(fault, "staff_changed_by_another")
                || SqlOutcome.broke(fault, "credential_pk");
        return ruledOut ? Future.succeededFuture(new StaffOutcome.Overtaken()) : Future.failedFuture(fault);
    }
}
