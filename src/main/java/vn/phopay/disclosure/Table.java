package vn.phopay.disclosure;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * One number for each merchant in each area, by merchant: this revision's values, all of them or only those that an
 * earlier revision told otherwise.
 *
 * @param corrections whether rows are only those that were corrected since an earlier revision; they may be 0
 */
record Table(SafetyRules rules, boolean corrections, int[] merchants, int[] areas, long[] values) {

    static Table of(CityMap city, MonthCells cells, FigureClass figures) {
        return of(city, new TreeMap<>(sums(city, cells, figures::measure)), new Kind(figures.rules(), false));
    }

    static Table corrections(CityMap city, MonthCells before, MonthCells now, FigureClass figures) {
        Map<Long, Long> was = sums(city, before, figures::change);
        Map<Long, Long> is = sums(city, now, figures::change);
        Map<Long, Long> measured = sums(city, now, figures::measure);
        SortedMap<Long, Long> corrected = new TreeMap<>();
        Stream.concat(was.keySet().stream(), is.keySet().stream())
                .filter(key -> !was.getOrDefault(key, 0L).equals(is.getOrDefault(key, 0L)))
                .forEach(key -> corrected.put(key, measured.getOrDefault(key, 0L)));
        return of(city, corrected, new Kind(figures.rules(), true));
    }

    /** The same numbers under other rules. */
    Table under(SafetyRules other) {
        return new Table(other, corrections, merchants, areas, values);
    }

    private record Kind(SafetyRules rules, boolean corrections) {}

    private static Map<Long, Long> sums(CityMap city, MonthCells cells, ToLongFunction<Contribution> measure) {
        Map<Long, Long> sums = new HashMap<>();
        for (Contribution one : cells.contributions()) {
            long value = measure.applyAsLong(one);
            if (value != 0) {
                long merchant = city.indexOfMerchant(one.merchant());
                sums.merge(merchant * city.areas() + city.indexOf(one.area()), value, Long::sum);
            }
        }
        return sums;
    }

    private static Table of(CityMap city, SortedMap<Long, Long> sums, Kind kind) {
        int[] merchants = new int[sums.size()];
        int[] areas = new int[sums.size()];
        long[] values = new long[sums.size()];
        int row = 0;
        for (Map.Entry<Long, Long> sum : sums.entrySet()) {
            merchants[row] = Math.toIntExact(sum.getKey() / city.areas());
            areas[row] = Math.toIntExact(sum.getKey() % city.areas());
            values[row++] = sum.getValue();
        }
        return new Table(kind.rules, kind.corrections, merchants, areas, values);
    }

    /** The groups in which any area has a row. */
    boolean[] touched(int[][] groupsOfArea, int groups) {
        boolean[] touched = new boolean[groups];
        for (int area : areas) {
            for (int group : groupsOfArea[area]) {
                touched[group] = true;
            }
        }
        return touched;
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
                count(group, own[group]);
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
