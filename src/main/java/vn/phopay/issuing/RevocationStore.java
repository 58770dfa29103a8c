package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import vn.phopay.db.Sql;

/** Codes taken back. Every future fails only on a database fault. */
public final class RevocationStore {
    private static final Sql INSERT = Sql.load("issuing/insert_revocation");
    private static final Sql LIST = Sql.load("issuing/list_revoked_serials");

    /** Serials taken back whose codes would still be good at {@code now}: what the published list must name. */
    public Future<Set<String>> liveSerials(SqlClient client, Instant now) {
        return LIST.execute(client, Tuple.of(Rows.timestamp(now)))
                .map(rows -> new TreeSet<>(Rows.all(rows, row -> row.getString("serial"))));
    }

    /** Takes a code back; false where that was done before, and nothing changed. */
    Future<Boolean> insert(SqlClient transaction, Revocation revocation) {
        Tuple parameters = Tuple.of(
                revocation.serial(),
                Rows.timestamp(revocation.revokedAt()),
                Rows.timestamp(revocation.expiresAt()),
                revocation.actor().id(),
                revocation.actor().role(),
                revocation.reason());
        return INSERT.execute(transaction, parameters).map(rows -> rows.rowCount() == 1);
    }
}
