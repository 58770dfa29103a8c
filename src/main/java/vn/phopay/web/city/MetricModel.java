package vn.phopay.web.city;

import java.util.List;
import java.util.Optional;
import vn.phopay.metric.Formula;
import vn.phopay.metric.Metric;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;

/**
 * What the page of a metric shows.
 *
 * @param metric which
 * @param book all of them
 */
public record MetricModel(Metric metric, MetricBook book) {
    /** Its formula in the names of measures; empty where it needs more than one scope or period. */
    public String formula() {
        return switch (metric.formula()) {
            case Formula.Of(String measure) -> measure;
            case Formula.Ratio(String part, String whole) -> part + " ÷ " + whole;
            case Formula.Derived derived -> "";
        };
    }

    /** What a derived metric is called where its way is told; empty for others. */
    public Optional<String> derived() {
        return metric.formula() instanceof Formula.Derived(String name) ? Optional.of(name) : Optional.empty();
    }

    /** Metrics that are the measures of its formula, in its order, itself left out. */
    public List<Metric> parts() {
        List<String> measures = switch (metric.formula()) {
            case Formula.Of(String measure) -> List.of(measure);
            case Formula.Ratio(String part, String whole) -> List.of(part, whole);
            case Formula.Derived derived -> List.of();
        };
        return measures.stream()
                .flatMap(measure -> book.all().stream()
                        .filter(other -> other.formula().equals(new Formula.Of(measure)) && !other.equals(metric)))
                .toList();
    }

    /** What it is kept for, in the order of their sizes. */
    public List<ScopeKind> scopes() {
        return metric.scopes().stream().sorted().toList();
    }

    /** Whether it can be drawn over time. */
    public boolean isDrawn() {
        return TrendQuery.isDrawn(metric);
    }
}
