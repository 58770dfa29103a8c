package vn.phopay.chart;

import java.util.Locale;

/** For which width a chart is drawn; a page holds both drawings and shows the one that fits. */
public enum Size {
    /** A phone: 300 units wide, so that text of 13 units has 12 pixels and more on a screen of 360 pixels. */
    NARROW(300, 13),
    /** A desk: 960 units wide. */
    WIDE(960, 15),
    /** A screen on the wall, to be read from ten metres: 960 units wide, with twice the text of a desk. */
    WALL(960, 32);

    private final int width;
    private final int font;

    Size(int width, int font) {
        this.width = width;
        this.font = font;
    }

    /** Width of the drawing in units. */
    int width() {
        return width;
    }

    /** Size of its smallest text in units. */
    int font() {
        return font;
    }

    /** What ids and classes of this drawing end with. */
    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
