package vn.phopay.webhook;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import vn.phopay.db.Sql;

/** Forgets old deliveries, oldest first and some at a time, so that the log of an endpoint never has a hole. */
public final class PurgeDeliveries {
    private static final Sql LOCK_OLD = Sql.load("webhook/lock_old_queues");
    private static final Sql PURGE = Sql.load("webhook/purge_deliveries");
    private static final int ENDPOINTS_AT_ONCE = 100;
    private static final int DELIVERIES_AT_ONCE = 500;

    private final Pool pool;
    private final Duration keep;
    private final Clock clock;

    /** Forgets what was made longer than {@code keep} ago. */
    public PurgeDeliveries(Pool pool, Duration keep, Clock clock) {
        this.pool = pool;
        this.keep = keep;
        this.clock = clock;
    }

    /** One run in a transaction of its own; fails only on a database fault. */
    public Future<Void> purge() {
        OffsetDateTime before = clock.instant().minus(keep).atOffset(ZoneOffset.UTC);
        return pool.withTransaction(transaction -> LOCK_OLD.execute(transaction, Tuple.of(before, ENDPOINTS_AT_ONCE))
                .compose(endpoints -> purge(transaction, endpoints, before)));
    }

    private static Future<Void> purge(SqlConnection transaction, RowSet<Row> endpoints, OffsetDateTime before) {
        List<Tuple> purges = new ArrayList<>();
        endpoints.forEach(row -> purges.add(Tuple.of(row.getUUID("endpoint_id"), before, DELIVERIES_AT_ONCE)));
        return purges.isEmpty() ? Future.succeededFuture() : PURGE.executeBatch(transaction, purges).mapEmpty();
    }
}
