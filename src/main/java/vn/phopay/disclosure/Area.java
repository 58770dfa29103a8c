package vn.phopay.disclosure;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an outlet stands, as fine as the tables tell places apart: all scopes it belongs to. An outlet may be in no
 * street or zone, in several zones, and in wards of several editions; it belongs to at most one category.
 *
 * @param scopes without the city, which everything belongs to
 */
public record Area(Set<Scope> scopes) {
    /** Copies {@code scopes}. */
    public Area {
        scopes = scopes.stream().filter(scope -> scope.level() != Level.CITY).collect(Collectors.toUnmodifiableSet());
        if (scopes.stream().filter(scope -> scope.level() == Level.CATEGORY).count() > 1) {
            throw new IllegalArgumentException("an outlet belongs to one category: " + scopes);
        }
    }

    /** The area with exactly these scopes. */
    public static Area of(Scope... scopes) {
        return new Area(Stream.of(scopes).collect(Collectors.toUnmodifiableSet()));
    }
}
