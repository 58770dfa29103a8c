package vn.phopay.figure;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.phopay.figure.Measure.Kind;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;

/** Which measures are kept for which kind of scope: those that a metric of that kind is made from. */
final class KeptMeasures {
    private static final Set<Measure> KNOWN_OR_NOT =
            EnumSet.of(Measure.PREMISES, Measure.PREMISES_AS_OF, Measure.UNMATCHED_AGE_HOURS_MEDIAN);

    private final Map<ScopeKind, Set<Measure>> kindToMeasures = new EnumMap<>(ScopeKind.class);

    KeptMeasures(MetricBook book) {
        for (ScopeKind kind : ScopeKind.values()) {
            Set<Measure> measures = EnumSet.noneOf(Measure.class);
            book.of(kind).stream()
                    .flatMap(metric -> metric.formula().measures().stream())
                    .flatMap(id -> Measure.find(id).stream())
                    .forEach(measures::add);
            kindToMeasures.put(kind, measures);
        }
    }

    Collection<Measure> of(ScopeKind kind) {
        return kindToMeasures.getOrDefault(kind, Set.of());
    }

    /** Whether nothing means 0; otherwise it means that nobody knows. */
    boolean zeroWhereNothing(Measure measure) {
        return measure.kind() != Kind.QUANTILE && !KNOWN_OR_NOT.contains(measure);
    }
}
