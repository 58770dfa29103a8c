package vn.phopay.disclosure;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of one month (or of several together) may be published. Scopes that are not named had no shop at all: their
 * zero is published.
 *
 * @param byClass no entry for PUBLIC
 */
public record Decisions(Map<FigureClass, Map<Scope, Decision>> byClass) {
    /** Copies {@code byClass}. */
    public Decisions {
        Map<FigureClass, Map<Scope, Decision>> copy = new EnumMap<>(FigureClass.class);
        byClass.forEach((figures, scopes) -> copy.put(figures, Map.copyOf(scopes)));
        byClass = Map.copyOf(copy);
    }

    /** What becomes of figures of {@code figures} of {@code scope}. */
    public Decision of(Scope scope, FigureClass figures) {
        return byClass.getOrDefault(figures, Map.of()).getOrDefault(scope, Decision.PUBLISH);
    }

    /** Every scope that was decided about, in order. */
    public Set<Scope> scopes() {
        Set<Scope> scopes = new TreeSet<>();
        byClass.values().forEach(decided -> scopes.addAll(decided.keySet()));
        return scopes;
    }

    /**
     * What may be published of several months, or several figures, together: what may of each of them. So a quarter or
     * a year to date is the sum of published months and tells nothing that they do not, and a rate is published where
     * both its parts are. What is kept of one is kept of all.
     */
    public static Decisions together(Collection<Decisions> parts) {
        Map<FigureClass, Map<Scope, Decision>> byClass = new EnumMap<>(FigureClass.class);
        for (Decisions part : parts) {
            part.byClass.forEach((figures, scopes) -> scopes.forEach((scope, decision) -> byClass
                    .computeIfAbsent(figures, none -> new HashMap<>())
                    .merge(scope, decision, Decisions::stricter)));
        }
        return new Decisions(byClass);
    }

    private static Decision stricter(Decision one, Decision other) {
        return one.outcome().compareTo(other.outcome()) >= 0 ? one : other;
    }
}
