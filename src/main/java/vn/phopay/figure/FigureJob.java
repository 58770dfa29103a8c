package vn.phopay.figure;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.phopay.concurrent.RepeatedRuns;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.figure.ComputeFigures.Backlog;

/**
 * Runs {@link ComputeFigures} again and again: today first, then older days, the newest first, a bounded number a run.
 * The pause after a run is ten times as long as the run, and never shorter than the interval, so that figures never
 * take more than a tenth of one core from what they count. The days of a failed run stay dirty.
 */
public final class FigureJob {
    private static final int DAYS_PER_RUN_MAX = 50;
    private static final long RUN_NS_MAX = TimeUnit.SECONDS.toNanos(2);
    private static final int PAUSE_FACTOR = 10;

    private final ComputeFigures computeFigures;
    private final RepeatedRuns runs;
    private volatile Backlog backlog = new Backlog(0, 0);

    /** A job that runs on {@code threads}. */
    public FigureJob(ComputeFigures computeFigures, VirtualThreads threads) {
        this.computeFigures = computeFigures;
        this.runs = new RepeatedRuns("compute-figures", threads, this::computeSome);
    }

    /** Starts the first run at once. */
    public void start(Vertx vertx, Duration interval) {
        runs.start(vertx, runMs -> Math.max(interval.toMillis(), PAUSE_FACTOR * runMs));
    }

    /** Starts no further run; completes when the one in flight has ended, which it does after the day it is at. */
    public Future<Void> stop() {
        return runs.stop();
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
        return runs.lastRunMs();
    }

    /** Runs that failed since the start. */
    public long failures() {
        return runs.failures();
    }

    private void computeSome(BooleanSupplier stopped) {
        long startedNs = System.nanoTime();
        if (computeFigures.absorb()) {
            for (LocalDate day : computeFigures.dirtyDays(DAYS_PER_RUN_MAX)) {
                boolean over = stopped.getAsBoolean() || System.nanoTime() - startedNs > RUN_NS_MAX;
                if (over || !computeFigures.compute(day)) {
                    break;
                }
            }
        }
        backlog = computeFigures.backlog();
    }
}
