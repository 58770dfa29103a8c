package vn.phopay.programme;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import vn.phopay.db.Sql;
import vn.phopay.time.BusinessDay;

/**
 * Keeps what staff ask about all outlets at once: how far registrations have come, and what is wrong with outlets. In a
 * city where counting takes long their pages tell what was kept last; in a small one nothing is kept and they count.
 * Both go by the same functions of the database, so that what is kept is what a count of that moment finds.
 */
public final class KeepProgramme {
    /** The pause between two runs. */
    public static final Duration INTERVAL = Duration.ofSeconds(30);

    private static final Sql BEGIN = Sql.load("programme/begin_keeping");
    private static final Sql KEEP_WEEKS = Sql.load("programme/keep_onboarding_weeks");
    private static final Sql KEEP_FAULTS = Sql.load("programme/keep_outlet_faults");
    private static final Sql FINISH = Sql.load("programme/finish_keeping");
    private static final Sql READ_KEPT = Sql.load("programme/read_kept");

    private final Pool pool;
    private final Clock clock;

    /** Keeps as of the business day of {@code clock}. */
    public KeepProgramme(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Keeps everything in one transaction; false in a small city, and where another instance is at it. */
    public Future<Boolean> keep() {
        return pool.withTransaction(transaction -> BEGIN.execute(transaction)
                .map(rows -> rows.iterator().next().getBoolean("due"))
                .compose(due -> due ? keepAll(transaction).map(true) : Future.succeededFuture(false)));
    }

    private Future<?> keepAll(SqlConnection transaction) {
        Instant now = clock.instant();
        LocalDate today = BusinessDay.of(now);
        return KEEP_WEEKS.execute(transaction, Tuple.of(today))
                .compose(kept -> KEEP_FAULTS.execute(transaction, Tuple.of(today)))
                .compose(kept -> FINISH.execute(transaction, Tuple.of(utc(now))));
    }

    /** Whether at {@code now} what is kept is told: counting takes long, and it was kept within the last hour. */
    static Future<Boolean> told(SqlClient client, Instant now) {
        return READ_KEPT.execute(client, Tuple.of(utc(now)))
                .map(rows -> rows.iterator().next().getBoolean("told"));
    }

    private static OffsetDateTime utc(Instant now) {
        return now.atOffset(ZoneOffset.UTC);
    }
}
