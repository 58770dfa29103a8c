package vn.phopay.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A line in the size of a word: where it goes between its least and its highest value, without axes. From where to
 * where stands in words beside it.
 *
 * @param text what is said about it
 * @param numbers what it counts
 * @param values from left to right; null where one is not known
 */
public record Sparkline(ChartText text, Numbers numbers, List<@Nullable BigDecimal> values) implements Chart {
    private static final double HEIGHT = 44;
    private static final double EDGE = 6;

    /** Copies {@code values}. */
    public Sparkline {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Whether there is a line to draw: at least two values. */
    public boolean isShown() {
        return values.stream().filter(Objects::nonNull).count() > 1;
    }

    private DoubleStream known() {
        return values.stream().filter(Objects::nonNull).mapToDouble(BigDecimal::doubleValue);
    }

    @Override
    public String svg(Size size) {
        Svg svg = Svg.picture(text, size, HEIGHT);
        double least = known().min().orElse(0);
        double most = known().max().orElse(1);
        double span = Math.max(most - least, Math.max(Math.abs(most) / 20, 0.0001));
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        double lastX = 0;
        double lastY = 0;
        for (int at = 0; at < values.size(); at++) {
            BigDecimal value = values.get(at);
            if (value != null) {
                lastX = EDGE + (size.width() - 2 * EDGE) * at / Math.max(1, values.size() - 1);
                lastY = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value.doubleValue() - least) / span;
                path.append(drawing ? 'L' : 'M').append(Svg.number(lastX)).append(' ').append(Svg.number(lastY));
            }
            drawing = value != null;
        }
        if (!path.isEmpty()) {
            svg.shape("path", "class", "c-line c-line-1", "d", path);
            svg.shape("circle", "class", "c-dot c-dot-1", "cx", lastX, "cy", lastY, "r", 4);
        }
        return svg.close();
    }
}
