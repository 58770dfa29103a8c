package vn.phopay.http;

import io.vertx.sqlclient.SqlConnection;

/**
 * A {@link TransactionalEndpoint} with slow work of its own, such as hashing a password, that must not hold a
 * connection: were there few connections, calls of this kind alone could take them all, and every other call would
 * wait.
 */
public interface PreparedEndpoint extends TransactionalEndpoint {
    @Override
    Prepared prepare(Call call);

    @Override
    default Reply handle(Call call, SqlConnection transaction) {
        return switch (prepare(call)) {
            case Ready(Work work) -> work.answer(transaction);
            case Refused(Reply reply) -> reply;
        };
    }
}
