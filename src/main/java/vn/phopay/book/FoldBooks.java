package vn.phopay.book;

import static io.vertx.core.Future.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.phopay.db.Sql;
import vn.phopay.time.BusinessDay;

/**
 * Enters what was committed since the last run into the books, each fact exactly once: payments, what banks took
 * back, what merchants gave back, and decisions whose a payment is.
 *
 * <p>Facts are taken by transaction id, from the watermark up to the oldest transaction that still runs: below that
 * nothing can appear any more. Books and watermark move in one transaction under one lock, which {@link CloseMonth}
 * takes too: so a month is never closed between the moment a fact finds it open and the moment it stands there.
 */
public final class FoldBooks {
    /** Whoever closes a month does not fold more than this by the way. */
    private static final int CATCH_UP_WINDOWS_MAX = 3;
    private static final Sql TRY_LOCK = Sql.load("book/try_fold_lock");
    private static final Sql WAIT_LOCK = Sql.load("book/wait_fold_lock");
    private static final Sql READ_WINDOW = Sql.load("book/read_fold_window");
    private static final Sql FOLD_WINDOW = Sql.load("book/fold_window");
    private static final Sql MOVE_WATERMARK = Sql.load("book/move_watermark");

    private final Pool pool;
    private final Clock clock;
    private final int paymentsMax;

    /**
     * Folds at most {@code paymentsMax} payments a step, and the rest of the transaction in which the last one stands.
     *
     * @throws IllegalArgumentException where {@code paymentsMax} is not positive
     */
    public FoldBooks(Pool pool, Clock clock, int paymentsMax) {
        if (paymentsMax < 1) {
            throw new IllegalArgumentException("paymentsMax must be at least 1");
        }
        this.pool = pool;
        this.clock = clock;
        this.paymentsMax = paymentsMax;
    }

    /**
     * Folds step by step, each in a transaction of its own, until nothing is left or another instance is at it; runs
     * on a virtual thread. Gives how many payments were looked at.
     *
     * @throws IllegalStateException where the watermark lies ahead of the server's transaction ids: the database was
     *     restored from a logical dump, and its books must be built anew
     */
    public long run() {
        long changed = 0;
        Step step;
        do {
            step = await(pool.withTransaction(transaction -> TRY_LOCK.execute(transaction)
                    .compose(locked -> locked.iterator().next().getBoolean("taken")
                            ? fold(transaction)
                            : Future.succeededFuture(Step.NONE))));
            changed += step.changed();
        } while (step.more());
        return changed;
    }

    /**
     * Folds all there is inside {@code transaction} and keeps every other folder out until it ends; runs on a virtual
     * thread. False where so much is left that it is better done by the job first.
     */
    boolean catchUp(SqlConnection transaction) {
        await(WAIT_LOCK.execute(transaction));
        for (int step = 0; step < CATCH_UP_WINDOWS_MAX; step++) {
            if (!await(fold(transaction)).more()) {
                return true;
            }
        }
        return false;
    }

    /** One step: how many payments it looked at, and whether there are more. */
    private record Step(long changed, boolean more) {
        static final Step NONE = new Step(0, false);
    }

    private Future<Step> fold(SqlConnection transaction) {
        return READ_WINDOW.execute(transaction, Tuple.of((long) paymentsMax))
                .map(rows -> Window.of(rows.iterator().next()))
                .compose(window -> fold(transaction, window));
    }

    /** The watermark stays where it is when nothing was folded, so that an idle database is not written to. */
    private Future<Step> fold(SqlConnection transaction, Window window) {
        Tuple parameters = Tuple.of(window.foldedXid(), window.uptoXid(), BusinessDay.of(clock.instant()));
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return FOLD_WINDOW.execute(transaction, parameters).compose(rows -> {
            Step step = new Step(rows.iterator().next().getLong("changed"), window.uptoXid() < window.horizonXid());
            return step.changed() == 0 && !step.more()
                    ? Future.succeededFuture(step)
                    : MOVE_WATERMARK.execute(transaction, Tuple.of(window.uptoXid(), now)).map(step);
        });
    }

    /** Transactions {@code foldedXid <= xid < uptoXid} are folded; {@code horizonXid} is the oldest running one. */
    private record Window(long foldedXid, long uptoXid, long horizonXid) {
        static Window of(Row row) {
            Window window = new Window(
                    row.getLong("folded_xid"), row.getLong("upto_xid"), row.getLong("horizon_xid"));
            if (window.horizonXid < window.foldedXid) {
                throw new IllegalStateException("the books' watermark " + window.foldedXid
                        + " lies ahead of the server's transaction " + window.horizonXid);
            }
            return window;
        }
    }
}
