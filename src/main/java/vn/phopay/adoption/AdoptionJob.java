package vn.phopay.adoption;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import vn.phopay.concurrent.RepeatedRuns;
import vn.phopay.concurrent.VirtualThreads;

/**
 * Runs {@link FoldPayments} again and again, one interval after the last run ended. Nothing is lost by a failed run,
 * because the watermark has not moved.
 */
public final class AdoptionJob {
    private final FoldPayments foldPayments;
    private final RepeatedRuns runs;
    private volatile long backlogAgeMs;

    /** A job that runs on {@code threads}. */
    public AdoptionJob(FoldPayments foldPayments, VirtualThreads threads) {
        this.foldPayments = foldPayments;
        this.runs = new RepeatedRuns("fold-adoption", threads, this::foldAll);
    }

    /** Starts the first run at once. */
    public void start(Vertx vertx, Duration interval) {
        runs.start(vertx, runMs -> interval.toMillis());
    }

    /** Starts no further run; completes when the one in flight has ended. */
    public Future<Void> stop() {
        return runs.stop();
    }

    /** Age in milliseconds of the oldest payment that waited after the last run. */
    public long backlogAgeMs() {
        return backlogAgeMs;
    }

    private void foldAll(BooleanSupplier stopped) {
        FoldOutcome outcome;
        do {
            outcome = Future.await(foldPayments.fold());
        } while (outcome.hasMore() && !stopped.getAsBoolean());
        backlogAgeMs = Future.await(foldPayments.backlogAgeMs());
    }
}
