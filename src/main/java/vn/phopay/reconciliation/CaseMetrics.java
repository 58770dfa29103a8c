package vn.phopay.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.phopay.db.Sql;

/**
 * Shows how many cases wait and since when, by kind and state: {@code phopay_cases} and
 * {@code phopay_cases_oldest_age_seconds}. The numbers are read now and then, never by a scrape; they are of the whole
 * database, so that of several instances one is asked, or the greatest taken. Resolved cases are not counted: they only
 * ever grow.
 */
public final class CaseMetrics {
    private static final Sql COUNT = Sql.load("reconciliation/count_unresolved_cases");
    private static final List<CaseStatus> SHOWN = List.of(CaseStatus.OPEN, CaseStatus.ACKNOWLEDGED);

    private final SqlClient client;
    private final Clock clock;
    private volatile Map<Key, Count> keyToCount = Map.of();

    private record Key(CaseKind kind, CaseStatus status) {}

    private record Count(long cases, Instant oldest) {}

    /** Counts through {@code client} and registers a gauge for each kind and state, zeros included. */
    public CaseMetrics(SqlClient client, Clock clock, MeterRegistry registry) {
        this.client = client;
        this.clock = clock;
        for (CaseKind kind : CaseKind.values()) {
            SHOWN.forEach(status -> register(new Key(kind, status), registry));
        }
    }

    private void register(Key key, MeterRegistry registry) {
        Gauge.builder("phopay.cases", this, metrics -> metrics.cases(key))
                .description("Cases that are not resolved")
                .tag("kind", key.kind().name())
                .tag("status", key.status().name())
                .register(registry);
        Gauge.builder("phopay.cases.oldest.age", this, metrics -> metrics.oldestAgeSeconds(key))
                .description("Age of the oldest case that is not resolved; 0 where there is none")
                .baseUnit("seconds")
                .tag("kind", key.kind().name())
                .tag("status", key.status().name())
                .register(registry);
    }

    /** Counts again; what is shown stays as it was where that fails. */
    public Future<Void> refresh() {
        return COUNT.execute(client).map(rows -> {
            Map<Key, Count> counted = new HashMap<>();
            for (Row row : rows) {
                Key key = new Key(
                        CaseKind.valueOf(row.getString("kind")), CaseStatus.valueOf(row.getString("status")));
                counted.put(key, new Count(
                        row.getLong("cases"), row.getOffsetDateTime("oldest").toInstant()));
            }
            keyToCount = Map.copyOf(counted);
            return null;
        });
    }

    private long cases(Key key) {
        Count count = keyToCount.get(key);
        return count == null ? 0 : count.cases();
    }

    private long oldestAgeSeconds(Key key) {
        Count count = keyToCount.get(key);
        return count == null ? 0 : Math.max(0, Duration.between(count.oldest(), clock.instant()).toSeconds());
    }
}
