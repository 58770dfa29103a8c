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
}
