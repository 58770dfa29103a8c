package vn.phopay.release;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.phopay.disclosure.Decision;
import vn.phopay.disclosure.Decisions;
import vn.phopay.disclosure.DisclosureControl;
import vn.phopay.disclosure.FigureClass;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.disclosure.PublishedBefore;
import vn.phopay.disclosure.Scope;
import vn.phopay.metric.Formula;
import vn.phopay.metric.Metric;

/**
 * What of one month may be published, for every population; decided once, when a release is drafted.
 *
 * @param revisions what every population was made from, and what was decided
 */
record MonthDisclosure(Map<Population, PublishedBefore.Revision> revisions) {
    /** Copies the map. */
    MonthDisclosure {
        revisions = Map.copyOf(revisions);
    }

    /** Decides about {@code cells}; {@code earlier}: the published revisions of the same month, oldest first. */
    static MonthDisclosure decide(Map<Population, MonthCells> cells, List<MonthDisclosure> earlier) {
        DisclosureControl control = new DisclosureControl();
        Map<Population, PublishedBefore.Revision> revisions = new EnumMap<>(Population.class);
        cells.forEach((population, month) -> {
            PublishedBefore before = new PublishedBefore(earlier.stream()
                    .map(revision -> revision.revisions().get(population))
                    .filter(revision -> revision != null)
                    .toList());
            revisions.put(population, new PublishedBefore.Revision(month, control.decide(month, before)));
        });
        return new MonthDisclosure(revisions);
    }

    /**
     * Whether the city's number of payments is published as it is now: where it is withheld or kept, no other count may
     * tell it, nor what a correction moved.
     */
    boolean tellsTraffic() {
        return decisions(Population.PAID).of(Scope.CITY, FigureClass.TRAFFIC).isPublished();
    }

    /** What becomes of {@code metric} of {@code scope}: what becomes of the strictest of its measures. */
    Decision of(ReleaseScope scope, Metric metric) {
        return metric.formula().measures().stream()
                .map(measure -> of(scope, measure))
                .max((one, other) -> one.outcome().compareTo(other.outcome()))
                .orElseThrow(() -> new IllegalStateException(metric.id() + " has no measure: "
                        + Formula.Derived.class.getSimpleName()));
    }

    private Decision of(ReleaseScope scope, String measure) {
        ReleaseMetrics.Rule rule = ReleaseMetrics.rule(measure);
        if (rule.figures() == FigureClass.PUBLIC) {
            return Decision.PUBLISH;
        }
        return decisions(rule.population()).of(scope(scope), rule.figures());
    }

    private Decisions decisions(Population population) {
        return Optional.ofNullable(revisions.get(population))
                .map(PublishedBefore.Revision::decisions)
                .orElseThrow(() -> new IllegalStateException("nothing was decided about " + population));
    }

    /** How the disclosure rules call a scope. */
    static Scope scope(ReleaseScope scope) {
        return switch (scope.kind()) {
            case CITY -> Scope.CITY;
            case DISTRICT -> Scope.district(scope.id());
            case WARD -> Scope.ward(scope.id());
            case ZONE -> Scope.zone(scope.id());
            case STREET -> Scope.street(scope.id());
            case CATEGORY -> Scope.category(scope.id());
            case BANK -> throw new IllegalArgumentException("nothing is published about single banks");
        };
    }
}
