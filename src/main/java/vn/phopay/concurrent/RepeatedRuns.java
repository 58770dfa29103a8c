package vn.phopay.concurrent;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work on virtual threads again and again, the first time at once; the next run starts when one has ended and its
 * rest is over, so runs never overlap. A failed run is logged and counted, and the next one comes all the same.
 */
public final class RepeatedRuns {
    private static final Logger LOG = LoggerFactory.getLogger(RepeatedRuns.class);

    private final String name;
    private final VirtualThreads threads;
    private final Consumer<BooleanSupplier> work;
    private volatile boolean stopped;
    private volatile Future<Void> running = Future.succeededFuture();
    private volatile long lastRunMs;
    private volatile long failures;

    /** Runs under this name in the log; {@code work} is told how to ask whether it should come to its end early. */
    public RepeatedRuns(String name, VirtualThreads threads, Consumer<BooleanSupplier> work) {
        this.name = name;
        this.threads = threads;
        this.work = work;
    }

    /** Starts the first run; {@code restMs} tells by the milliseconds of a run how long the rest after it is. */
    public void start(Vertx vertx, LongUnaryOperator restMs) {
        stopped = false;
        run(vertx, restMs);
    }

    /** Starts no further run; completes when the one in flight has ended. */
    public Future<Void> stop() {
        stopped = true;
        return running;
    }

    /** How long the last run took in milliseconds. */
    public long lastRunMs() {
        return lastRunMs;
    }

    /** Runs that failed since the start. */
    public long failures() {
        return failures;
    }

    private void run(Vertx vertx, LongUnaryOperator restMs) {
        if (stopped) {
            return;
        }
        running = threads.call(this::runOnce).otherwise(this::countFailure);
        running.onComplete(ended ->
                vertx.setTimer(restMs.applyAsLong(lastRunMs), timer -> run(vertx, restMs)));
    }

    private Void runOnce() {
        long startedNs = System.nanoTime();
        try {
            work.accept(() -> stopped);
        } finally {
            lastRunMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
        }
        return null;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // Runs never overlap: one writer.
    private Void countFailure(Throwable fault) {
        failures++;
        LOG.error("event=job_failed job={} failures={}", name, failures, fault);
        return null;
    }
}
