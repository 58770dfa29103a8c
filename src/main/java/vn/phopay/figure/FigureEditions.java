package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;

/**
 * What answers made of figures follow from, known in memory: it is another one whenever any figure changes, a
 * denominator or a target, a place, or how much work waits. Whoever made an answer of one edition may say that it
 * still holds without asking the database. Behind by one refresh at most; one that was not read for {@link #HOLDS_FOR}
 * is not known any more, so nobody hears that an answer still holds while the database cannot be reached.
 */
public final class FigureEditions {
    /** How often it looks. */
    public static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);
    /** For how long what it saw is believed. */
    public static final Duration HOLDS_FOR = Duration.ofSeconds(10);

    private static final Sql READ_EDITION = Sql.load("figure/read_edition");

    private final Pool pool;
    private final Clock clock;
    private final AtomicLong looks = new AtomicLong();
    private volatile @Nullable Seen seen;

    /** Looks through {@code pool}; {@code clock} tells how long ago. */
    public FigureEditions(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** What a look saw; a later look has a higher number. */
    private record Seen(long look, long edition, String text, String folded, Instant at) {}

    /** The edition at the last look; empty before figures were computed, and while it is not known. Never waits. */
    public Optional<String> current() {
        return known().map(Seen::text);
    }

    /**
     * The same for answers made of rollups, which move before figures are computed of them: another one whenever
     * {@link #current} is, and whenever something was folded or noted as changed since.
     */
    public Optional<String> withRollups() {
        return known().map(last -> last.text() + ' ' + last.folded());
    }

    private Optional<Seen> known() {
        Seen last = seen;
        if (last == null || last.edition() == 0 || last.at().plus(HOLDS_FOR).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(last);
    }

    /**
     * Looks. What was committed before the call is seen by whoever asks after the future has completed, whatever other
     * looks are under way. Fails only on a database fault, and then what it knew ages.
     */
    public Future<Void> refresh() {
        long look = looks.incrementAndGet();
        Instant asked = clock.instant();
        return READ_EDITION.execute(pool).map(rows -> {
            Row row = rows.iterator().next();
            keep(new Seen(look, row.getLong("edition"), row.getString("known"), row.getString("folded"), asked));
            return null;
        });
    }

    private synchronized void keep(Seen next) {
        Seen last = seen;
        if (last == null || last.look() < next.look()) {
            seen = next;
        }
    }
}
