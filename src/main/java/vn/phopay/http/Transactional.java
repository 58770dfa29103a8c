package vn.phopay.http;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.util.function.Supplier;
import vn.phopay.concurrent.VirtualThreads;

/**
 * Runs a {@link TransactionalEndpoint} on a virtual thread inside one transaction: commits a reply below 400, rolls
 * back every other outcome. The answer is given only after COMMIT. No connection is taken before the endpoint is
 * prepared.
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
        return threads.call(() -> switch (endpoint.prepare(call)) {
            case TransactionalEndpoint.Ready(TransactionalEndpoint.Work work) -> inTransaction(call, work);
            case TransactionalEndpoint.Refused(Reply reply) -> reply;
        });
    }

    private Reply inTransaction(Call call, TransactionalEndpoint.Work work) {
        SqlConnection connection = Future.await(pool.getConnection());
        try {
            Transaction transaction = Future.await(connection.begin());
            return commitOrRollBack(transaction, () -> answer(call, work, connection));
        } finally {
            connection.close();
        }
    }

    private static Reply commitOrRollBack(Transaction transaction, Supplier<Reply> work) {
        boolean committed = false;
        try {
            Reply reply = work.get();
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

    private Reply answer(Call call, TransactionalEndpoint.Work work, SqlConnection connection) {
        return endpoint.spec().idempotent()
                ? idempotencyKeys.once(endpoint.spec(), call, connection, () -> work.answer(connection))
                : work.answer(connection);
    }
}
