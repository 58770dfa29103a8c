package vn.phopay.statement;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** How imports fare: lines (their rate is the speed), imports under way, failures. */
public final class StatementMetrics {
    private final AtomicInteger running = new AtomicInteger();
    private final Counter lines;
    private final Counter failures;

    /** Tells {@code registry}. */
    public StatementMetrics(MeterRegistry registry) {
        Gauge.builder("phopay.statement.imports", running, AtomicInteger::get)
                .description("Statement imports under way on this instance")
                .register(registry);
        this.lines = Counter.builder("phopay.statement.lines")
                .description("Statement lines imported by this instance")
                .register(registry);
        this.failures = Counter.builder("phopay.statement.failures")
                .description("Statement imports that failed: files that cannot be read, and faults of ours")
                .register(registry);
    }

    void begin() {
        running.incrementAndGet();
    }

    void end() {
        running.decrementAndGet();
    }

    void lines(int count) {
        lines.increment(count);
    }

    void failed() {
        failures.increment();
    }
}
