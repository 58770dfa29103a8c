package vn.phopay.chart;

import java.math.BigDecimal;
import java.util.List;

/** Draws a {@link Cartogram}. */
final class CartogramDrawing {
    private static final double GAP = 3;

    private final Cartogram chart;
    private final Look look;
    private final double cellWidth;
    private final double cellHeight;
    private final Svg svg;

    CartogramDrawing(Cartogram chart, Size size) {
        this.chart = chart;
        this.look = Look.of(size);
        int columns = chart.tiles().stream().mapToInt(Cartogram.Tile::column).max().orElse(0) + 1;
        int rows = chart.tiles().stream().mapToInt(Cartogram.Tile::row).max().orElse(0) + 1;
        this.cellWidth = size.width() / (double) columns;
        this.cellHeight = look.cellHeight();
        boolean leads = chart.tiles().stream().anyMatch(tile -> tile.href() != null);
        double height = rows * cellHeight;
        this.svg = leads ? Svg.walkable(chart.text(), size, height) : Svg.picture(chart.text(), size, height);
    }

    String draw() {
        List<Integer> steps = chart.steps();
        for (int at = 0; at < chart.tiles().size(); at++) {
            Cartogram.Tile tile = chart.tiles().get(at);
            String href = tile.href();
            if (href == null) {
                tile(tile, steps.get(at));
            } else {
                svg.begin("a", "href", href, "aria-label",
                        tile.name() + ": " + chart.numbers().text(tile.value(), chart.missing()));
                tile(tile, steps.get(at));
                svg.end("a");
            }
        }
        return svg.close();
    }

    private void tile(Cartogram.Tile tile, int step) {
        double x = tile.column() * cellWidth + GAP / 2;
        double y = tile.row() * cellHeight + GAP / 2;
        double width = cellWidth - GAP;
        double height = cellHeight - GAP;
        double middle = x + width / 2;
        svg.begin("g", "class", "c-tile c-step-" + step);
        svg.shape("rect", "x", x, "y", y, "width", width, "height", height, "rx", 4);
        Words names = new Words("c-tile-name", look.nameFont());
        double at = y + look.nameAt();
        for (String line : lines(tile.name())) {
            words(names, line, middle, at);
            at += names.font() + 0.5;
        }
        BigDecimal value = tile.value();
        words(new Words("c-tile-value", look.valueFont()),
                value == null ? chart.missing() : chart.numbers().brief(value),
                middle, y + height - look.valueAt());
        gauge(step, middle, y + height - look.valueAt() * 0.45);
        svg.end("g");
    }

    /** On a phone a line a word; on the wall the last word on a line of its own where one line has no room. */
    private List<String> lines(String name) {
        int last = name.lastIndexOf(' ');
        if (look == Look.PHONE) {
            return List.of(name.split(" ", -1));
        }
        boolean wraps = last > 0 && Svg.widthOf(name, look.nameFont()) > cellWidth - GAP - 3;
        return wraps ? List.of(name.substring(0, last), name.substring(last + 1)) : List.of(name);
    }

    /** The measures of a tile, from its edges. */
    private record Look(double cellHeight, double nameFont, double nameAt, double valueFont, double valueAt,
                        double dot) {
        static final Look PHONE = new Look(72, 12.5, 13, 13, 11, 2.2);
        static final Look DESK = new Look(86, 15, 23, 25, 24, 3.6);
        static final Look WALL = new Look(132, 26, 30, 40, 26, 5);

        static Look of(Size size) {
            return switch (size) {
                case NARROW -> PHONE;
                case WIDE -> DESK;
                case WALL -> WALL;
            };
        }
    }

    private record Words(String type, double font) {}

    /** Words in the middle; ones that have no room are pressed together. */
    private void words(Words how, String words, double x, double y) {
        double room = cellWidth - GAP - 3;
        if (Svg.widthOf(words, how.font()) > room) {
            svg.text(words, x, y, "class", how.type(), "text-anchor", "middle", "font-size", how.font(),
                    "textLength", room, "lengthAdjust", "spacingAndGlyphs");
        } else {
            svg.text(words, x, y, "class", how.type(), "text-anchor", "middle", "font-size", how.font());
        }
    }

    private void gauge(int step, double middle, double y) {
        for (int dot = 0; dot < Cartogram.STEPS && step > 0; dot++) {
            svg.shape("circle", "class", dot < step ? "c-gauge-full" : "c-gauge-empty",
                    "cx", middle + (dot - 2) * look.dot() * 3, "cy", y, "r", look.dot());
        }
    }
}
