package vn.phopay.bank;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

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

    private final Vertx vertx;
    private final BankStore store;
    private final Pool pool;
    private final Clock clock;
    private final AtomicLong readings = new AtomicLong();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), 0);
    private volatile Instant startedAt = Instant.EPOCH;
    private @Nullable Promise<Void> waiting;

    /** An empty directory; {@link #refresh()} fills it. */
    public BankDirectory(Vertx vertx, BankStore store, Pool pool, Clock clock) {
        this.vertx = vertx;
        this.store = store;
        this.pool = pool;
        this.clock = clock;
    }

    /** What the reading of that number found. Readings are counted because clocks step back. */
    private record Snapshot(Map<String, Bank> codeToBank, long reading) {}

    /** The bank as last read. */
    public Optional<Bank> find(String bankCode) {
        return Optional.ofNullable(snapshot.codeToBank().get(bankCode));
    }

    /** The codes of all banks as last read, in order. */
    public List<String> codes() {
        return snapshot.codeToBank().keySet().stream().sorted().toList();
    }

    /** Reads everything again. */
    public Future<Void> refresh() {
        long reading = readings.incrementAndGet();
        return store.readAll(pool).map(banks -> {
            keepLater(new Snapshot(banks, reading));
            return null;
        });
    }

    /**
     * Completes with a reading that began after this call; for use before something is refused, because the bank or its
     * key may have been made on another instance a moment ago. Calls share readings, which begin 200 ms apart.
     */
    public Future<Void> refreshBeforeRefusal() {
        Promise<Void> promise = Promise.promise();
        synchronized (this) {
            if (waiting != null) {
                return waiting.future();
            }
            waiting = promise;
        }
        long waitMs = waitMs();
        if (waitMs > 0) {
            vertx.setTimer(waitMs, ignored -> refreshFor(promise));
        } else {
            refreshFor(promise);
        }
        return promise.future();
    }

    /** Never longer than between two readings: the last one may have begun before the clock was set back a day. */
    private long waitMs() {
        Duration wait = REFRESH_INTERVAL_MIN.minus(Duration.between(startedAt, clock.instant()));
        return Math.min(wait.toMillis(), REFRESH_INTERVAL_MIN.toMillis());
    }

    private void refreshFor(Promise<Void> promise) {
        synchronized (this) {
            // Whoever comes from here on may need something newer than what this reading sees.
            waiting = null;
        }
        startedAt = clock.instant();
        refresh().onComplete(promise);
    }

    /** Readings may end in another order than they began. */
    private synchronized void keepLater(Snapshot read) {
        if (read.reading() > snapshot.reading()) {
            snapshot = read;
        }
    }
}
