package vn.phopay.payment;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one dedicated connection of a writer: never a pool checkout per callback. It is opened again, with growing
 * pauses, for as long as the writer lives. Used by one context only.
 */
final class WriterConnection {
    private static final Logger LOG = LoggerFactory.getLogger(WriterConnection.class);
    private static final long RECONNECT_DELAY_MS_MIN = 100;
    private static final long RECONNECT_DELAY_MS_MAX = 2_000;
    private static final int PIPELINED_STATEMENTS_MAX = 16;
    private static final String STATEMENT_TIMEOUT_MS = "8000";
    /**
     * Longer than a statement may take there and a call may wait here: whoever is silent for so long is gone, though no
     * packet says so (a host without power, a firewall that forgot us). What became of the transaction is unknown.
     */
    private static final long SILENCE_MS_MAX = 15_000;
    /**
     * A flush touches some hundred keys of tables that grow for ever: a plan that reads a whole table is never right,
     * and a planner without statistics (a new table, a restored dump) would choose it.
     */
    private static final List<String> ONLY_BY_INDEX = List.of(
            "enable_hashjoin", "enable_mergejoin", "enable_seqscan", "jit");

    private final Vertx vertx;
    private final PgConnectOptions options;
    private @Nullable PgConnection connection;
    private volatile boolean open;
    private boolean closing;

    WriterConnection(Vertx vertx, PgConnectOptions options) {
        this.vertx = vertx;
        this.options = new PgConnectOptions(options)
                .setPipeliningLimit(PIPELINED_STATEMENTS_MAX)
                .setCachePreparedStatements(true)
                .addProperty("statement_timeout", STATEMENT_TIMEOUT_MS)
                .addProperty("application_name", "phopay-writer");
        ONLY_BY_INDEX.forEach(setting -> this.options.addProperty(setting, "off"));
    }

    /** Whether statements can be sent; may be read from any thread. */
    boolean isOpen() {
        return open;
    }

    /** Connects; fails where the database cannot be reached now. */
    Future<Void> connect() {
        Future<PgConnection> connecting = PgConnection.connect(vertx, options);
        return unlessSilent(connecting, () -> connecting.onSuccess(PgConnection::close)).map(connected -> {
            connection = connected;
            open = true;
            connected.closeHandler(ignored -> onClosed(connected));
            return null;
        });
    }

    /**
     * Runs {@code work} in one transaction. BEGIN is not waited for, and COMMIT is sent once the work's statements have
     * been answered. Any failure rolls back and fails the future. A silent database fails it too; then the connection
     * is left for a new one, and the transaction may still come to its end, as if the answer to COMMIT had been lost.
     */
    <T> Future<T> inTransaction(Function<PgConnection, Future<T>> work) {
        PgConnection current = connection;
        if (current == null || !open) {
            return Future.failedFuture(new DatabaseUnavailableException());
        }
        Future<?> begun = current.query("BEGIN").execute();
        Future<T> worked = work.apply(current);
        Future<T> ended = Future.join(begun, worked).transform(done -> done.succeeded()
                ? current.query("COMMIT").execute().map(committed -> worked.result())
                : rollBack(current, worked.failed() ? worked.cause() : begun.cause()));
        return unlessSilent(ended, () -> leave(current));
    }

    /** Runs {@code work} in a transaction that is rolled back whatever it does; for warming up. */
    <T> Future<Void> dryRun(Function<PgConnection, Future<T>> work) {
        PgConnection current = connection;
        if (current == null || !open) {
            return Future.failedFuture(new DatabaseUnavailableException());
        }
        Future<?> begun = current.query("BEGIN").execute();
        Future<T> worked = work.apply(current);
        return Future.join(begun, worked).transform(done -> current.query("ROLLBACK").execute().<Void>mapEmpty());
    }

    Future<Void> close() {
        closing = true;
        open = false;
        PgConnection current = connection;
        return current == null ? Future.succeededFuture() : current.close();
    }

    /** What {@code answer} comes to; where it comes to nothing in time, a fault, and {@code silent} is run. */
    private <T> Future<T> unlessSilent(Future<T> answer, Runnable silent) {
        Promise<T> promise = Promise.promise();
        // On this context, as everything here; Future.timeout would complete on another thread.
        long timer = vertx.setTimer(SILENCE_MS_MAX, ignored -> {
            if (promise.tryFail(new DatabaseUnavailableException())) {
                LOG.warn("writer heard nothing from its database for {} ms", SILENCE_MS_MAX);
                silent.run();
            }
        });
        answer.onComplete(result -> {
            vertx.cancelTimer(timer);
            if (result.succeeded()) {
                promise.tryComplete(result.result());
            } else {
                promise.tryFail(result.cause());
            }
        });
        return promise.future();
    }

    /** Its end may never be confirmed, so nothing waits for that. */
    private void leave(PgConnection silent) {
        silent.close();
        onClosed(silent);
    }

    private static <T> Future<T> rollBack(PgConnection current, Throwable cause) {
        if (!(cause instanceof PgException)) {
            // Not an answer of the database: what state the connection is in is unknown, so it is not used again.
            return current.close().transform(closed -> Future.failedFuture(cause));
        }
        return current.query("ROLLBACK").execute().transform(rolledBack -> Future.failedFuture(cause));
    }

    private void onClosed(PgConnection closed) {
        if (connection != closed) {
            return;
        }
        open = false;
        connection = null;
        if (!closing) {
            LOG.warn("writer lost its database connection");
            reconnectAfter(RECONNECT_DELAY_MS_MIN);
        }
    }

    private void reconnectAfter(long delayMs) {
        vertx.setTimer(delayMs, ignored -> {
            if (!closing) {
                connect().onSuccess(done -> LOG.info("writer connected again"))
                        .onFailure(fault -> reconnectAfter(Math.min(delayMs * 2, RECONNECT_DELAY_MS_MAX)));
            }
        });
    }
}
