package vn.phopay.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lying bars, from the top down in the order given; beside each its name and its value, and where a target is set, a
 * mark where it would end. A value that is not known has words in place of a bar.
 *
 * @param text what is said about it
 * @param numbers how values are written
 * @param bars the bars
 * @param missing what stands where a value is not known
 */
public record BarChart(ChartText text, Numbers numbers, List<Bar> bars, String missing) implements Chart {
    private static final double ROW_NARROW = 44;
    private static final double ROW_WIDE = 32;

    /** Copies {@code bars}. */
    public BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param name of what
     * @param value how long; null where it is not known
     * @param target where a mark is set; null for none
     * @param strong whether it stands out
     */
    public record Bar(String name, @Nullable BigDecimal value, @Nullable BigDecimal target, boolean strong) {
        /** A plain bar. */
        public static Bar of(String name, @Nullable BigDecimal value) {
            return new Bar(name, value, null, false);
        }
    }

    @Override
    public String svg(Size size) {
        double row = size == Size.NARROW ? ROW_NARROW : ROW_WIDE;
        Svg svg = Svg.picture(text, size, bars.size() * row + 4);
        double longest = Math.max(Double.MIN_NORMAL, bars.stream()
                .flatMap(bar -> Stream.<@Nullable BigDecimal>of(bar.value(), bar.target()))
                .filter(Objects::nonNull).mapToDouble(BigDecimal::doubleValue).max().orElse(1));
        Scale scale = new Scale(0, longest, longest);
        for (int at = 0; at < bars.size(); at++) {
            draw(svg, size, scale, at);
        }
        return svg.close();
    }

    private void draw(Svg svg, Size size, Scale scale, int at) {
        Bar bar = bars.get(at);
        boolean narrow = size == Size.NARROW;
        double top = at * (narrow ? ROW_NARROW : ROW_WIDE);
        double valueRoom = bars.stream()
                .mapToDouble(other -> Svg.widthOf(numbers.text(other.value(), missing), size.font())).max().orElse(0);
        double left = narrow ? 0 : nameRoom(size);
        double room = size.width() - left - valueRoom - 12;
        double bottom = top + (narrow ? 38 : 25);
        double thick = narrow ? 16 : 18;
        svg.text(bar.name(), narrow ? 0 : left - 10, narrow ? top + 16 : bottom - 4,
                "class", "c-name", "text-anchor", narrow ? "start" : "end", "font-size", size.font());
        BigDecimal value = bar.value();
        double length = value == null ? 0 : Math.max(0, scale.share(value)) * room;
        svg.shape("path", "class", "c-axis", "d", "M" + Svg.number(left + 0.5) + " " + Svg.number(bottom - thick - 3)
                + "V" + Svg.number(bottom + 3));
        svg.shape("rect", "class", bar.strong() ? "c-bar c-bar-strong" : "c-bar", "x", left, "y", bottom - thick,
                "width", length, "height", thick, "rx", 2);
        BigDecimal target = bar.target();
        double end = length;
        if (target != null) {
            double mark = left + scale.share(target) * room;
            svg.shape("path", "class", "c-goal", "d", "M" + Svg.number(mark) + " " + Svg.number(bottom - thick - 4)
                    + "V" + Svg.number(bottom + 4));
            end = Math.max(length, mark - left);
        }
        svg.text(numbers.text(value, missing), left + end + 8, bottom - thick / 2 + size.font() * 0.35,
                "class", value == null ? "c-tick" : "c-value", "font-size", size.font());
    }

    private double nameRoom(Size size) {
        return 14 + Math.min(300, bars.stream().mapToDouble(bar -> Svg.widthOf(bar.name(), size.font())).max()
                .orElse(0));
    }
}
