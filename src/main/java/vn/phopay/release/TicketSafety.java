package vn.phopay.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.phopay.disclosure.Contribution;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.disclosure.Scope;
import vn.phopay.disclosure.TicketRule;
import vn.phopay.figure.Figures;

/** Of which scopes a month's ticket quartiles may stand next to the sums. */
final class TicketSafety {
    private static final List<String> QUARTILES =
            List.of("ticketLowerQuartileVnd", "ticketMedianVnd", "ticketUpperQuartileVnd");

    private final Map<Scope, Map<String, TicketRule.Shop>> scopeToShops = new HashMap<>();

    /** Out of {@code paid}: who was paid in the month, where. */
    TicketSafety(MonthCells paid) {
        for (Contribution one : paid.contributions()) {
            Set<Scope> scopes = new HashSet<>(one.area().scopes());
            scopes.add(Scope.CITY);
            TicketRule.Shop part = new TicketRule.Shop(one.amountVnd(), one.transactions());
            scopes.forEach(scope -> scopeToShops.computeIfAbsent(scope, first -> new HashMap<>())
                    .merge(one.merchant(), part, (some, more) -> new TicketRule.Shop(
                            some.amountVnd() + more.amountVnd(), some.payments() + more.payments())));
        }
    }

    /** Whether a metric made of {@code measures} may be published with {@code figures} of {@code scope}. */
    boolean tells(Scope scope, Set<String> measures, Figures figures) {
        if (measures.stream().noneMatch(QUARTILES::contains)) {
            return true;
        }
        return TicketRule.isSafe(List.copyOf(scopeToShops.getOrDefault(scope, Map.of()).values()),
                new TicketRule.Quartiles(figures.count(QUARTILES.get(0)), figures.count(QUARTILES.get(1)),
                        figures.count(QUARTILES.get(2))));
    }
}
