package vn.phopay.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.reconciliation.CaseRows.NOW;
import static vn.phopay.reconciliation.CaseRows.gap;
import static vn.phopay.testing.TestPostgres.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class CaseMetricsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("case_metrics");

    private static final String TAGS = "{kind=\"STATEMENT_GAP\",status=\"OPEN\"} ";

    @Test
    void gaugesShouldShowWhatIsNotResolvedAndItsAge() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        MovableClock clock = new MovableClock(NOW);
        CaseMetrics metrics = new CaseMetrics(DB.pool(), clock, registry);
        assertEquals(List.of("phopay_cases_oldest_age_seconds" + TAGS + "0.0", "phopay_cases" + TAGS + "0.0"),
                shown(registry));
        CaseRows cases = new CaseRows(DB.pool());
        cases.open(gap("a"), gap("b"));
        await(DB.pool().query("UPDATE recon_case SET status = 'ACKNOWLEDGED' WHERE fingerprint = 'b'").execute());
        await(metrics.refresh());
        clock.advance(Duration.ofMinutes(2));
        assertEquals(List.of("phopay_cases_oldest_age_seconds" + TAGS + "120.0", "phopay_cases" + TAGS + "1.0"),
                shown(registry));
        assertEquals(26, registry.scrape().lines().filter(line -> line.startsWith("phopay_cases{")).count());
    }

    private static List<String> shown(PrometheusMeterRegistry registry) {
        return registry.scrape().lines().filter(line -> line.contains(TAGS)).sorted().toList();
    }
}
