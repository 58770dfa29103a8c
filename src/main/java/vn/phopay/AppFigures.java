package vn.phopay;

import io.micrometer.core.instrument.Gauge;
import io.vertx.core.Future;
import vn.phopay.figure.ComputeFigures;
import vn.phopay.figure.FigureJob;
import vn.phopay.metric.MetricBook;
import vn.phopay.release.HoldToReleases;

/** Wires the figures of the city. */
final class AppFigures {
    private static final double MS_PER_SECOND = 1_000.0;

    private final AppParts parts;
    private final FigureJob job;

    private AppFigures(AppParts parts, FigureJob job) {
        this.parts = parts;
        this.job = job;
    }

    static AppFigures start(AppParts parts) {
        ComputeFigures compute = new ComputeFigures(
                parts.pool(), parts.clock(), MetricBook.load(), parts.config().adoption().figureHistoryDays(),
                new HoldToReleases(parts.places()));
        AppFigures figures = new AppFigures(parts, new FigureJob(compute, parts.background()));
        figures.measure();
        figures.job.start(parts.vertx(), parts.config().adoption().figureInterval());
        return figures;
    }

    private void measure() {
        Gauge.builder("phopay.figures.backlog.age", job, one -> one.backlogAgeMs() / MS_PER_SECOND)
                .description("How long the day has waited that waits longest for its figures")
                .baseUnit("seconds")
                .register(parts.registry());
        Gauge.builder("phopay.figures.backlog.days", job, FigureJob::backlogDays)
                .description("Days whose figures are out of date")
                .register(parts.registry());
        Gauge.builder("phopay.figures.run", job, one -> one.lastRunMs() / MS_PER_SECOND)
                .description("How long the last computation of figures took")
                .baseUnit("seconds")
                .register(parts.registry());
        Gauge.builder("phopay.figures.failures", job, FigureJob::failures)
                .description("Computations of figures that failed since the start")
                .register(parts.registry());
    }

    /** Ends the job after the day it is at. */
    Future<Void> stop() {
        return job.stop();
    }

    /** Writes down what banks' calls counted since the last time. */
    Future<Void> keepTallies() {
        return parts.tallies().flush();
    }
}
