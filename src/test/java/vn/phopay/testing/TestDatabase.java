package vn.phopay.testing;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.phopay.config.DatabaseUrl;
import vn.phopay.db.ConnectOptions;

/** A database of one test class; as a registered extension it is dropped after the class. */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {
    private static final int POOL_SIZE = 16;

    private final Vertx vertx;
    private final DatabaseUrl url;
    private final Runnable drop;
    private final List<Pool> pools = new ArrayList<>();
    private boolean invariantsKept;

    TestDatabase(Vertx vertx, DatabaseUrl url, Runnable drop) {
        this.vertx = vertx;
        this.url = url;
        this.drop = drop;
    }

    /** A pool on the test run's own Vert.x, the same at every call, closed with the database. */
    public synchronized Pool pool() {
        return pools.isEmpty() ? pool(vertx) : pools.getFirst();
    }

    /** A new pool on a given Vert.x, closed with the database. */
    public synchronized Pool pool(Vertx on) {
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(POOL_SIZE).setMaxWaitQueueSize(10_000))
                .connectingTo(options())
                .using(on)
                .build();
        pools.add(pool);
        return pool;
    }

    /** For dedicated connections. */
    public PgConnectOptions options() {
        return ConnectOptions.of(url);
    }

    /** The connection URL, password included, for other processes. */
    public String url() {
        return url.toUrl();
    }

    /** Fails the class where it leaves an invariant broken; for classes whose rows are as the service writes them. */
    public TestDatabase keepingInvariants() {
        invariantsKept = true;
        return this;
    }

    /** Closes the pools and drops the database. */
    @Override
    public synchronized void close() {
        pools.forEach(pool -> TestPostgres.await(pool.close()));
        pools.clear();
        drop.run();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        try {
            if (invariantsKept) {
                InvariantsAfter.check(pool());
            }
        } finally {
            close();
        }
    }
}
