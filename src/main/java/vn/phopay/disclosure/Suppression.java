package vn.phopay.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Withholds figures of one class until what is left is proved safe. Every step withholds one scope more and nothing is
 * ever given back, so it ends; at the worst with nothing published.
 */
final class Suppression {
    private final CityMap city;
    private final FigureClass figures;
    private final SafetyRules rules;
    private final Table values;
    private final List<Table> tables = new ArrayList<>();
    private final Decision[] decisions;

    Suppression(CityMap city, FigureClass figures, SafetyRules rules, MonthCells cells) {
        this.city = city;
        this.figures = figures;
        this.rules = rules;
        this.values = Table.of(city, cells, figures).under(rules);
        this.decisions = new Decision[city.scopes().size()];
        Arrays.fill(decisions, Decision.PUBLISH);
        tables.add(values);
    }

    /** Withholds what breaks a rule itself. */
    void withholdUnsafe() {
        int[][] scopesOfArea = new int[city.areas()][];
        Arrays.setAll(scopesOfArea, this::scopesOf);
        Concentration[] sums = values.spread(scopesOfArea, decisions.length);
        for (int scope = 0; scope < sums.length; scope++) {
            Reason broken = rules.broken(sums[scope]);
            if (broken != null) {
                withhold(scope, Decision.withhold(broken));
            }
        }
    }

    private int[] scopesOf(int area) {
        int[] places = city.placesOf(area);
        if (city.categoryOf(area) == CityMap.NO_CATEGORY) {
            return places;
        }
        int[] all = Arrays.copyOf(places, places.length + 1);
        all[places.length] = city.categoryOf(area);
        return all;
    }

    /** Withholds what was withheld before, and lets every correction since then count. */
    void compareWith(PublishedBefore earlier, MonthCells now) {
        for (PublishedBefore.Revision revision : earlier.revisions()) {
            tables.add(Table.corrections(city, revision.cells(), now, figures).under(rules));
        }
        for (int scope = 0; scope < decisions.length; scope++) {
            if (earlier.withheld(city.scopes().get(scope), figures)) {
                withhold(scope, Decision.withhold(Reason.REVISION));
            }
        }
    }

    /** Withholds further scopes until nothing unsafe can be worked out from the others. */
    void protect(Set<Protection> protections) {
        PlaceCheck places = new PlaceCheck(city, tables);
        CategoryCheck categories = new CategoryCheck(city, tables);
        boolean together = protections.contains(Protection.CATEGORIES);
        Optional<Withholding> next;
        do {
            Groups groups = Groups.of(city, this::isPublished);
            next = places.next(groups)
                    .or(() -> categories.nextAlone(this::isPublished))
                    .or(() -> together ? categories.nextTogether(groups, this::isPublished) : Optional.empty());
            next.ifPresent(one -> withhold(one.scope(), decision(one.reason())));
        } while (next.isPresent());
    }

    private static Decision decision(Reason reason) {
        return reason == Reason.REVISION ? Decision.keep() : Decision.withhold(reason);
    }

    private boolean isPublished(int scope) {
        return decisions[scope].isPublished();
    }

    /** Categories are parts of the city: they go with it. */
    private void withhold(int scope, Decision decision) {
        if (!isPublished(scope)) {
            return;
        }
        decisions[scope] = decision;
        if (city.scopes().get(scope).level() == Level.CITY) {
            for (int other = 0; other < decisions.length; other++) {
                if (city.scopes().get(other).level() == Level.CATEGORY) {
                    withhold(other, withTheCity(decision));
                }
            }
        }
    }

    private static Decision withTheCity(Decision decision) {
        return decision.isWithheld() ? Decision.withhold(Reason.SECONDARY) : Decision.keep();
    }

    Map<Scope, Decision> decisions() {
        Map<Scope, Decision> byScope = new HashMap<>();
        for (int scope = 0; scope < decisions.length; scope++) {
            byScope.put(city.scopes().get(scope), decisions[scope]);
        }
        return byScope;
    }
}
