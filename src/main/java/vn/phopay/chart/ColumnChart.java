package vn.phopay.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Standing columns side by side, such as the last minutes; the last one stands out, and the first and last have their
 * names below. The highest has its value above it.
 *
 * @param text what is said about it
 * @param numbers how values are written
 * @param columns from left to right
 */
public record ColumnChart(ChartText text, Numbers numbers, List<Column> columns) implements Chart {
    private static final double GAP = 5;

    /** Copies {@code columns}. */
    public ColumnChart {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param name of what
     * @param value how high; null where it is not known
     */
    public record Column(String name, @Nullable BigDecimal value) {}

    @Override
    public String svg(Size size) {
        double plot = size == Size.NARROW ? 90 : 190;
        double top = size.font() + 8;
        double bottom = top + plot;
        Svg svg = Svg.picture(text, size, bottom + size.font() + 12);
        double highest = Math.max(1, columns.stream().map(Column::value).filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue).max().orElse(1));
        double width = size.width() / (double) Math.max(1, columns.size());
        boolean told = false;
        for (int at = 0; at < columns.size(); at++) {
            BigDecimal value = columns.get(at).value();
            if (value != null) {
                double height = plot * value.doubleValue() / highest;
                svg.shape("rect", "class", at == columns.size() - 1 ? "c-bar c-bar-strong" : "c-bar",
                        "x", at * width + GAP / 2, "y", bottom - height, "width", width - GAP, "height", height);
                if (!told && value.signum() > 0 && value.doubleValue() == highest) {
                    double x = Math.clamp((at + 0.5) * width, 20, size.width() - 20);
                    svg.text(numbers.brief(value), x, bottom - height - 6, "class", "c-value",
                            "text-anchor", "middle", "font-size", size.font());
                    told = true;
                }
            }
        }
        svg.shape("path", "class", "c-axis", "d", "M0 " + Svg.number(bottom) + "H" + size.width());
        if (!columns.isEmpty()) {
            double below = bottom + size.font() + 6;
            svg.text(columns.getFirst().name(), 2, below, "class", "c-tick", "font-size", size.font());
            svg.text(columns.getLast().name(), size.width() - 2, below, "class", "c-tick",
                    "text-anchor", "end", "font-size", size.font());
        }
        return svg.close();
    }
}
