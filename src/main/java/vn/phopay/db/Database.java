package vn.phopay.db;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.config.AppConfig;
import vn.phopay.config.DatabaseConfig;
import vn.phopay.config.DatabaseUrl;

/** The open database of the service: checked for durability, migrated, and with a pool of connections. */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long WATCH_INTERVAL_MS = 500;
    /** Beside the pool: the writers' own connections, migrations, and a person with psql. */
    private static final int CONNECTIONS_BESIDE_POOL = 50;

    private final Vertx vertx;
    private final DatabaseUrl url;
    private final Pool pool;
    private final Migrations migrations;
    private final Migrations.Result migrated;
    private final @Nullable EmbeddedPostgres embedded;
    private final Promise<Void> serverLost = Promise.promise();
    private final long watchTimer;

    private Database(Target target, DatabaseConfig config, Migrations migrations, Migrations.Result migrated) {
        this.vertx = target.vertx;
        this.url = target.url;
        this.embedded = target.embedded;
        this.migrations = migrations;
        this.migrated = migrated;
        this.pool = PgBuilder.pool()
                .with(poolOptions(config))
                .connectingTo(ConnectOptions.of(target.url))
                .using(target.vertx)
                .build();
        this.watchTimer = vertx.setPeriodic(WATCH_INTERVAL_MS, timer -> watch());
    }

    /**
     * Opens the configured server, or starts the embedded one, and brings it to this build's schema.
     *
     * <p>Fails, with everything closed again, with {@link EmbeddedPostgresException},
     * {@link UnsupportedServerException}, {@link DurabilityException}, {@link MigrationException} or a fault of the
     * connection.
     */
    public static Future<Database> open(Vertx vertx, AppConfig config) {
        return open(vertx, config, Migrations.standard());
    }

    /** As {@link #open(Vertx, AppConfig)} with other migrations. */
    public static Future<Database> open(Vertx vertx, AppConfig config, Migrations migrations) {
        return target(vertx, config)
                .compose(target -> prepare(target, config.database(), migrations)
                        .map(result -> new Database(target, config.database(), migrations, result))
                        .recover(fault -> target.release().transform(released -> Future.failedFuture(fault))));
    }

    /** The shared pool. Past its size requests wait, past its queue or its time-out they fail. */
    public Pool pool() {
        return pool;
    }

    /** For dedicated connections beside the pool. */
    public PgConnectOptions connectOptions() {
        return ConnectOptions.of(url);
    }

    /** Where the database is; its text form masks the password. */
    public DatabaseUrl url() {
        return url;
    }

    /** What was applied when it was opened. */
    public Migrations.Result migrated() {
        return migrated;
    }

    /** Whether the schema is exactly this build's; fails when the database cannot be reached. */
    public Future<Boolean> isCurrent() {
        return migrations.isCurrent(pool);
    }

    /**
     * Completes when the embedded server ended without being asked to. Nobody in this process starts it again: after
     * that the process must end and be started anew, which recovers what was committed. Never completes for a server
     * that is not ours.
     */
    public Future<Void> serverLost() {
        return serverLost.future();
    }

    private void watch() {
        EmbeddedPostgres server = embedded;
        if (server == null) {
            vertx.cancelTimer(watchTimer);
            return;
        }
        vertx.executeBlocking(server::isRunning, false).onSuccess(running -> {
            // A timer that was cancelled meanwhile means that we stop the server ourselves.
            if (!running && vertx.cancelTimer(watchTimer)) {
                LOG.error("event=embedded_postgres_lost url={}", url);
                serverLost.tryComplete();
            }
        });
    }

    /** Closes the pool, then stops the embedded server. Dedicated connections are their owners' to close before. */
    public Future<Void> close() {
        vertx.cancelTimer(watchTimer);
        return pool.close().eventually(() -> release(vertx, embedded));
    }

    private static Future<Target> target(Vertx vertx, AppConfig config) {
        DatabaseUrl url = config.database().url();
        return url != null
                ? Future.succeededFuture(new Target(vertx, url, null))
                : vertx.executeBlocking(() -> EmbeddedPostgres.start(embeddedOptions(config)))
                        .map(server -> new Target(vertx, server.url(), server));
    }

    private static EmbeddedPostgresOptions embeddedOptions(AppConfig config) {
        return EmbeddedPostgresOptions.in(config.data().dir())
                .withPort(config.database().embeddedPort())
                .withRunAs(config.database().embeddedRunAs())
                .withConnectionsMax(config.database().poolSize() + CONNECTIONS_BESIDE_POOL);
    }

    private static Future<Migrations.Result> prepare(Target target, DatabaseConfig config, Migrations migrations) {
        return PgConnection.connect(target.vertx, ConnectOptions.of(target.url))
                .timeout(config.acquireTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .recover(fault -> Future.failedFuture(cannotConnect(target.url, fault)))
                .compose(connection -> ServerCheck.check(connection)
                        .compose(checked -> migrations.migrate(connection))
                        .eventually(connection::close))
                .onSuccess(result -> LOG.info("event=database_ready url={} schema=V{} applied={}", target.url,
                        result.version(), result.applied().size()));
    }

    private static DatabaseUnreachableException cannotConnect(DatabaseUrl url, Throwable fault) {
        String why = fault instanceof TimeoutException ? "no answer in time" : String.valueOf(fault.getMessage());
        return new DatabaseUnreachableException("cannot connect to " + url + ": " + why, fault);
    }

    private static PoolOptions poolOptions(DatabaseConfig config) {
        return new PoolOptions()
                .setMaxSize(config.poolSize())
                .setMaxWaitQueueSize(config.poolQueueMax())
                .setConnectionTimeout(Math.toIntExact(config.acquireTimeout().toMillis()))
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(config.idle().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxLifetime(Math.toIntExact(config.lifetime().toMillis()))
                .setMaxLifetimeUnit(TimeUnit.MILLISECONDS);
    }

    private static Future<Void> release(Vertx vertx, @Nullable EmbeddedPostgres server) {
        return server == null ? Future.succeededFuture() : vertx.executeBlocking(() -> {
            server.close();
            return null;
        });
    }

    /** A server that answers, ours to stop when it is the embedded one. */
    private record Target(Vertx vertx, DatabaseUrl url, @Nullable EmbeddedPostgres embedded) {
        Future<Void> release() {
            return Database.release(vertx, embedded);
        }
    }
}
