package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.StaffId;

/** Gives an open walk list to somebody else as it stands: its shops, its visits and its note stay. */
public final class HandOverWalkList {
    private final WalkListStore lists;
    private final AuditLog audit;

    /** Writes to {@code lists}. */
    public HandOverWalkList(WalkListStore lists, AuditLog audit) {
        this.lists = lists;
        this.audit = audit;
    }

    /**
     * What is given on.
     *
     * @param list the list as whoever gives it on has seen it
     * @param to whose it will be, somebody else than its assignee
     * @param dueOn by when it should be done then
     * @param reason why
     */
    public record Order(WalkList list, Helper to, LocalDate dueOn, String reason) {}

    /** False where it has ended, or was given on, since it was seen: nothing changes. On a virtual thread. */
    public boolean handOver(SqlClient transaction, Order order, AuditEntry.Actor actor) {
        if (!Future.await(lists.handOver(transaction, order, new StaffId(actor.requireId())))) {
            return false;
        }
        WalkList list = order.list();
        Future.await(audit.record(transaction,
                AuditEntry.of(actor, "walk.handover", "WALK_LIST", list.id().toString())
                        .with("from", list.task().assignee().id().toString())
                        .with("to", order.to().id().toString())
                        .with("dueOn", order.dueOn().toString())
                        .with("visited", list.progress().visited())));
        return true;
    }
}
