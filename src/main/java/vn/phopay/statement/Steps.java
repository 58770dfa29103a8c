package vn.phopay.statement;

import static io.vertx.core.Future.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.function.Function;

/** Runs straight-line work in a short transaction, on a virtual thread. */
final class Steps {
    private Steps() {}

    /** Commits where {@code work} returns, and rolls back where it throws. */
    static <T> T in(Pool pool, Function<SqlConnection, T> work) {
        SqlConnection connection = await(pool.getConnection());
        try {
            Transaction transaction = await(connection.begin());
            boolean committed = false;
            try {
                T result = work.apply(connection);
                await(transaction.commit());
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    await(transaction.rollback().otherwiseEmpty());
                }
            }
        } finally {
            await(connection.close().otherwiseEmpty());
        }
    }
}
