package vn.phopay.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** Quantiles of sketches against those of the values themselves, merged or not. */
final class ValueSketchTest {
    private static final List<Double> RANKS = List.of(0.25, 0.5, 0.75, 0.9, 0.95);
    private static final double RANK_ERROR = 0.02;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private List<Long> values(int count, LongUnaryOperator amount) {
        List<Long> values = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            values.add(amount.applyAsLong(number));
        }
        values.sort(Long::compare);
        return values;
    }

    private static ValueSketch sketch(List<Long> values) {
        ValueSketch sketch = new ValueSketch();
        values.forEach(value -> sketch.add(value, 1));
        return sketch;
    }

    /** The rank told may be off by two in a hundred of the values, and one value. */
    private void hold(ValueSketch sketch, List<Long> values) {
        double slack = RANK_ERROR + 1.0 / values.size();
        for (double rank : RANKS) {
            long told = sketch.quantile(rank).orElseThrow();
            double below = values.stream().filter(value -> value < told).count() / (double) values.size();
            double upTo = values.stream().filter(value -> value <= told).count() / (double) values.size();
            assertTrue(below <= rank + slack && upTo >= rank - slack,
                    "seed " + seed + ": " + told + " is told for " + rank + ", ranks " + below + " to " + upTo);
        }
    }

    private List<LongUnaryOperator> shapes() {
        return List.of(
                number -> 1_000L * (1 + random.nextInt(500)),
                number -> Math.round(Math.exp(random.nextGaussian() * 1.5 + 11)),
                number -> random.nextInt(3) > 0 ? 50_000L : 1 + random.nextInt(2_000_000),
                number -> random.nextInt(100) == 0 ? 9_999_999_999_999L : 35_000L + number % 7);
    }

    @Test
    void quantilesShouldHoldTheStatedErrorWhateverTheShapeAndSize() {
        for (LongUnaryOperator shape : shapes()) {
            for (int count : new int[] {1, 2, 3, 10, 99, 1_000, 50_000}) {
                List<Long> values = values(count, shape);
                hold(sketch(values), values);
            }
        }
    }

    @Test
    void quantilesShouldHoldTheStatedErrorWhenThirtyOneDaysAreMerged() {
        for (LongUnaryOperator shape : shapes()) {
            List<Long> all = new ArrayList<>();
            ValueSketch month = new ValueSketch();
            for (int day = 0; day < 31; day++) {
                List<Long> values = values(1 + random.nextInt(2_000), shape);
                all.addAll(values);
                month.merge(ValueSketch.of(sketch(values).bytes()));
            }
            all.sort(Long::compare);
            hold(month, all);
        }
    }

    @Test
    void sameValuesShouldGiveTheSameBytes() {
        List<Long> values = values(20_000, number -> 1 + random.nextInt(1_000_000));

        assertArrayEquals(sketch(values).bytes().getBytes(), sketch(values).bytes().getBytes());
        ValueSketch kept = ValueSketch.of(sketch(values).bytes());
        assertArrayEquals(sketch(values).bytes().getBytes(), kept.bytes().getBytes());
    }

    @Test
    void countedValuesShouldBeAsGoodAsSingleOnes() {
        ValueSketch counted = new ValueSketch();
        counted.add(20_000, 3);
        counted.add(50_000, 1);

        assertArrayEquals(
                sketch(List.of(20_000L, 20_000L, 20_000L, 50_000L)).bytes().getBytes(), counted.bytes().getBytes());
        assertEquals(OptionalLong.of(20_000), counted.quantile(0.5));
    }

    @Test
    void nothingShouldHaveNoQuantile() {
        assertEquals(OptionalLong.empty(), new ValueSketch().quantile(0.5));
    }
}
