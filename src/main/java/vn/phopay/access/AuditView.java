package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.phopay.db.Sql;
import vn.phopay.identity.IdSource;

/**
 * Keeps that staff looked at single shops, in the transaction of the look: nothing is shown without its entry. It is
 * the one thing that a GET writes. Looks of one person at one thing within {@link #AGAIN} are one entry.
 */
public final class AuditView {
    /** A look as long after the last one is another one. */
    public static final Duration AGAIN = Duration.ofMinutes(10);

    private static final Sql INSERT = Sql.load("access/insert_audit_view");

    private final IdSource ids;
    private final Clock clock;

    /** Entries are named by {@code ids} and stamped by {@code clock}. */
    public AuditView(IdSource ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps the look, unless one of the last minutes is kept already; fails only on a database fault. */
    public Future<Void> record(SqlClient transaction, AuditEntry look) {
        AuditEntry.Actor actor = look.actor();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Tuple parameters = Tuple.of(
                ids.next(), now, actor.requireId(), actor.role(), look.action(), look.subjectKind());
        parameters.addString(look.subjectId()).addString(actor.requestId()).addValue(look.details())
                .addOffsetDateTime(now.minus(AGAIN));
        return INSERT.execute(transaction, parameters).mapEmpty();
    }
}
