package vn.phopay.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.phopay.metric.Unit;

/**
 * A value axis from 0, or from below where values are negative, to a round value at or above the highest.
 *
 * @param from its lower end
 * @param to its upper end
 * @param step between two of its ticks
 */
record Scale(double from, double to, double step) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final double STEPS = 4;

    /** The axis for these values; nulls are not known. Whole numbers get whole ticks. */
    static Scale of(Stream<? extends @Nullable BigDecimal> values, Unit unit) {
        List<Double> known = values.filter(Objects::nonNull).map(BigDecimal::doubleValue).toList();
        double highest = known.stream().mapToDouble(value -> value).max().orElse(1);
        double lowest = Math.min(0, known.stream().mapToDouble(value -> value).min().orElse(0));
        double least = unit == Unit.RATE ? 0.01 : 1;
        double span = Math.max(Math.max(highest, 0) - lowest, least);
        double step = step(span / STEPS, unit == Unit.RATE ? 0.0025 : 1);
        return new Scale(Math.floor(lowest / step) * step, Math.max(1, Math.ceil(highest / step - 1e-9)) * step, step);
    }

    private static double step(double atLeast, double smallest) {
        double magnitude = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double round : ROUND) {
            double step = round * magnitude;
            if (step >= atLeast - 1e-12 && step >= smallest && (smallest < 1 || step == Math.rint(step))) {
                return step;
            }
        }
        return Math.max(smallest, 10 * magnitude);
    }

    /** Its ticks, from below. */
    List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        int count = (int) Math.round((to - from) / step);
        for (int at = 0; at <= count; at++) {
            ticks.add(BigDecimal.valueOf(from).add(BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(at))));
        }
        return ticks;
    }

    /** Where {@code value} lies, 0 at the lower end and 1 at the upper. */
    double share(BigDecimal value) {
        return (value.doubleValue() - from) / (to - from);
    }
}
