package vn.phopay.release;

import vn.phopay.metric.ScopeKind;

/**
 * What figures are published about.
 *
 * @param kind what sort of thing
 * @param id its id, such as {@code district-002}
 * @param code its public code, such as {@code 002}; of a category the ISO 18245 code
 * @param name its Vietnamese name
 * @param inside public code of the district that it belongs to; empty where there is none
 * @param tile where it stands in the cartogram
 */
public record ReleaseScope(ScopeKind kind, String id, String code, String name, String inside, Tile tile) {
    /** A scope that stands in no cartogram. */
    public ReleaseScope(ScopeKind kind, String id, String code, String name, String inside) {
        this(kind, id, code, name, inside, Tile.NONE);
    }

    /**
     * A place in the cartogram of 7 by 7 tiles.
     *
     * @param column 0 to 6 from the west; -1 for none
     * @param row 0 to 6 from the north; -1 for none
     */
    public record Tile(int column, int row) {
        static final Tile NONE = new Tile(-1, -1);
    }
}
