package vn.phopay.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.phopay.metric.ScopeKind;

/**
 * The scopes of one business day, and to which of them a cell belongs. Wards, streets and zones are those whose edition
 * holds on the day; what happened in another edition counts in district and city only.
 */
final class DayScopes {
    private final Map<String, Scope> idToScope = new LinkedHashMap<>();
    private final List<Scope> scopes = new ArrayList<>();
    private final Map<String, List<String>> streetToContainers;
    private final Map<FigureCell, List<Scope>> cellToScopes = new HashMap<>();

    /**
     * One of them.
     *
     * @param index its place in the list
     * @param id its id
     * @param kind what it is
     */
    record Scope(int index, String id, ScopeKind kind) {}

    /**
     * @param ids scope ids besides the city's
     * @param streetToContainers what each street lies in
     */
    DayScopes(Collection<String> ids, Map<String, List<String>> streetToContainers) {
        this.streetToContainers = streetToContainers;
        Stream.concat(Stream.of(Figures.CITY), ids.stream().sorted()).forEach(id -> {
            Scope scope = new Scope(scopes.size(), id, kindOf(id));
            scopes.add(scope);
            idToScope.put(id, scope);
        });
    }

    /** The kind that a scope id tells by how it begins. */
    static ScopeKind kindOf(String id) {
        return id.equals(Figures.CITY)
                ? ScopeKind.CITY
                : ScopeKind.valueOf(id.substring(0, id.indexOf('-')).toUpperCase(Locale.ROOT));
    }

    List<Scope> all() {
        return scopes;
    }

    Optional<Scope> find(String id) {
        return Optional.ofNullable(idToScope.get(id));
    }

    /** City, district, ward, street, the street's zones and the category. */
    List<Scope> of(FigureCell cell) {
        return cellToScopes.computeIfAbsent(cell, this::scopesOf);
    }

    /** Whether a street lies in a walking zone. */
    boolean inZone(String street) {
        return zones(street).findAny().isPresent();
    }

    /** What a street lies in. */
    List<Scope> containers(String street) {
        return streetToContainers.getOrDefault(street, List.of()).stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    private Stream<String> zones(String street) {
        return streetToContainers.getOrDefault(street, List.of()).stream()
                .filter(id -> kindOf(id) == ScopeKind.ZONE);
    }

    private List<Scope> scopesOf(FigureCell cell) {
        return Stream.concat(
                        Stream.of(Figures.CITY, cell.district(), cell.ward(), cell.street(),
                                "category-" + cell.category()),
                        zones(cell.street()))
                .flatMap(id -> find(id).stream())
                .distinct()
                .toList();
    }
}
