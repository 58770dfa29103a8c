package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.phopay.db.Sql;

/** Deletes sessions and idempotency keys whose life has ended, a bounded number at a time; run it every minute. */
public final class PurgeExpired {
    private static final Sql PURGE_SESSIONS = Sql.load("access/purge_sessions");
    private static final Sql PURGE_KEYS = Sql.load("access/purge_idempotency_keys");

    private final SqlClient db;
    private final Clock clock;
    private final int rowsMax;

    /** Deletes at most {@code rowsMax} rows of each kind a run. */
    public PurgeExpired(SqlClient db, Clock clock, int rowsMax) {
        this.db = db;
        this.clock = clock;
        this.rowsMax = rowsMax;
    }

    /** How many rows a run deleted; where one count equals the bound, there may be more. */
    public record Purged(int sessions, int idempotencyKeys) {}

    /** Deletes what has expired; several instances may run it at once. Fails only on a database fault. */
    public Future<Purged> purge() {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return delete(PURGE_SESSIONS, now)
                .compose(sessions -> delete(PURGE_KEYS, now).map(keys -> new Purged(sessions, keys)));
    }

    private Future<Integer> delete(Sql sql, OffsetDateTime now) {
        return sql.execute(db, Tuple.of(now, rowsMax)).map(rows -> rows.rowCount());
    }
}
