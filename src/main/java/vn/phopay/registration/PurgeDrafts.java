package vn.phopay.registration;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.phopay.db.Sql;

/** Deletes drafts that nobody went on with, a bounded number at a time: what they hold is personal. */
public final class PurgeDrafts {
    private static final Sql PURGE = Sql.load("registration/purge_drafts");

    private final SqlClient db;
    private final Clock clock;
    private final int rowsMax;

    /** Deletes at most {@code rowsMax} drafts a run. */
    public PurgeDrafts(SqlClient db, Clock clock, int rowsMax) {
        this.db = db;
        this.clock = clock;
        this.rowsMax = rowsMax;
    }

    /** Deletes what has expired and gives its number; several instances may run it at once. */
    public Future<Integer> purge() {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return PURGE.execute(db, Tuple.of(now, rowsMax)).map(rows -> rows.rowCount());
    }
}
