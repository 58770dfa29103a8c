package vn.phopay.disclosure;

import java.util.Arrays;
import java.util.List;

/**
 * What can be worked out by hand: each sum bounds its parts, which bound each other, until nothing changes; sums that
 * lie inside one another are subtracted first. Weaker than the linear programme, and much quicker.
 */
final class IntervalAttack {
    private static final int ROUNDS_MAX = 30;
    private final double[] least;
    private final double[] most;
    private final List<Knowledge.Sum> sums;

    IntervalAttack(Knowledge knowledge) {
        this.least = new double[knowledge.unknowns()];
        this.most = new double[knowledge.unknowns()];
        this.sums = Differences.closed(knowledge.sums());
        Arrays.fill(most, Double.POSITIVE_INFINITY);
        boolean moved = true;
        for (int round = 0; round < ROUNDS_MAX && moved; round++) {
            moved = false;
            for (Knowledge.Sum sum : sums) {
                moved |= tighten(sum);
            }
        }
    }

    private boolean tighten(Knowledge.Sum sum) {
        double allLeast = 0;
        double allMost = 0;
        for (int unknown : sum.unknowns()) {
            allLeast += least[unknown];
            allMost += most[unknown];
        }
        boolean moved = false;
        for (int unknown : sum.unknowns()) {
            double high = sum.total() - (allLeast - least[unknown]);
            double low = Double.isInfinite(allMost) ? 0 : sum.total() - (allMost - most[unknown]);
            if (high < most[unknown] - 1) {
                most[unknown] = high;
                moved = true;
            }
            if (low > least[unknown] + 1) {
                least[unknown] = low;
                moved = true;
            }
            if (moved) {
                return true;
            }
        }
        return false;
    }

    /** An upper bound of some unknowns together. */
    double most(List<Integer> unknowns) {
        double together = unknowns.stream().mapToDouble(unknown -> most[unknown]).sum();
        for (Knowledge.Sum sum : sums) {
            if (sum.unknowns().containsAll(unknowns)) {
                double others = sum.unknowns().stream()
                        .filter(unknown -> !unknowns.contains(unknown))
                        .mapToDouble(unknown -> least[unknown])
                        .sum();
                together = Math.min(together, sum.total() - others);
            }
        }
        return together;
    }
}
