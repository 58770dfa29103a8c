package vn.phopay.access;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import vn.phopay.config.AccessConfig;

/**
 * Hashes and checks passwords by Argon2id on its own few worker threads. Past a bound of waiting work it refuses at
 * once with {@link Overloaded} instead of queueing: memory and waiting time stay bounded whatever is sent.
 */
public final class PasswordHasher {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final WorkerExecutor workers;
    private final Argon2idHash.Cost cost;
    private final int admittedMax;
    private final AtomicInteger admitted = new AtomicInteger();
    private final SecureRandom random = new SecureRandom();
    private final String nobodysPhc;

    /**
     * How much work a hash is, and how much of it there may be.
     *
     * @param memoryKib memory of one hash, in KiB
     * @param iterations passes over that memory
     * @param parallelism lanes
     * @param concurrencyMax most hashes worked out at once: their memory adds up
     * @param waitingMax most hashes that wait for their turn; one more is refused
     */
    public record Settings(int memoryKib, int iterations, int parallelism, int concurrencyMax, int waitingMax) {
        /** As configured. */
        public static Settings of(AccessConfig config) {
            return new Settings(config.argon2MemoryKib(), config.argon2Iterations(), config.argon2Parallelism(),
                    config.argon2ConcurrencyMax(), config.argon2WaitingMax());
        }
    }

    /** What came of a hash. */
    public sealed interface HashOutcome permits Hashed, Overloaded {}

    /** What came of a check. */
    public sealed interface CheckOutcome permits Checked, Overloaded {}

    /** The hash in PHC form, to be stored as it is. */
    public record Hashed(String phc) implements HashOutcome {
        /** Hides the hash. */
        @Override
        public String toString() {
            return "Hashed[***]";
        }
    }

    /** Whether the password was the right one. */
    public record Checked(boolean matches) implements CheckOutcome {}

    /** Too much work waits already; nothing was done. Try again after {@code retryAfter}. */
    public record Overloaded(Duration retryAfter) implements HashOutcome, CheckOutcome {}

    /** A hasher with worker threads of its own; they end with {@code vertx}. */
    public PasswordHasher(Vertx vertx, Settings settings) {
        this.workers = vertx.createSharedWorkerExecutor(
                "phopay-argon2-" + System.identityHashCode(this), settings.concurrencyMax());
        this.cost = new Argon2idHash.Cost(settings.memoryKib(), settings.iterations(), settings.parallelism());
        this.admittedMax = settings.concurrencyMax() + settings.waitingMax();
        this.nobodysPhc = Argon2idHash.ofNobody(cost, random);
    }

    /** Hashes a new password; fails only on a fault. */
    public Future<HashOutcome> hash(Password password) {
        if (!admit()) {
            return Future.succeededFuture(new Overloaded(RETRY_AFTER));
        }
        return finish(onWorker(() -> new Hashed(Argon2idHash.hash(password, cost, random))));
    }

    /** Checks {@code password} against a stored hash; fails only on a fault, such as a hash that is none. */
    public Future<CheckOutcome> check(Password password, String phc) {
        if (!admit()) {
            return Future.succeededFuture(new Overloaded(RETRY_AFTER));
        }
        return finish(onWorker(() -> new Checked(Argon2idHash.matches(password, phc))));
    }

    /** Does the work of a check for a login that nobody has, so that its answer takes as long; never matches. */
    public Future<CheckOutcome> checkAgainstNobody(Password password) {
        return check(password, nobodysPhc).map(PasswordHasher::neverMatching);
    }

    private static CheckOutcome neverMatching(CheckOutcome outcome) {
        return outcome instanceof Checked ? new Checked(false) : outcome;
    }

    private boolean admit() {
        if (admitted.incrementAndGet() <= admittedMax) {
            return true;
        }
        admitted.decrementAndGet();
        return false;
    }

    private <T> Future<T> finish(Future<? extends T> work) {
        return work.<T>map(outcome -> outcome).onComplete(done -> admitted.decrementAndGet());
    }

    private <T> Future<T> onWorker(Callable<T> work) {
        return workers.executeBlocking(work, false);
    }
}
