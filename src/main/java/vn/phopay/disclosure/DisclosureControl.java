package vn.phopay.disclosure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what of a month may be published, so that nobody who has all releases, knows the rules and knows one shop's
 * figures can work out another shop's month within {@link SafetyRules#P_PERCENT} %. Same input, same decisions.
 *
 * <p>Head counts over other shops than those that were paid in the month (registered, active in 7 days, …) are decided
 * by cells of their own, in which those shops have 1 transaction, or as many as there are outlets.
 */
public final class DisclosureControl {
    private final Set<Protection> protections;

    /** With every protection. */
    public DisclosureControl() {
        this(EnumSet.allOf(Protection.class));
    }

    /** With some protections only, to show what they are for. */
    DisclosureControl(Set<Protection> protections) {
        this.protections = Set.copyOf(protections);
    }

    /**
     * What becomes of every scope's figures, class by class.
     *
     * @param earlier revisions of the same month, with the very cells and decisions they were published with
     */
    public Decisions decide(MonthCells cells, PublishedBefore earlier) {
        return decide(cells, earlier, EnumSet.complementOf(EnumSet.of(FigureClass.PUBLIC)));
    }

    /** The same for figures of one class. */
    public Decisions decide(MonthCells cells, PublishedBefore earlier, FigureClass figures) {
        return decide(cells, earlier, Set.of(figures));
    }

    /** The same for figures of one class, of a month of which nothing was published. */
    public Decisions decide(MonthCells cells, FigureClass figures) {
        return decide(cells, PublishedBefore.NOTHING, Set.of(figures));
    }

    private Decisions decide(MonthCells cells, PublishedBefore earlier, Set<FigureClass> classes) {
        List<MonthCells> all = new ArrayList<>(List.of(cells));
        for (PublishedBefore.Revision revision : earlier.revisions()) {
            if (!revision.cells().month().equals(cells.month())) {
                throw new IllegalArgumentException("a revision of " + cells.month() + ", not of "
                        + revision.cells().month());
            }
            all.add(revision.cells());
        }
        CityMap city = new CityMap(all);
        Map<FigureClass, Map<Scope, Decision>> byClass = new EnumMap<>(FigureClass.class);
        for (FigureClass figures : classes) {
            byClass.put(figures, decide(city, figures, cells, earlier));
        }
        return new Decisions(byClass);
    }

    private Map<Scope, Decision> decide(
            CityMap city, FigureClass figures, MonthCells cells, PublishedBefore earlier) {
        SafetyRules rules = protections.contains(Protection.CONCENTRATION)
                ? figures.rules()
                : new SafetyRules(figures.rules().shopsMin(), false);
        Suppression suppression = new Suppression(city, figures, rules, cells);
        suppression.withholdUnsafe();
        if (protections.contains(Protection.REVISION)) {
            suppression.compareWith(earlier, cells);
        }
        if (protections.contains(Protection.SECONDARY)) {
            suppression.protect(protections);
        }
        return suppression.decisions();
    }
}
