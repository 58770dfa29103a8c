package vn.phopay.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.phopay.db.Sql;

/**
 * The figures' edition in memory, read again every second: what answers are tagged by without asking the database. One
 * that was not read for {@link #HOLDS_FOR} is not known any more, so nobody hears that an answer still holds while the
 * database cannot be reached.
 */
public final class KnownEdition {
    /** How often it is to be refreshed. */
    public static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);
    /** For how long what was read is believed. */
    public static final Duration HOLDS_FOR = Duration.ofSeconds(10);

    private static final Sql READ = Sql.load("city/read_edition");

    private final SqlClient client;
    private final Clock clock;
    private volatile @Nullable Known known;

    /** Reads through {@code client}; {@code clock} tells how long ago. */
    public KnownEdition(SqlClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    private record Known(long edition, Instant readAt) {}

    /** Reads it again; fails only on a database fault, and then what was known ages. */
    public Future<Void> refresh() {
        Instant asked = clock.instant();
        return READ.execute(client).map(rows -> {
            known = new Known(rows.iterator().next().getLong("edition"), asked);
            return null;
        });
    }

    /** The edition; empty while it is not known, and before any figure was computed. Never waits. */
    public Optional<String> current() {
        Known last = known;
        boolean holds = last != null && last.edition() > 0
                && !last.readAt().plus(HOLDS_FOR).isBefore(clock.instant());
        return holds ? Optional.of(Long.toString(last.edition())) : Optional.empty();
    }
}
