package vn.phopay.payment;

import io.vertx.core.Future;
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
        return PgConnection.connect(vertx, options).map(connected -> {
            connection = connected;
            open = true;
            connected.closeHandler(ignored -> onClosed());
            return null;
        });
    }

    /**
     * Runs {@code work} in one transaction. BEGIN is not waited for, and COMMIT is sent once the work's statements have
     * been answered. Any failure rolls back and fails the future.
     */
    <T> Future<T> inTransaction(Function<PgConnection, Future<T>> work) {
        PgConnection current = connection;
        if (current == null || !open) {
            return Future.failedFuture(new DatabaseUnavailableException());
        }
        Future<?> begun = current.query("BEGIN").execute();
        Future<T> worked = work.apply(current);
        return Future.join(begun, worked).transform(done -> done.succeeded()
                ? current.query("COMMIT").execute().map(committed -> worked.result())
                : rollBack(current, worked.failed() ? worked.cause() : begun.cause()));
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

    private static <T> Future<T> rollBack(PgConnection current, Throwable cause) {
        if (!(cause instanceof PgException)) {
            // Not an answer of the database: what state the connection is in is unknown, so it is not used again.
            return current.close().transform(closed -> Future.failedFuture(cause));
        }
        return current.query("ROLLBACK").execute().transform(rolledBack -> Future.failedFuture(cause));
    }

    private void onClosed() {
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
