package vn.phopay.release;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.disclosure.FigureClass;
import vn.phopay.metric.Formula;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;

/** Which metrics are published, and by which shops and rules each of their measures is withheld. */
final class ReleaseMetrics {
    /** Trading premises, the dated denominator: no metric of its own, but others are checked by it. */
    static final String PREMISES = "premises";
    /** The adoption rate to be reached, where one is set. */
    static final String TARGET = "target";

    private static final List<String> IDS = List.of(
            "registeredMerchants", "approvedMerchants", "registeredOutlets", "penetration", "activeOutlets7",
            "activeOutlets30", "adoptionRate", "habitualOutlets", "habitualShare", "transactions", "amount",
            "ticketMedian", "ticketLowerQuartile", "ticketUpperQuartile", "requestsPaidRate", "streetCoverage");

    /** A measure without a rule is published nowhere: a new metric needs a line here, too. */
    private static final Map<String, Rule> MEASURE_TO_RULE = Map.ofEntries(
            Map.entry("registeredMerchants", new Rule(Population.REGISTERED, FigureClass.COUNT)),
            Map.entry("registeredOutlets", new Rule(Population.REGISTERED, FigureClass.COUNT)),
            Map.entry("approvedMerchants", new Rule(Population.APPROVED, FigureClass.COUNT)),
            Map.entry("activeOutlets7", new Rule(Population.ACTIVE_7, FigureClass.COUNT)),
            Map.entry("activeOutlets30", new Rule(Population.ACTIVE_30, FigureClass.COUNT)),
            Map.entry("habitualOutlets28", new Rule(Population.HABITUAL, FigureClass.COUNT)),
            Map.entry("transactions", new Rule(Population.PAID, FigureClass.TRAFFIC)),
            Map.entry("amountVnd", new Rule(Population.PAID, FigureClass.VALUE)),
            Map.entry("ticketMedianVnd", new Rule(Population.PAID, FigureClass.VALUE)),
            Map.entry("ticketLowerQuartileVnd", new Rule(Population.PAID, FigureClass.VALUE)),
            Map.entry("ticketUpperQuartileVnd", new Rule(Population.PAID, FigureClass.VALUE)),
            Map.entry("requestsIssued", new Rule(Population.REQUESTING, FigureClass.TRAFFIC)),
            Map.entry("requestsPaid", new Rule(Population.REQUESTING, FigureClass.TRAFFIC)),
            Map.entry(PREMISES, new Rule(Population.REGISTERED, FigureClass.PUBLIC)),
            Map.entry("streets", new Rule(Population.REGISTERED, FigureClass.PUBLIC)),
            Map.entry("streetsCovered", new Rule(Population.REGISTERED, FigureClass.PUBLIC)));

    private final MetricBook book;

    /** Metrics as {@code book} defines them; one that it no longer defines, or without a rule, stops the start. */
    ReleaseMetrics(MetricBook book) {
        this.book = book;
        IDS.stream().map(book::require).forEach(metric -> {
            if (metric.formula() instanceof Formula.Derived
                    || !MEASURE_TO_RULE.keySet().containsAll(metric.formula().measures())) {
                throw new IllegalStateException("no rule of disclosure for " + metric.id());
            }
        });
    }

    /** Whose rule a measure is withheld by. */
    record Rule(Population population, FigureClass figures) {}

    /** The published metrics of scopes of {@code kind}, in order. */
    List<Metric> of(ScopeKind kind) {
        return IDS.stream().map(book::require).filter(metric -> metric.scopes().contains(kind)).toList();
    }

    /** The rule of a measure. */
    static Rule rule(String measure) {
        return Optional.ofNullable(MEASURE_TO_RULE.get(measure)).orElseThrow();
    }

    /** What the metrics mean. */
    ReleaseContent.Definitions definitions() {
        return new ReleaseContent.Definitions(book.version(), book.sizeClasses());
    }
}
