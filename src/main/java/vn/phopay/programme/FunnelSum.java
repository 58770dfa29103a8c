package vn.phopay.programme;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.phopay.programme.Funnel.Step;

/** Funnels added up: their counts, and the median of the hours of all together. Not safe for several threads. */
final class FunnelSum {
    private static final int HOUR_DECIMALS = 1;
    /** The two in the middle are added up, so their sum is divided by two hours. */
    private static final BigDecimal TWO_HOURS_S = BigDecimal.valueOf(2 * 3_600);

    private final Map<Step, List<Integer[]>> stepToSeconds = new EnumMap<>(Step.class);
    private List<Long> reached = Collections.nCopies(Step.values().length, 0L);

    /** Adds how many reached each step. */
    void add(List<Long> counts) {
        reached = added(reached, counts);
    }

    /** Adds the seconds from the step before to {@code step} of everybody who has both. */
    void add(Step step, Integer[] seconds) {
        stepToSeconds.computeIfAbsent(step, first -> new ArrayList<>()).add(seconds);
    }

    Funnel funnel() {
        return new Funnel(
                reached, Arrays.stream(Step.values()).map(this::medianHours).toList());
    }

    /** One funnel's counts and another's. */
    static List<Long> added(List<Long> one, List<Long> other) {
        return IntStream.range(0, one.size())
                .mapToObj(step -> one.get(step) + other.get(step))
                .toList();
    }

    private Optional<BigDecimal> medianHours(Step step) {
        int[] seconds = stepToSeconds.getOrDefault(step, List.of()).stream()
                .flatMap(Arrays::stream)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        if (seconds.length == 0) {
            return Optional.empty();
        }
        long middle = (long) seconds[(seconds.length - 1) / 2] + seconds[seconds.length / 2];
        return Optional.of(BigDecimal.valueOf(middle).divide(TWO_HOURS_S, HOUR_DECIMALS, RoundingMode.HALF_UP));
    }
}
