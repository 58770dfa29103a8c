package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.phopay.db.Sql;

/**
 * Forgets what is no longer needed: what alarms read that nobody reported, and photos and contacts of reports some time
 * after their case has ended. The reports themselves, and what the case was opened with, stay.
 */
public final class PurgeSafety {
    private static final Sql PURGE_PAYLOADS = Sql.load("safety/purge_check_payloads");
    private static final Sql PURGE_PHOTOS = Sql.load("safety/purge_photos");
    private static final Sql PURGE_CONTACTS = Sql.load("safety/purge_contacts");

    private final SqlClient db;
    private final Clock clock;
    private final Duration keptAfterEnd;
    private final int rowsMax;

    /** Photos and contacts stay for {@code keptAfterEnd}; deletes at most {@code rowsMax} rows of each kind a run. */
    public PurgeSafety(SqlClient db, Clock clock, Duration keptAfterEnd, int rowsMax) {
        this.db = db;
        this.clock = clock;
        this.keptAfterEnd = keptAfterEnd;
        this.rowsMax = rowsMax;
    }

    /** How many rows a run deleted. */
    public record Purged(int payloads, int photos, int contacts) {}

    /** Deletes what is due; several instances may run it at once. Fails only on a database fault. */
    public Future<Purged> purge() {
        Instant now = clock.instant();
        Instant endedBefore = now.minus(keptAfterEnd);
        return delete(PURGE_PAYLOADS, now).compose(payloads -> delete(PURGE_PHOTOS, endedBefore)
                .compose(photos -> delete(PURGE_CONTACTS, endedBefore)
                        .map(contacts -> new Purged(payloads, photos, contacts))));
    }

    private Future<Integer> delete(Sql sql, Instant moment) {
        return sql.execute(db, Tuple.of(Moments.timestamp(moment), rowsMax)).map(rows -> rows.rowCount());
    }
}
