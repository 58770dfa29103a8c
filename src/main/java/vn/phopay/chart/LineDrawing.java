package vn.phopay.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Draws a {@link LineChart}. */
final class LineDrawing {
    private static final List<String> DASHES = List.of("none", "9 5", "2 5", "13 4 2 4");
    private static final List<String> LETTERS = List.of("A", "B", "C", "D");
    private static final double NARROW_PLOT = 170;
    private static final double WIDE_PLOT = 270;
    private static final double MARK = 9;

    private final LineChart chart;
    private final Size size;
    private final Scale scale;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final double height;
    private final Svg svg;

    LineDrawing(LineChart chart, Size size) {
        this.chart = chart;
        this.size = size;
        this.scale = Scale.of(Stream.concat(
                chart.lines().stream().flatMap(line -> line.values().stream()),
                chart.extras().targets().stream().map(LineChart.Target::value)), chart.numbers().unit());
        boolean marks = !chart.notes().isEmpty();
        boolean legend = size == Size.NARROW && chart.lines().size() > 1;
        this.left = 8 + scale.ticks().stream()
                .mapToDouble(tick -> Svg.widthOf(chart.numbers().brief(tick), size.font())).max().orElse(0);
        this.right = size.width() - endRoom();
        this.top = (legend ? chart.lines().size() * 20 + 4 : 8) + (marks ? 24 : 6);
        this.bottom = top + (size == Size.NARROW ? NARROW_PLOT : WIDE_PLOT);
        this.height = bottom + size.font() + 12;
        this.svg = Svg.picture(chart.text(), size, height);
    }

    /** Room for what stands at the lines' ends. */
    private double endRoom() {
        if (size == Size.NARROW) {
            return chart.lines().size() > 1 ? 24 : 12;
        }
        double names = chart.lines().stream()
                .mapToDouble(line -> Svg.widthOf(line.name(), size.font())).max().orElse(0);
        return chart.lines().size() > 1 ? Math.min(260, names + 48) : 18;
    }

    String draw() {
        bands();
        grid();
        slotNames();
        targets();
        breaks();
        for (int at = 0; at < chart.lines().size(); at++) {
            line(at);
        }
        if (chart.lines().size() > 1) {
            ends();
        }
        return svg.close();
    }

    private double x(int slot) {
        int slots = chart.slots().size();
        return slots == 1 ? (left + right) / 2 : left + 6 + (right - left - 6) * slot / (slots - 1);
    }

    private double y(BigDecimal value) {
        return bottom - (bottom - top) * scale.share(value);
    }

    private void grid() {
        for (BigDecimal tick : scale.ticks()) {
            svg.shape("path", "class", tick.signum() == 0 ? "c-axis" : "c-grid",
                    "d", "M" + Svg.number(left) + " " + Svg.number(y(tick)) + "H" + Svg.number(right));
            svg.text(chart.numbers().brief(tick), left - 6, y(tick) + size.font() * 0.35,
                    "class", "c-tick", "text-anchor", "end", "font-size", size.font());
        }
    }

    /** As many names as have room; the last one always, because it says how fresh the chart is. */
    private void slotNames() {
        int slots = chart.slots().size();
        double widest = chart.slots().stream()
                .mapToDouble(slot -> Svg.widthOf(slot.brief(), size.font())).max().orElse(1);
        int fit = (int) Math.max(1, (right - left) / (widest + size.font() * 1.4));
        int every = Math.max(1, (int) Math.ceil((double) slots / fit));
        for (int slot = (slots - 1) % every; slot < slots; slot += every) {
            String anchor = slot == slots - 1 && slots > 1 ? "end" : x(slot) - widest / 2 < left ? "start" : "middle";
            double shift = "end".equals(anchor) ? Math.min(size.width() - right, widest / 2) : 0;
            svg.text(chart.slots().get(slot).brief(), x(slot) + shift, bottom + size.font() + 6,
                    "class", "c-tick", "text-anchor", anchor, "font-size", size.font());
        }
    }

    private void bands() {
        int number = 1;
        for (LineChart.Band band : chart.extras().bands()) {
            int from = Math.max(0, band.from());
            int to = Math.min(chart.slots().size() - 1, band.to());
            if (from <= to) {
                double start = Math.max(left, x(from) - 3);
                double end = Math.min(right, x(to) + 3);
                svg.shape("rect", "class", "c-band", "x", start, "y", top, "width", end - start,
                        "height", bottom - top);
                svg.shape("path", "class", "c-band-edge", "stroke-dasharray", "2 3", "d",
                        "M" + Svg.number(start) + " " + Svg.number(top) + "V" + Svg.number(bottom)
                                + "M" + Svg.number(end) + " " + Svg.number(top) + "V" + Svg.number(bottom));
                mark(number, (start + end) / 2);
            }
            number++;
        }
    }

    private void breaks() {
        int number = chart.extras().bands().size() + 1;
        for (LineChart.Break gap : chart.extras().breaks()) {
            if (gap.slot() > 0 && gap.slot() < chart.slots().size()) {
                double at = (x(gap.slot() - 1) + x(gap.slot())) / 2;
                svg.shape("path", "class", "c-break", "stroke-dasharray", "7 4", "d",
                        "M" + Svg.number(at) + " " + Svg.number(top) + "V" + Svg.number(bottom));
                mark(number, at);
            }
            number++;
        }
    }

    /** The number under which the notes tell what stands here. */
    private void mark(int number, double at) {
        double x = Math.clamp(at, MARK + 1, size.width() - MARK - 1);
        svg.shape("circle", "class", "c-mark", "cx", x, "cy", top - 13, "r", MARK);
        svg.text(Integer.toString(number), x, top - 13 + size.font() * 0.35,
                "class", "c-mark-text", "text-anchor", "middle", "font-size", size.font());
    }

