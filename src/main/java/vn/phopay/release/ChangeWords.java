package vn.phopay.release;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.phopay.merchant.Language;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.Unit;

/** What a correction changed, in the words of the report: names instead of ids, figures as people read them. */
final class ChangeWords {
    private static final String WITHHELD = "withheld:";

    private final MetricBook book = MetricBook.load();
    private final Map<String, String> scopeToName = new HashMap<>();
    private final Map<String, Unit> metricToUnit = new HashMap<>();

    ChangeWords(ReleaseContent content) {
        content.cells().forEach(cell -> {
            scopeToName.put(cell.scope().id(), cell.scope().name());
            metricToUnit.put(cell.metric(), cell.unit());
        });
    }

    /** Place, metric, before and after. */
    List<String> of(ReleaseContent.Change change) {
        String metric = book.find(change.metric()).map((Metric found) -> found.name(Language.VI))
                .orElse(change.metric());
        return List.of(scopeToName.getOrDefault(change.scopeId(), change.scopeId()), metric,
                figure(change.metric(), change.before()), figure(change.metric(), change.after()));
    }

    private String figure(String metric, String written) {
        if (written.startsWith(WITHHELD)) {
            return ReportText.WITHHELD;
        }
        return written.isEmpty()
                ? ReportText.UNKNOWN
                : ReportText.of(new BigDecimal(written), metricToUnit.getOrDefault(metric, Unit.COUNT));
    }
}
