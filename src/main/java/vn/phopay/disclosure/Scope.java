package vn.phopay.disclosure;

import java.util.Comparator;

/**
 * One row of the published tables: the city, a district, a ward (of any edition), a walking zone, a street or a
 * category of trade. Scopes may overlap in whatever way.
 *
 * @param id the place's or category's id, unique within its level; empty for the city
 */
public record Scope(Level level, String id) implements Comparable<Scope> {
    /** The whole city. */
    public static final Scope CITY = new Scope(Level.CITY, "");

    private static final Comparator<Scope> ORDER = Comparator.comparing(Scope::level).thenComparing(Scope::id);

    /** Only the city has no id. */
    public Scope {
        if (id.isEmpty() != (level == Level.CITY)) {
            throw new IllegalArgumentException("a scope other than the city needs an id: " + level + " '" + id + "'");
        }
    }

    /** A statistical district. */
    public static Scope district(String id) {
        return new Scope(Level.DISTRICT, id);
    }

    /** A ward of one edition. */
    public static Scope ward(String id) {
        return new Scope(Level.WARD, id);
    }

    /** A street. */
    public static Scope street(String id) {
        return new Scope(Level.STREET, id);
    }

    /** A walking zone. */
    public static Scope zone(String id) {
        return new Scope(Level.ZONE, id);
    }

    /** A category of trade. */
    public static Scope category(String id) {
        return new Scope(Level.CATEGORY, id);
    }

    @Override
    public int compareTo(Scope other) {
        return ORDER.compare(this, other);
    }
}