    /** Words that stand in the drawing already: from where to where, and on which line. */
    private record Said(double from, double to, double at) {}

    /** Levels with their words; words that would lie on others move aside. */
    private void targets() {
        List<Said> said = new ArrayList<>();
        for (LineChart.Target target : chart.extras().targets()) {
            double at = y(target.value());
            svg.shape("path", "class", "c-target", "stroke-dasharray", "3 4", "d",
                    "M" + Svg.number(left) + " " + Svg.number(at) + "H" + Svg.number(right));
            double below = at - top < size.font() + 6 ? size.font() + 9 : 0;
            String words = chart.lines().size() == 1
                    ? target.brief()
                    : LETTERS.get(target.line()) + " " + target.brief();
            double width = Svg.widthOf(words, size.font());
            Said free = new Said(left + 6, left + 6 + width, at - 5 + below);
            for (Said other : said) {
                if (Math.abs(other.at() - free.at()) < size.font() + 4 && other.to() + 12 > free.from()) {
                    free = new Said(other.to() + 12, other.to() + 12 + width, free.at());
                }
            }
            said.add(free);
            svg.text(words, free.from(), free.at(), "class", "c-target-text", "font-size", size.font());
        }
    }

    private void line(int index) {
        LineChart.Line line = chart.lines().get(index);
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int slot = 0; slot < line.values().size(); slot++) {
            BigDecimal value = line.values().get(slot);
            if (value == null || isBehindBreak(slot)) {
                drawing = false;
            }
            if (value != null) {
                path.append(drawing ? 'L' : 'M').append(Svg.number(x(slot))).append(' ').append(Svg.number(y(value)));
                if (!drawing && isAlone(line, slot)) {
                    svg.shape("circle", "class", "c-dot c-dot-" + (index + 1), "cx", x(slot), "cy", y(value), "r", 3);
                }
                drawing = true;
            }
        }
        if (!path.isEmpty()) {
            svg.shape("path", "class", "c-line c-line-" + (index + 1), "stroke-dasharray", DASHES.get(index),
                    "d", path);
        }
        int last = last(line);
        if (last >= 0 && chart.lines().size() == 1) {
            svg.shape("circle", "class", "c-dot c-dot-1", "cx", x(last), "cy", y(at(line, last)), "r", 5);
        }
    }

    private boolean isBehindBreak(int slot) {
        return chart.extras().breaks().stream().anyMatch(gap -> gap.slot() == slot);
    }

    /** Whether no line leads to or from this value, so that it would not be seen. */
    private boolean isAlone(LineChart.Line line, int slot) {
        boolean goesOn = slot + 1 < line.values().size() && line.values().get(slot + 1) != null
                && !isBehindBreak(slot + 1);
        return !goesOn;
    }

    private static int last(LineChart.Line line) {
        int last = line.values().size() - 1;
        while (last >= 0 && line.values().get(last) == null) {
            last--;
        }
        return last;
    }

    private static BigDecimal at(LineChart.Line line, int slot) {
        BigDecimal value = line.values().get(slot);
        return value == null ? BigDecimal.ZERO : value;
    }

    /** A line's end: which one, and how high. */
    private record End(int index, double height) {}

    /** Letters at the lines' ends, moved apart; on a phone the names stand above the drawing. */
    private void ends() {
        List<End> ends = new ArrayList<>();
        for (int index = 0; index < chart.lines().size(); index++) {
            LineChart.Line line = chart.lines().get(index);
            int last = last(line);
            ends.add(new End(index, last < 0 ? bottom : y(at(line, last))));
            if (size == Size.NARROW) {
                legend(index);
            }
        }
        double gap = size.font() + 5;
        List<End> falling = ends.stream().sorted(Comparator.comparingDouble(End::height)).toList();
        double[] at = new double[falling.size()];
        double free = top;
        for (int place = 0; place < at.length; place++) {
            at[place] = Math.max(falling.get(place).height(), free);
            free = at[place] + gap;
        }
        double room = bottom;
        for (int place = at.length - 1; place >= 0; place--) {
            at[place] = Math.min(at[place], room);
            room = at[place] - gap;
        }
        for (int place = 0; place < at.length; place++) {
            end(falling.get(place), at[place]);
        }
    }

    private void end(End end, double at) {
        LineChart.Line line = chart.lines().get(end.index());
        int last = last(line);
        if (last >= 0) {
            svg.shape("circle", "class", "c-dot c-dot-" + (end.index() + 1), "cx", x(last), "cy", end.height(),
                    "r", 4);
        }
        String name = size == Size.NARROW ? LETTERS.get(end.index())
                : LETTERS.get(end.index()) + " " + fit(line.name(), size.width() - right - 30);
        svg.text(name, right + 9, at + size.font() * 0.35,
                "class", "c-name c-name-" + (end.index() + 1), "font-size", size.font());
    }

    private void legend(int index) {
        double at = 14 + index * 20;
        svg.shape("path", "class", "c-line c-line-" + (index + 1), "stroke-dasharray", DASHES.get(index),
                "d", "M2 " + Svg.number(at - 4) + "H38");
        svg.text(LETTERS.get(index) + " " + fit(chart.lines().get(index).name(), size.width() - 66), 46, at,
                "class", "c-name", "font-size", size.font());
    }

    private String fit(String words, double room) {
        int signs = (int) (room / Svg.widthOf("n", size.font()));
        return words.length() <= signs ? words : words.substring(0, Math.max(1, signs - 1)).strip() + "…";
    }
}
