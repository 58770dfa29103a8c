package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import vn.phopay.db.Sql;
import vn.phopay.time.BusinessDay;

/**
 * Keeps what the adoption figures of one business day are read from: outlets active up to it and standing on it, by
 * place and by cell, how its amounts are spread, and its payment requests. What is kept equals what a count at the
 * same moment would find.
 */
public final class KeepAdoptionDay {
    private static final Sql KEEP_DAY = Sql.load("adoption/keep_day");
    private static final Sql KEEP_REQUESTS = Sql.load("adoption/keep_requests");
    private static final Sql FINISH_KEPT_DAY = Sql.load("adoption/finish_kept_day");

    /**
     * Keeps {@code day} in the caller's transaction, as of its snapshot and {@code now}; whether anything changed.
     * Reads all outlets before it writes. Waits on futures: call it on a virtual thread. Throws only on a fault.
     */
    public boolean keep(SqlConnection transaction, LocalDate day, OffsetDateTime now) {
        ActivityWindows windows = ActivityWindows.of(List.of(DayRange.endingOn(day, KeptDays.POINT_DAYS_MAX)));
        OffsetDateTime end = BusinessDay.startOf(day.plusDays(1)).atOffset(ZoneOffset.UTC);
        long changed = changed(KEEP_DAY, transaction,
                        Tuple.of(day, end, windows.monthArray(), windows.dayBitsArray()))
                + changed(KEEP_REQUESTS, transaction, Tuple.of(day));
        Future.await(FINISH_KEPT_DAY.execute(transaction, Tuple.of(day, now)));
        return changed > 0;
    }

    private static long changed(Sql sql, SqlConnection transaction, Tuple parameters) {
        return Future.await(sql.execute(transaction, parameters)).iterator().next().getLong("changed");
    }
}
