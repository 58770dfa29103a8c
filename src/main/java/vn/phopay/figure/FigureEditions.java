package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import vn.phopay.db.Sql;

/**
 * How often figures have changed, known in memory: whoever made an answer of one edition may give it again, or answer that
 * nothing changed, without asking the database. Behind by one refresh at most.
 */
public final class FigureEditions {
    /** How often it looks. */
    public static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);

    private static final Sql READ_EDITION = Sql.load("figure/read_edition");

    private final Pool pool;
    private volatile long current;

    /** Looks through {@code pool}; 0 until it has looked for the first time. */
    public FigureEditions(Pool pool) {
        this.pool = pool;
    }

    /** The edition that was current at the last look. */
    public long current() {
        return current;
    }

    /** Looks. Fails only on a database fault, and then keeps what it knew. */
    public Future<Void> refresh() {
        return READ_EDITION.execute(pool)
                .onSuccess(rows -> current = rows.iterator().next().getLong("edition"))
                .mapEmpty();
    }
}
