package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.identity.StaffId;

/** Finishes a walk list, or calls it off; what was not visited can be given to somebody else. */
public final class EndWalkList {
    private final WalkListStore lists;
    private final AuditLog audit;

    /** Writes to {@code lists}. */
    public EndWalkList(WalkListStore lists, AuditLog audit) {
        this.lists = lists;
        this.audit = audit;
    }

    /** False where it has ended already; on a virtual thread. */
    public boolean end(SqlClient transaction, WalkList list, AuditEntry.Actor actor) {
        if (!Future.await(lists.end(transaction, list.id(), new StaffId(actor.requireId())))) {
            return false;
        }
        Future.await(audit.record(transaction,
                AuditEntry.of(actor, "walk.end", "WALK_LIST", list.id().toString())
                        .with("stops", list.progress().stops())
                        .with("visited", list.progress().visited())));
        return true;
    }
}
