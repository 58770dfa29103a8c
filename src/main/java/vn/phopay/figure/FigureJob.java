package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.figure.ComputeFigures.Backlog;

/**
 * Runs {@link ComputeFigures} again and again: today first, then older days, the newest first, a bounded number a run.
 * The
 * pause after a run is ten times as long as the run, and never shorter than the interval, so that figures never take
 * more
 * than a tenth of one core from what they count. A failed run is logged and counted; its days stay dirty.
 */
public final class FigureJob {
    private static final Logger LOG = LoggerFactory.getLogger(FigureJob.class);
    private static final int DAYS_PER_RUN_MAX = 50;
    private static final long RUN_NS_MAX = TimeUnit.SECONDS.toNanos(2);
    private static final int PAUSE_FACTOR = 10;

    private final ComputeFigures computeFigures;
    private final VirtualThreads threads;
    private volatile boolean stopped;
    private volatile Future<Void> running = Future.succeededFuture();
    private volatile Backlog backlog = new Backlog(0, 0);
    private volatile long lastRunMs;
    private volatile long failures;

    /** A job that runs on {@code threads}. */
    public FigureJob(ComputeFigures computeFigures, VirtualThreads threads) {
        this.computeFigures = computeFigures;
        this.threads = threads;
    }

    /** Starts the first run at once. */
    public void start(Vertx vertx, Duration interval) {
        stopped = false;
        run(vertx, interval.toMillis());
    }

    /** Starts no further run; completes when the one in flight has ended, which it does after the day it is at. */
    public Future<Void> stop() {
        stopped = true;
        return running;
    }

    /** Age in milliseconds of the day that waited longest after the last run. */
    public long backlogAgeMs() {
        return backlog.ageMs();
    }

    /** Days that waited after the last run. */
    public long backlogDays() {
        return backlog.days();
    }

    /** How long the last run took in milliseconds, all its days together. */
    public long lastRunMs() {
        return lastRunMs;
    }

    /** Runs that failed since the start. */
    public long failures() {
        return failures;
    }

    private void run(Vertx vertx, long intervalMs) {
        if (stopped) {
            return;
        }
        running = threads.call(this::computeSome).otherwise(this::countFailure);
        running.onComplete(ended -> vertx.setTimer(
                Math.max(intervalMs, PAUSE_FACTOR * lastRunMs), timer -> run(vertx, intervalMs)));
    }

    private Void computeSome() {
        long startedNs = System.nanoTime();
        try {
            if (computeFigures.absorb()) {
                for (LocalDate day : computeFigures.dirtyDays(DAYS_PER_RUN_MAX)) {
                    if (stopped || System.nanoTime() - startedNs > RUN_NS_MAX || !computeFigures.compute(day)) {
                        break;
                    }
                }
            }
            backlog = computeFigures.backlog();
        } finally {
            lastRunMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNs);
        }
        return null;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // Runs never overlap: one writer.
    private Void countFailure(Throwable fault) {
        failures++;
        LOG.error("figures failed failures={}", failures, fault);
        return null;
    }
}
