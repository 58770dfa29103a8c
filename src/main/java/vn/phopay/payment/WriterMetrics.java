package vn.phopay.payment;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** What a writer shows of itself: batch size, flush duration, queue depth. */
final class WriterMetrics {
    private static final long NOTHING = Long.MAX_VALUE;

    private final MeterRegistry registry;
    private final Tags tags;
    private final Clock clock;
    private final DistributionSummary batchRows;
    private final Timer flushTimer;
    private volatile long oldestReceivedAtMs = NOTHING;

    WriterMetrics(MeterRegistry registry, Tags tags, Clock clock) {
        this.clock = clock;
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

    /** Shows how much waits or is in flight, and since when. */
    void watch(WriterLoad load) {
        TimeGauge.builder("phopay.writer.oldest.age", this, TimeUnit.MILLISECONDS, WriterMetrics::oldestAgeMs)
                .description("Age of the delivery that waits or is in flight longest")
                .tags(tags)
                .register(registry);
        Gauge.builder("phopay.writer.queue.rows", load, WriterLoad::rows)
                .description("Facts that wait or are in flight")
                .tags(tags)
                .register(registry);
        Gauge.builder("phopay.writer.queue.bytes", load, WriterLoad::bytes)
                .description("Bytes of deliveries that wait or are in flight")
                .tags(tags)
                .register(registry);
    }

    /** Something came to an idle writer. */
    void workArrived(long receivedAtMs) {
        if (oldestReceivedAtMs == NOTHING) {
            oldestReceivedAtMs = receivedAtMs;
        }
    }

    /** A flush has ended; {@code receivedAtMs} is when the oldest delivery arrived that still waits. */
    void flushEnded(OptionalLong receivedAtMs) {
        oldestReceivedAtMs = receivedAtMs.orElse(NOTHING);
    }

    private long oldestAgeMs() {
        long oldest = oldestReceivedAtMs;
        return oldest == NOTHING ? 0 : Math.max(0, clock.millis() - oldest);
    }

    /** Starts timing a flush of {@code rows} facts; run what is returned when it ends. */
    Runnable flushStarted(int rows) {
        batchRows.record(rows);
        Timer.Sample sample = Timer.start(registry);
        return () -> sample.stop(flushTimer);
    }
}
