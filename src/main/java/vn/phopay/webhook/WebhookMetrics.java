package vn.phopay.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import vn.phopay.db.Sql;

/** What tells whether webhooks flow: attempts by outcome, how much waits, and how long. */
public final class WebhookMetrics {
    private static final Sql READ_BACKLOG = Sql.load("webhook/read_backlog");
    private static final double MS_PER_SECOND = 1_000.0;

    private final MeterRegistry registry;
    private final Clock clock;
    private volatile long scheduled;
    private volatile long due;
    private volatile long oldestDueMs;

    /** Tells {@code registry}. */
    WebhookMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        gauge("phopay.webhook.scheduled", "Webhook deliveries that will be tried, of endpoints that are on",
                () -> scheduled);
        gauge("phopay.webhook.due", "Of these, those that should have been tried by now", () -> due);
        gauge("phopay.webhook.due.age.seconds", "How long the oldest of these is overdue",
                () -> oldestDueMs / MS_PER_SECOND);
    }

    /** Counts and times an attempt. */
    void attempted(Attempt attempt) {
        String outcome = attempt.isDelivered() ? "delivered"
                : attempt.isGone() ? "gone" : attempt.statusCode().isPresent() ? "refused" : "unreachable";
        Timer.builder("phopay.webhook.attempts")
                .description("Webhook attempts by outcome")
                .tag("outcome", outcome)
                .register(registry)
                .record(attempt.duration());
    }

    /** Reads again what waits. */
    public Future<Void> read(Pool pool) {
        return READ_BACKLOG.execute(pool, Tuple.of(clock.instant().atOffset(ZoneOffset.UTC))).map(rows -> {
            Row row = rows.iterator().next();
            scheduled = row.getLong("scheduled");
            due = row.getLong("due");
            oldestDueMs = row.getLong("oldest_due_ms");
            return null;
        });
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
