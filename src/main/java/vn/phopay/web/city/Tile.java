package vn.phopay.web.city;

import java.util.Optional;
import vn.phopay.chart.Sparkline;

/**
 * A number of the overview.
 *
 * @param id last part of its message keys, and what scripts know it by
 * @param value the number, written out
 * @param details what is said under it, line by line joined by a dot
 * @param change how it moved; empty where that is not known
 * @param trend its line; empty for none
 * @param href where more of it stands; empty for nowhere
 */
public record Tile(
        String id, String value, String details, Optional<Change> change, Optional<Sparkline> trend, String href) {

    /** Which way something moved, and whether that is good; the sign in the text says the same. */
    public enum Way {
        /** Better than before. */
        BETTER,
        /** Worse than before. */
        WORSE,
        /** Neither. */
        LEVEL
    }

    /**
     * How a number moved.
     *
     * @param way which way
     * @param text by how much, since when
     */
    public record Change(Way way, String text) {}
}
