package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes on requests that their time is over. Works in small statements, each its own transaction, and passes over rows
 * that a payment or a cancellation holds: several instances may run it at once.
 */
public final class ExpireRequests {
    /** Requests in one statement. */
    public static final int BATCH_ROWS_MAX = 500;
    /** Statements in one run; what is left waits for the next one. */
    public static final int BATCHES_MAX = 40;

    private static final Logger LOG = LoggerFactory.getLogger(ExpireRequests.class);

    private final PaymentRequestStore requests;
    private final Clock clock;

    /** Expires in {@code requests} by {@code clock}. */
    public ExpireRequests(PaymentRequestStore requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Runs once; gives how many requests were noted. Fails only on a database fault. */
    public Future<Integer> run(SqlClient client) {
        return run(client, clock.instant(), new Progress(0, 0)).onSuccess(ExpireRequests::log);
    }

    private record Progress(int batches, int rows) {
        Progress after(int moreRows) {
            return new Progress(batches + 1, rows + moreRows);
        }
    }

    private Future<Integer> run(SqlClient client, Instant now, Progress progress) {
        return requests.expire(client, now, BATCH_ROWS_MAX).compose(rows -> {
            Progress next = progress.after(rows);
            boolean goOn = rows == BATCH_ROWS_MAX && next.batches() < BATCHES_MAX;
            return goOn ? run(client, now, next) : Future.succeededFuture(next.rows());
        });
    }

    private static void log(int rows) {
        if (rows > 0) {
            LOG.info("payment requests expired count={}", rows);
        }
    }
}
