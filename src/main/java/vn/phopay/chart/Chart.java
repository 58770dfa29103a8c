package vn.phopay.chart;

import java.util.List;

/** A chart that is drawn as one SVG element. */
public interface Chart {
    /** What is said about it. */
    ChartText text();

    /** The drawing, fit for {@code size}; well-formed, escaped, without scripts and style attributes. */
    String svg(Size size);

    /** What its numbered marks mean, in the order of their numbers; empty where it has none. */
    default List<String> notes() {
        return List.of();
    }

    /** What its dotted level lines stand for, in full; empty where it has none. */
    default List<String> goals() {
        return List.of();
    }
}
