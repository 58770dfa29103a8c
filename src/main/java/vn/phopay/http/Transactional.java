package vn.phopay.http;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import vn.phopay.concurrent.VirtualThreads;

/**
 * Runs a {@link TransactionalEndpoint} on a virtual thread inside one transaction: commits a reply below 400, rolls
 * back every other outcome. The answer is given only after COMMIT.
 */
public final class Transactional implements Endpoint {
    private static final int FIRST_ERROR_STATUS = 400;

    private final TransactionalEndpoint endpoint;
    private final Pool pool;
    private final VirtualThreads threads;
    private final IdempotencyKeys idempotencyKeys;

    /** Decorates {@code endpoint}. */
    public Transactional(
            TransactionalEndpoint endpoint, Pool pool, VirtualThreads threads, IdempotencyKeys idempotencyKeys) {
        this.endpoint = endpoint;
        this.pool = pool;
        this.threads = threads;
        this.idempotencyKeys = idempotencyKeys;
    }

    @Override
    public EndpointSpec spec() {
        return endpoint.spec();
    }

    @Override
    public Future<Reply> handle(Call call) {
        return threads.call(() -> inTransaction(call));
    }

    private Reply inTransaction(Call call) {
        SqlConnection connection = Future.await(pool.getConnection());
        try {
            Transaction transaction = Future.await(connection.begin());
            return commitOrRollBack(call, connection, transaction);
        } finally {
            connection.close();
        }
    }

    private Reply commitOrRollBack(Call call, SqlConnection connection, Transaction transaction) {
        boolean committed = false;
        try {
            Reply reply = answer(call, connection);
            if (reply.status() < FIRST_ERROR_STATUS) {
                Future.await(transaction.commit());
                committed = true;
            }
            return reply;
        } finally {
            if (!committed) {
                Future.await(transaction.rollback().otherwiseEmpty());
            }
        }
    }

    private Reply answer(Call call, SqlConnection connection) {
        return endpoint.spec().idempotent()
                ? idempotencyKeys.once(endpoint.spec(), call, connection, () -> endpoint.handle(call, connection))
                : endpoint.handle(call, connection);
    }
}
