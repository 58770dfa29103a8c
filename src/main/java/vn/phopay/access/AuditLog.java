package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.phopay.db.Sql;
import vn.phopay.identity.IdSource;

/** Keeps who did what, in the same transaction as the deed: neither is ever there without the other. */
public final class AuditLog {
    private static final Sql INSERT = Sql.load("access/insert_audit_entry");

    private final IdSource ids;
    private final Clock clock;

    /** A log whose entries are named by {@code ids} and stamped by {@code clock}. */
    public AuditLog(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds {@code entry} through the deed's own {@code transaction}; fails only on a database fault. */
    public Future<Void> record(SqlClient transaction, AuditEntry entry) {
        AuditEntry.Actor actor = entry.actor();
        Tuple parameters = Tuple.of(
                ids.next(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                actor.id(),
                actor.role(),
                entry.action(),
                entry.subjectKind());
        parameters.addString(entry.subjectId());
        parameters.addString(entry.reason());
        parameters.addString(actor.requestId());
        parameters.addValue(entry.details());
        return INSERT.execute(transaction, parameters).mapEmpty();
    }
}
