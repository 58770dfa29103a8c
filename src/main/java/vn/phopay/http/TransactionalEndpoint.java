package vn.phopay.http;

import io.vertx.sqlclient.SqlConnection;

/**
 * An endpoint whose work reads top-down on a virtual thread inside one transaction: everything it writes goes through
 * the connection it is given. The transaction commits where the reply's status is below 400 and rolls back otherwise.
 *
 * <p>Where its spec is {@link EndpointSpec#idempotent()}, the {@code Idempotency-Key} is claimed and the answer kept in
 * that same transaction ({@link Transactional}).
 */
public interface TransactionalEndpoint {
    /** Method, path, who may call it, and its limits. */
    EndpointSpec spec();

    /** Answers one call; may wait with {@code Future.await}. Throws {@link ProblemException} to refuse it. */
    Reply handle(Call call, SqlConnection transaction);

    /**
     * What is done before the transaction begins, while no connection is held; see {@link PreparedEndpoint}. Runs on
     * the same virtual thread. A repeated {@code Idempotency-Key} runs it again.
     */
    default Prepared prepare(Call call) {
        return new Ready(transaction -> handle(call, transaction));
    }

    /** What came of the preparation. */
    sealed interface Prepared permits Ready, Refused {}

    /** Go on with {@code work}, in a transaction. */
    record Ready(Work work) implements Prepared {}

    /** Answer {@code reply} without a transaction. */
    record Refused(Reply reply) implements Prepared {}

    /** The part of a call that needs the transaction. */
    @FunctionalInterface
    interface Work {
        /** Answers; the rules of {@link #handle} hold. */
        Reply answer(SqlConnection transaction);
    }
}
