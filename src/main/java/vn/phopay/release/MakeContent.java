package vn.phopay.release;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.phopay.disclosure.Decision;
import vn.phopay.disclosure.Reason;
import vn.phopay.disclosure.Rounding;
import vn.phopay.figure.Figures;
import vn.phopay.metric.Fold;
import vn.phopay.metric.Formula;
import vn.phopay.metric.Metric;
import vn.phopay.metric.Unit;

/** Makes the figures of a release out of a month's facts and what was decided about them; knows no clock. */
final class MakeContent {
    private final ReleaseMetrics metrics;

    MakeContent(ReleaseMetrics metrics) {
        this.metrics = metrics;
    }

    /** All figures; {@code before}: those of the revision before, which some are kept from. */
    List<ReleaseCell> cells(MonthSource.Facts facts, MonthDisclosure disclosure, Optional<PublishedCells> before) {
        List<ReleaseCell> cells = new ArrayList<>();
        TicketSafety tickets = new TicketSafety(Objects.requireNonNull(facts.cells().get(Population.PAID)));
        facts.figures().forEach((scope, figures) -> {
            addBaseline(cells, scope, facts.baselines());
            for (Metric metric : metrics.of(scope.kind())) {
                Decision decision = disclosure.of(scope, metric);
                cells.add(switch (decision.outcome()) {
                    case PUBLISH -> tickets.tells(
                                    MonthDisclosure.scope(scope), metric.formula().measures(), figures)
                            ? new ReleaseCell(
                                    scope, metric.id(), metric.unit(), value(figures, metric), Optional.empty())
                            : withheld(scope, metric, Reason.P_PERCENT.name());
                    case KEEP -> before.orElseThrow().cell(scope, metric);
                    case WITHHOLD -> withheld(scope, metric, String.valueOf(decision.reason()));
                });
            }
        });
        return cells;
    }

    private static ReleaseCell withheld(ReleaseScope scope, Metric metric, String reason) {
        return new ReleaseCell(scope, metric.id(), metric.unit(), Optional.empty(), Optional.of(reason));
    }

    /** How complete the month is, without counts that would tell what is withheld or not corrected yet. */
    static ReleaseQuality quality(MonthSource.Facts facts, MonthDisclosure disclosure) {
        return disclosure.tellsTraffic() ? facts.quality() : facts.quality().withoutCounts();
    }

    private static void addBaseline(List<ReleaseCell> cells, ReleaseScope scope, Map<String, Baseline> baselines) {
        Baseline baseline = baselines.get(scope.id());
        if (baseline == null) {
            return;
        }
        cells.add(new ReleaseCell(scope, ReleaseMetrics.PREMISES, Unit.COUNT,
                Optional.of(BigDecimal.valueOf(baseline.premises())), Optional.empty()));
        baseline.target().ifPresent(target -> cells.add(new ReleaseCell(
                scope, ReleaseMetrics.TARGET, Unit.RATE, Optional.of(target), Optional.empty())));
    }

    private static Optional<BigDecimal> value(Figures figures, Metric metric) {
        Optional<BigDecimal> value = metric.formula() instanceof Formula.Of(String measure)
                && metric.fold() != Fold.SKETCH
                ? Optional.of(BigDecimal.valueOf(figures.count(measure)))
                : figures.value(metric);
        return metric.unit() == Unit.VND ? value.map(vnd -> rounded(vnd, metric)) : value;
    }

    private static BigDecimal rounded(BigDecimal vnd, Metric metric) {
        long exact = vnd.longValueExact();
        return BigDecimal.valueOf(
                metric.fold() == Fold.SKETCH ? Rounding.ticketVnd(exact) : Rounding.amountVnd(exact));
    }
}
