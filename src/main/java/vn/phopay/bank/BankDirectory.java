package vn.phopay.bank;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The banks and their live keys in memory, so that a callback is verified without the database. Read again every second
 * (so a key revoked on another instance dies within that time), after every change made here, and before a signature is
 * refused, so that a key that was just made works at once on every instance.
 */
public final class BankDirectory {
    /** How often the whole is read again, and so how long a revocation on another instance may take to work here. */
    public static final Duration REFRESH_INTERVAL = Duration.ofSeconds(1);

    /** An attacker's bad signatures make us read no more often than this. */
    private static final Duration REFRESH_INTERVAL_MIN = Duration.ofMillis(200);

    private final BankStore store;
    private final Pool pool;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Instant.EPOCH);
    private volatile Future<Void> reading = Future.succeededFuture();

    /** An empty directory; {@link #refresh()} fills it. */
    public BankDirectory(BankStore store, Pool pool, Clock clock) {
        this.store = store;
        this.pool = pool;
        this.clock = clock;
    }

    private record Snapshot(Map<String, Bank> codeToBank, Instant readAt) {}

    /** The bank as last read. */
    public Optional<Bank> find(String bankCode) {
        return Optional.ofNullable(snapshot.codeToBank().get(bankCode));
    }

    /** Reads everything again. */
    public Future<Void> refresh() {
        Instant startedAt = clock.instant();
        return store.readAll(pool).map(banks -> {
            keepLater(new Snapshot(banks, startedAt));
            return null;
        });
    }

    /** Reads again unless the last reading is quite fresh or under way; for use before something is refused. */
    public Future<Void> refreshIfStale() {
        if (Duration.between(snapshot.readAt(), clock.instant()).compareTo(REFRESH_INTERVAL_MIN) < 0) {
            return Future.succeededFuture();
        }
        Future<Void> running = reading;
        if (!running.isComplete()) {
            return running;
        }
        Future<Void> started = refresh();
        reading = started;
        return started;
    }

    /** Readings may end in another order than they began. */
    private synchronized void keepLater(Snapshot read) {
        if (!read.readAt().isBefore(snapshot.readAt())) {
            snapshot = read;
        }
    }
}
