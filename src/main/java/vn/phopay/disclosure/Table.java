package vn.phopay.disclosure;

import java.util.HashMap;
import java.util.Map;

/**
 * One number for each merchant in each area, by merchant: this revision's values, or their differences to an earlier
 * revision's.
 *
 * @param difference whether the values are differences, of either sign
 */
record Table(SafetyRules rules, boolean difference, int[] merchants, int[] areas, long[] values) {

    static Table of(CityMap city, MonthCells cells, FigureClass figures) {
        Map<Long, Long> sums = new HashMap<>();
        for (Contribution one : cells.contributions()) {
            add(sums, city, one, figures.measure(one));
        }
        return of(city, sums, new TableKind(figures.rules(), false));
    }

    static Table difference(CityMap city, MonthCells before, MonthCells now, FigureClass figures) {
        Map<Long, Long> sums = new HashMap<>();
        for (Contribution one : now.contributions()) {
            add(sums, city, one, figures.change(one));
        }
        for (Contribution one : before.contributions()) {
            add(sums, city, one, -figures.change(one));
        }
        return of(city, sums, new TableKind(figures.rules(), true));
    }

    /** The same numbers under other rules. */
    Table under(SafetyRules other) {
        return new Table(other, difference, merchants, areas, values);
    }

    private record TableKind(SafetyRules rules, boolean difference) {}

    private static void add(Map<Long, Long> sums, CityMap city, Contribution one, long value) {
        if (value != 0) {
            long merchant = city.indexOfMerchant(one.merchant());
            sums.merge(merchant * city.areas() + city.indexOf(one.area()), value, Long::sum);
        }
    }

    private static Table of(CityMap city, Map<Long, Long> sums, TableKind kind) {
        long[] keys = sums.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        int[] merchants = new int[keys.length];
        int[] areas = new int[keys.length];
        long[] values = new long[keys.length];
        for (int i = 0; i < keys.length; i++) {
            merchants[i] = Math.toIntExact(keys[i] / city.areas());
            areas[i] = Math.toIntExact(keys[i] % city.areas());
            values[i] = sums.get(keys[i]);
        }
        return new Table(kind.rules, kind.difference, merchants, areas, values);
    }

    /**
     * How the values spread over the shops of each group; a merchant's areas in one group are one shop.
     *
     * @param groupsOfArea the groups that each area belongs to
     * @param groups how many groups there are
     */
    Concentration[] spread(int[][] groupsOfArea, int groups) {
        Spreading spreading = new Spreading(groups);
        for (int from = 0; from < merchants.length; ) {
            int to = from;
            while (to < merchants.length && merchants[to] == merchants[from]) {
                for (int group : groupsOfArea[areas[to]]) {
                    spreading.add(group, values[to]);
                }
                to++;
            }
            spreading.endMerchant();
            from = to;
        }
        return spreading.result();
    }

    /** Adds up one merchant after the other. */
    private static final class Spreading {
        private final long[] total;
        private final long[] shops;
        private final long[] largest;
        private final long[] second;
        private final long[] own;
        private final boolean[] touched;
        private final int[] touchedGroups;
        private int touchedCount;

        Spreading(int groups) {
            total = new long[groups];
            shops = new long[groups];
            largest = new long[groups];
            second = new long[groups];
            own = new long[groups];
            touched = new boolean[groups];
            touchedGroups = new int[groups];
        }

        void add(int group, long value) {
            own[group] += value;
            if (!touched[group]) {
                touched[group] = true;
                touchedGroups[touchedCount++] = group;
            }
        }

        void endMerchant() {
            for (int i = 0; i < touchedCount; i++) {
                int group = touchedGroups[i];
                count(group, Math.abs(own[group]));
                own[group] = 0;
                touched[group] = false;
            }
            touchedCount = 0;
        }

        private void count(int group, long value) {
            if (value == 0) {
                return;
            }
            total[group] += value;
            shops[group]++;
            if (value > largest[group]) {
                second[group] = largest[group];
                largest[group] = value;
            } else if (value > second[group]) {
                second[group] = value;
            }
        }

        Concentration[] result() {
            Concentration[] result = new Concentration[total.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = new Concentration(total[i], shops[i], largest[i], second[i]);
            }
            return result;
        }
    }
}
