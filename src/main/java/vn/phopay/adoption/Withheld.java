package vn.phopay.adoption;

import java.util.HashSet;
import java.util.Set;

/**
 * Whose figures outsiders do not get.
 *
 * @param placeIds districts, wards and streets
 */
public record Withheld(Set<String> placeIds) {
    /** Nothing is withheld. */
    public static final Withheld NOTHING = new Withheld(Set.of());

    /** Copies {@code placeIds}. */
    public Withheld {
        placeIds = Set.copyOf(placeIds);
    }

    /** Whether the figures of {@code placeId} are withheld. */
    public boolean has(String placeId) {
        return placeIds.contains(placeId);
    }

    /** What either of the two withholds: figures over several days are as secret as their most secret day. */
    public Withheld and(Withheld other) {
        Set<String> both = new HashSet<>(placeIds);
        both.addAll(other.placeIds);
        return new Withheld(both);
    }
}
