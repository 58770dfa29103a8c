package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.db.Sql;
import vn.phopay.db.SqlOutcome;
import vn.phopay.identity.IdSource;
import vn.phopay.time.BusinessDay;

/**
 * Sets, changes and takes back targets, each with its edition in the history and its entry in the audit log. The
 * value of an adoption target is written to the baseline in force, where the API reads it. On a virtual thread.
 */
public final class KeepTargets {
    private static final Sql INSERT = Sql.load("programme/insert_target");
    private static final Sql UPDATE = Sql.load("programme/update_target");
    private static final Sql DELETE = Sql.load("programme/delete_target");
    private static final Sql INSERT_CHANGE = Sql.load("programme/insert_target_change");
    private static final Sql SET_RATE = Sql.load("programme/set_baseline_target");

    private final AuditLog audit;
    private final IdSource ids;
    private final Clock clock;

    /** Keeps targets named by {@code ids}. */
    public KeepTargets(AuditLog audit, IdSource ids, Clock clock) {
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of it; all but {@code SAVED} ask for the transaction to be rolled back. */
    public enum Outcome {
        /** It is written. */
        SAVED,
        /** The place has no counted premises yet, so there is no adoption rate to aim at. */
        NO_BASELINE,
        /** The place has a target for this metric already. */
        ALREADY_SET,
        /** Somebody has changed it since it was read. */
        CHANGED_MEANWHILE
    }

    /** Sets a target that the place has not. The aim has a value and a day. */
    public Outcome set(SqlClient transaction, Target target, AuditEntry.Actor actor) {
        UUID id = ids.next();
        Target named = new Target(id, 1, target.placeId(), target.metric(), target.aim());
        Outcome rate = setRate(transaction, named);
        if (rate != Outcome.SAVED) {
            return rate;
        }
        Tuple parameters = parameters(Tuple.of(id, named.placeId(), named.metric()), named);
        boolean added = Future.await(INSERT.execute(transaction, parameters).map(true)
                .recover(fault -> SqlOutcome.broke(fault, "target_place_metric_uq")
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(fault)));
        return added ? record(transaction, named, TargetChange.Act.SET, actor) : Outcome.ALREADY_SET;
    }

    /** Changes a target that is still at the version that {@code target} names. */
    public Outcome change(SqlClient transaction, Target target, AuditEntry.Actor actor) {
        Outcome rate = setRate(transaction, target);
        if (rate != Outcome.SAVED) {
            return rate;
        }
        Tuple parameters = parameters(Tuple.of(target.id(), target.version()), target);
        if (Future.await(UPDATE.execute(transaction, parameters)).rowCount() == 0) {
            return Outcome.CHANGED_MEANWHILE;
        }
        Target next = new Target(
                target.id(), target.version() + 1, target.placeId(), target.metric(), target.aim());
        return record(transaction, next, TargetChange.Act.CHANGED, actor);
    }

    /** Takes a target back; the rate of a baseline stays what it is. */
    public Outcome remove(SqlClient transaction, Target target, AuditEntry.Actor actor) {
        if (Future.await(DELETE.execute(transaction, Tuple.of(target.id(), target.version()))).rowCount() == 0) {
            return Outcome.CHANGED_MEANWHILE;
        }
        Target gone = new Target(
                target.id(), target.version() + 1, target.placeId(), target.metric(), target.aim());
        return record(transaction, gone, TargetChange.Act.REMOVED, actor);
    }

    private Outcome setRate(SqlClient transaction, Target target) {
        if (!Target.isOfBaseline(target.metric())) {
            return Outcome.SAVED;
        }
        Tuple parameters = Tuple.of(
                target.placeId(), BusinessDay.of(clock.instant()), target.aim().value().orElseThrow());
        return Future.await(SET_RATE.execute(transaction, parameters)).rowCount() == 1
                ? Outcome.SAVED
                : Outcome.NO_BASELINE;
    }

    private static Tuple parameters(Tuple first, Target target) {
        BigDecimal own = Target.isOfBaseline(target.metric()) ? null : target.aim().value().orElseThrow();
        return rest(first.addValue(own), target);
    }

    private static Tuple rest(Tuple first, Target target) {
        Target.Aim aim = target.aim();
        return first.addLocalDate(aim.dueOn().orElseThrow())
                .addUUID(aim.owner().map(owner -> owner.id().value()).orElse(null))
                .addString(aim.plan().orElse(null))
                .addString(aim.note().orElse(null));
    }

    private Outcome record(SqlClient transaction, Target target, TargetChange.Act act, AuditEntry.Actor actor) {
        Tuple parameters = rest(Tuple.of(target.id(), target.version(), target.placeId(), target.metric(), act.name())
                .addValue(target.aim().value().orElse(null)), target);
        parameters.addOffsetDateTime(clock.instant().atOffset(ZoneOffset.UTC)).addUUID(actor.id());
        Future.await(INSERT_CHANGE.execute(transaction, parameters));
        AuditEntry entry = AuditEntry.of(actor, "target." + switch (act) {
            case SET -> "set";
            case CHANGED -> "change";
            case REMOVED -> "remove";
        }, "TARGET", String.valueOf(target.id())).with("place", target.placeId()).with("metric", target.metric())
                .with("dueOn", String.valueOf(target.aim().dueOn().orElseThrow()));
        Future.await(audit.record(transaction, target.aim().value()
                .map(value -> entry.with("value", value.toPlainString()))
                .orElse(entry)));
        return Outcome.SAVED;
    }
}
