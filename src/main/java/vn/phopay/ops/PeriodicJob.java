package vn.phopay.ops;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one piece of work again and again, with a pause between the end of one run and the start of the next. */
public final class PeriodicJob {
    private static final Logger LOG = LoggerFactory.getLogger(PeriodicJob.class);

    private final Vertx vertx;
    private final String name;
    private final long intervalMs;
    private final Supplier<Future<?>> work;
    private final Promise<Void> ended = Promise.promise();
    private boolean running;
    private boolean stopping;
    private long timer;

    private PeriodicJob(Vertx vertx, String name, Duration interval, Supplier<Future<?>> work) {
        this.vertx = vertx;
        this.name = name;
        this.intervalMs = interval.toMillis();
        this.work = work;
    }

    /** Starts {@code work} after the first pause. A run that fails is logged, and the next one comes all the same. */
    public static PeriodicJob start(Vertx vertx, String name, Duration interval, Supplier<Future<?>> work) {
        PeriodicJob job = new PeriodicJob(vertx, name, interval, work);
        job.pause();
        return job;
    }

    /** Starts no further run; completes when the present one has ended. */
    public synchronized Future<Void> stop() {
        stopping = true;
        if (!running) {
            vertx.cancelTimer(timer);
            ended.tryComplete();
        }
        return ended.future();
    }

    private synchronized void pause() {
        running = false;
        if (stopping) {
            ended.tryComplete();
        } else {
            timer = vertx.setTimer(intervalMs, ignored -> run());
        }
    }

    private synchronized void run() {
        if (stopping) {
            ended.tryComplete();
            return;
        }
        running = true;
        Future<?> run;
        try {
            run = work.get();
        } catch (RuntimeException thrown) {
            run = Future.failedFuture(thrown);
        }
        run.onFailure(fault -> LOG.warn("event=job_failed job={} fault={}", name, fault.toString()))
                .onComplete(done -> pause());
    }
}
