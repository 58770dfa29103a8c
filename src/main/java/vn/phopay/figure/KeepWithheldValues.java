package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import vn.phopay.db.Sql;

/**
 * Writes down of which scopes outsiders do not see a month's money from now on, in the transaction that publishes the
 * month: no moment passes in which the live figures do not know of the release.
 */
public final class KeepWithheldValues {
    private static final Sql KEEP_WITHHELD_VALUES = Sql.load("figure/keep_withheld_values");
    private static final Sql BUMP_EDITION = Sql.load("figure/bump_edition");

    /** Writes through {@code connection}; fails only on a database fault. */
    public Future<Void> keep(SqlConnection connection, YearMonth month, Set<String> scopeIds, Instant now) {
        Tuple row = Tuple.of(month.atDay(1)).addArrayOfString(scopeIds.toArray(String[]::new));
        return KEEP_WITHHELD_VALUES.execute(connection, row)
                .compose(kept -> BUMP_EDITION.execute(connection, Tuple.of(now.atOffset(ZoneOffset.UTC))))
                .mapEmpty();
    }
}
