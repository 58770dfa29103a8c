package vn.phopay.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that subtracting one known sum from another that holds all of it can give, over and over. */
final class Differences {
    private static final int SUMS_MAX = 120;
    private final Map<BitSet, Double> sums = new HashMap<>();
    private final List<BitSet> order = new ArrayList<>();

    private Differences() {}

    static List<Knowledge.Sum> closed(List<Knowledge.Sum> known) {
        Differences differences = new Differences();
        for (Knowledge.Sum sum : known) {
            BitSet unknowns = new BitSet();
            sum.unknowns().forEach(unknowns::set);
            differences.add(unknowns, sum.total());
        }
        return differences.close();
    }

    private List<Knowledge.Sum> close() {
        for (int i = 0; i < order.size() && order.size() < SUMS_MAX; i++) {
            for (int j = 0; j < i; j++) {
                subtract(order.get(i), order.get(j));
                subtract(order.get(j), order.get(i));
            }
        }
        return order.stream()
                .map(set -> new Knowledge.Sum(set.stream().boxed().toList(), sums.get(set)))
                .toList();
    }

    private void subtract(BitSet whole, BitSet part) {
        BitSet outside = (BitSet) part.clone();
        outside.andNot(whole);
        if (outside.isEmpty() && !whole.equals(part)) {
            BitSet rest = (BitSet) whole.clone();
            rest.andNot(part);
            add(rest, sums.get(whole) - sums.get(part));
        }
    }

    private void add(BitSet unknowns, double total) {
        if (!unknowns.isEmpty() && sums.putIfAbsent(unknowns, total) == null) {
            order.add(unknowns);
        }
    }
}
