package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.phopay.adoption.FoldOutcome.Folded;
import vn.phopay.adoption.FoldOutcome.FoldedElsewhere;
import vn.phopay.db.Sql;

/**
 * Adds payments that were committed since the last run to the rollups, each exactly once.
 *
 * <p>Payments are taken by transaction id, from the watermark up to the oldest transaction that still runs (the
 * snapshot's xmin): below that nothing can appear any more, so nothing is skipped, however late it commits. Rollups and
 * watermark move in one transaction under one lock: a crash leaves both as they were, a second instance skips its turn.
 * A long write transaction anywhere in the database cluster holds the figures back; it never makes them wrong.
 */
public final class FoldPayments {
    private static final Sql TRY_LOCK = Sql.load("adoption/try_fold_lock");
    private static final Sql READ_WINDOW = Sql.load("adoption/read_fold_window");
    private static final Sql FOLD_WINDOW = Sql.load("adoption/fold_window");
    private static final Sql MOVE_WATERMARK = Sql.load("adoption/move_watermark");
    private static final Sql READ_BACKLOG = Sql.load("adoption/read_backlog");

    private final Pool pool;
    private final Clock clock;
    private final int paymentsMax;

    /**
     * Folds at most {@code paymentsMax} payments a run, and the rest of the transaction in which the last one stands.
     *
     * @throws IllegalArgumentException where {@code paymentsMax} is not positive
     */
    public FoldPayments(Pool pool, Clock clock, int paymentsMax) {
        if (paymentsMax < 1) {
            throw new IllegalArgumentException("paymentsMax must be at least 1");
        }
        this.pool = pool;
        this.clock = clock;
        this.paymentsMax = paymentsMax;
    }

    /**
     * One run in a transaction of its own. Fails on a database fault, and with {@link IllegalStateException} where the
     * watermark lies ahead of the server's transaction ids: the database was restored from a logical dump, and its
     * rollups must be built anew.
     */
    public Future<FoldOutcome> fold() {
        return pool.withTransaction(this::foldIn);
    }

    /** Age in milliseconds of the oldest payment that does not stand in the rollups yet; 0 where there is none. */
    public Future<Long> backlogAgeMs() {
        return READ_BACKLOG.execute(pool).map(rows -> rows.iterator().next().getLong("age_ms"));
    }

    /** One run inside the caller's transaction: nothing of it stands until that commits. */
    public Future<FoldOutcome> foldIn(SqlConnection transaction) {
        return TRY_LOCK.execute(transaction)
                .map(rows -> rows.iterator().next().getBoolean("taken"))
                .compose(taken -> taken ? foldLocked(transaction) : Future.succeededFuture(new FoldedElsewhere()));
    }

    private Future<FoldOutcome> foldLocked(SqlConnection transaction) {
        return READ_WINDOW.execute(transaction, Tuple.of((long) paymentsMax))
                .map(rows -> Window.of(rows.iterator().next()))
                .compose(window -> foldWindow(transaction, window));
    }

    private Future<FoldOutcome> foldWindow(SqlConnection transaction, Window window) {
        return FOLD_WINDOW.execute(transaction, Tuple.of(window.foldedXid(), window.uptoXid()))
                .map(rows -> rows.iterator().next())
                .compose(row -> moveWatermark(transaction, window, row));
    }

    /** Stays where it is when nothing was folded, so that an idle database is not written to. */
    private Future<FoldOutcome> moveWatermark(SqlConnection transaction, Window window, Row row) {
        Folded folded = window.outcome(row);
        if (row.getLong("changed") == 0 && folded.daysMoved() == 0) {
            return Future.succeededFuture(folded);
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return MOVE_WATERMARK.execute(transaction, Tuple.of(window.uptoXid(), now)).map(folded);
    }

    /** Transactions {@code foldedXid <= xid < uptoXid} are folded; {@code horizonXid} is the oldest running one. */
    private record Window(long foldedXid, long uptoXid, long horizonXid) {
        static Window of(Row row) {
            Window window = new Window(
                    row.getLong("folded_xid"), row.getLong("upto_xid"), row.getLong("horizon_xid"));
            if (window.horizonXid < window.foldedXid) {
                throw new IllegalStateException("the adoption watermark " + window.foldedXid
                        + " lies ahead of the server's transaction " + window.horizonXid);
            }
            return window;
        }

        Folded outcome(Row row) {
            return new Folded(row.getLong("payments"), row.getLong("days_moved"), uptoXid < horizonXid);
        }
    }
}
