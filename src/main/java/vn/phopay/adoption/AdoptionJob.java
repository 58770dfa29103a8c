package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.concurrent.VirtualThreads;

/**
 * Runs {@link FoldPayments} again and again: the next run starts one interval after the last one ended, so runs never
 * overlap. A failed run is logged and counted, and the next one tries again; nothing is lost, because the watermark has
 * not moved.
 */
public final class AdoptionJob {
    private static final Logger LOG = LoggerFactory.getLogger(AdoptionJob.class);

    private final FoldPayments foldPayments;
    private final VirtualThreads threads;
    private volatile boolean stopped;
    private volatile Future<Void> running = Future.succeededFuture();
    private volatile long lastFoldMs;
    private volatile long backlogAgeMs;
    private volatile long failures;

    /** A job that runs on {@code threads}. */
    public AdoptionJob(FoldPayments foldPayments, VirtualThreads threads) {
        this.foldPayments = foldPayments;
        this.threads = threads;
    }

    /** Starts the first run at once. */
    public void start(Vertx vertx, Duration interval) {
        stopped = false;
        run(vertx, interval.toMillis());
    }

    /** Starts no further run; completes when the one in flight has ended. */
    public Future<Void> stop() {
        stopped = true;
        return running;
    }

    /** How long the last run took in milliseconds, all its transactions together. */
    public long lastFoldMs() {
        return lastFoldMs;
    }

    /** Age in milliseconds of the oldest payment that waited after the last run. */
    public long backlogAgeMs() {
        return backlogAgeMs;
    }

    /** Runs that failed since the start. */
    public long failures() {
        return failures;
    }

    private void run(Vertx vertx, long intervalMs) {
        if (stopped) {
            return;
        }
        running = threads.call(this::foldAll).otherwise(this::countFailure);
        running.onComplete(ended -> vertx.setTimer(intervalMs, timer -> run(vertx, intervalMs)));
    }

    private Void foldAll() {
        long startedNs = System.nanoTime();
        FoldOutcome outcome;
        do {
            outcome = Future.await(foldPayments.fold());
        } while (outcome.hasMore() && !stopped);
        lastFoldMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
        backlogAgeMs = Future.await(foldPayments.backlogAgeMs());
        return null;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // Runs never overlap: one writer.
    private Void countFailure(Throwable fault) {
        failures++;
        LOG.error("adoption fold failed failures={}", failures, fault);
        return null;
    }
}
