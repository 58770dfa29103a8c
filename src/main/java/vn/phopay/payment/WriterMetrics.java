package vn.phopay.payment;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

/** What a writer shows of itself: batch size, flush duration, queue depth. */
final class WriterMetrics {
    private final MeterRegistry registry;
    private final Tags tags;
    private final DistributionSummary batchRows;
    private final Timer flushTimer;

    WriterMetrics(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
        this.batchRows = DistributionSummary.builder("phopay.writer.batch.rows")
                .description("Facts in one flush")
                .tags(tags)
                .publishPercentileHistogram()
                .register(registry);
        this.flushTimer = Timer.builder("phopay.writer.flush")
                .description("Duration of one flush, COMMIT included")
                .tags(tags)
                .publishPercentileHistogram()
                .register(registry);
    }

    /** Shows how much waits or is in flight. */
    void watch(WriterLoad load) {
        Gauge.builder("phopay.writer.queue.rows", load, WriterLoad::rows)
                .description("Facts that wait or are in flight")
                .tags(tags)
                .register(registry);
        Gauge.builder("phopay.writer.queue.bytes", load, WriterLoad::bytes)
                .description("Bytes of deliveries that wait or are in flight")
                .tags(tags)
                .register(registry);
    }

    /** Starts timing a flush of {@code rows} facts; run what is returned when it ends. */
    Runnable flushStarted(int rows) {
        batchRows.record(rows);
        Timer.Sample sample = Timer.start(registry);
        return () -> sample.stop(flushTimer);
    }
}
