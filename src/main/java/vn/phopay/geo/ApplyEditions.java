package vn.phopay.geo;

import static io.vertx.core.Future.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.db.Sql;
import vn.phopay.time.BusinessDay;

/**
 * Moves outlets by confirmed editions whose first day has come: into the one ward that follows theirs, or where
 * somebody has said they stand; else out of the ward that is no more, to wait for a person. Each edition in one
 * transaction, once.
 */
public final class ApplyEditions {
    private static final Logger LOG = LoggerFactory.getLogger(ApplyEditions.class);
    /** Who waits is noted before anything moves; locations end before the next ones begin. */
    private static final List<Sql> STEPS = List.of(
            Sql.load("geo/note_waiting_outlets"), Sql.load("geo/correct_locations"), Sql.load("geo/close_locations"),
            Sql.load("geo/open_locations"));

    private final Pool pool;
    private final EditionStore editions;
    private final AuditLog audit;
    private final Clock clock;

    /** Applies {@code editions} on the day that {@code clock} tells. */
    public ApplyEditions(Pool pool, EditionStore editions, AuditLog audit, Clock clock) {
        this.pool = pool;
        this.editions = editions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Applies what is due; gives how many editions that was. Runs on a virtual thread. */
    public int run() {
        LocalDate today = BusinessDay.of(clock.instant());
        int applied = 0;
        for (EditionStore.Due due : await(editions.due(pool, today))) {
            applied += await(pool.withTransaction(transaction -> apply(transaction, due))) ? 1 : 0;
        }
        return applied;
    }

    private Future<Boolean> apply(SqlConnection transaction, EditionStore.Due due) {
        Future<Integer> moved = editions.lock(transaction, due.id())
                .compose(locked -> editions.markApplied(transaction, due.id(), clock.instant()))
                .compose(first -> first ? move(transaction, due) : Future.succeededFuture(-1));
        return moved.compose(rows -> rows < 0
                ? Future.succeededFuture(false)
                : audit.record(transaction, entry(due.id()).with("rows", rows)).map(written -> {
                    LOG.info("event=edition_applied editionId={} rows={}", due.id(), rows);
                    return true;
                }));
    }

    private static Future<Integer> move(SqlConnection transaction, EditionStore.Due due) {
        Future<Integer> moved = Future.succeededFuture(0);
        for (Sql step : STEPS) {
            moved = moved.compose(before -> step.execute(transaction, Tuple.of(due.id(), due.validFrom()))
                    .map(rows -> before + rows.rowCount()));
        }
        return moved;
    }

    private static AuditEntry entry(UUID edition) {
        return AuditEntry.of(AuditEntry.Actor.system(), "edition.apply", "PLACE_EDITION", edition.toString());
    }
}
