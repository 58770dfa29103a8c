package vn.phopay.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The areas, put together where no published place tells them apart: the finest sums that adding and subtracting the
 * published tables of places can give.
 *
 * @param signatures of each group, the published places it lies in
 * @param groupOfArea the one group of each area, in a list of one
 */
record Groups(List<Set<Integer>> signatures, int[][] groupOfArea, Map<Set<Integer>, Integer> signatureToGroup) {

    static Groups of(CityMap city, IntPredicate published) {
        List<Set<Integer>> signatures = new ArrayList<>();
        Map<Set<Integer>, Integer> signatureToGroup = new HashMap<>();
        int[][] groupOfArea = new int[city.areas()][];
        for (int area = 0; area < groupOfArea.length; area++) {
            Set<Integer> signature = new HashSet<>();
            for (int place : city.placesOf(area)) {
                if (published.test(place)) {
                    signature.add(place);
                }
            }
            Integer group = signatureToGroup.putIfAbsent(signature, signatures.size());
            groupOfArea[area] = new int[] {group == null ? signatures.size() : group};
            if (group == null) {
                signatures.add(signature);
            }
        }
        return new Groups(signatures, groupOfArea, signatureToGroup);
    }

    int count() {
        return signatures.size();
    }

    /** The group that differs from {@code group} in exactly the one place; -1 if there is none. */
    int neighbour(int group, int place) {
        Set<Integer> signature = new HashSet<>(signatures.get(group));
        if (!signature.remove(place)) {
            signature.add(place);
        }
        return signatureToGroup.getOrDefault(signature, -1);
    }

    /** Every place that makes the only difference between {@code group} and some other group, or that it lies in. */
    Set<Integer> candidates(int group) {
        Set<Integer> own = signatures.get(group);
        Set<Integer> candidates = new HashSet<>(own);
        for (Set<Integer> other : signatures) {
            if (other.size() == own.size() + 1 && other.containsAll(own)) {
                other.stream().filter(place -> !own.contains(place)).forEach(candidates::add);
            }
        }
        return candidates;
    }
}
