package vn.phopay.figure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.phopay.disclosure.Area;
import vn.phopay.disclosure.Contribution;
import vn.phopay.disclosure.Decisions;
import vn.phopay.disclosure.DisclosureControl;
import vn.phopay.disclosure.FigureClass;
import vn.phopay.disclosure.Level;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.disclosure.Scope;

/** Decides, out of a month's amounts by merchant and cell, of which scopes outsiders must not see the money. */
final class ValueDecisions {
    private final YearMonth month;
    private final List<Contribution> contributions = new ArrayList<>();
    private final Map<List<DayScopes.Scope>, Area> scopesToArea = new HashMap<>();

    ValueDecisions(YearMonth month) {
        this.month = month;
    }

    /** Adds what a merchant took where {@code scopes} meet. */
    void add(String merchant, List<DayScopes.Scope> scopes, long amountVnd) {
        if (amountVnd > 0) {
            contributions.add(new Contribution(
                    merchant, scopesToArea.computeIfAbsent(scopes, ValueDecisions::area), amountVnd, 1));
        }
    }

    /** The ids of the scopes whose money is withheld. */
    Set<String> withheld() {
        Decisions decisions =
                new DisclosureControl().decide(new MonthCells(month, contributions), FigureClass.VALUE);
        return decisions.scopes().stream()
                .filter(scope -> decisions.of(scope, FigureClass.VALUE).isWithheld())
                .map(scope -> scope.level() == Level.CITY ? Figures.CITY : scope.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Area area(List<DayScopes.Scope> scopes) {
        return new Area(scopes.stream().map(ValueDecisions::scope).collect(Collectors.toUnmodifiableSet()));
    }

    private static Scope scope(DayScopes.Scope scope) {
        return switch (scope.kind()) {
            case CITY -> Scope.CITY;
            case DISTRICT -> Scope.district(scope.id());
            case WARD -> Scope.ward(scope.id());
            case ZONE -> Scope.zone(scope.id());
            case STREET -> Scope.street(scope.id());
            case CATEGORY -> Scope.category(scope.id());
            case BANK -> throw new IllegalArgumentException("a bank is no part of the city: " + scope.id());
        };
    }
}
