package vn.phopay.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Holds the categories against the rules, alone and together with the places. Places and categories cut across each
 * other, so their groups would be too fine to ask that each be safe. Instead it is proved that the two tables together
 * do not say more: money can be moved between categories inside one group of areas and back inside another, so that
 * every published sum stays as it is while the shop that is looked for has {@link SafetyRules#P_PERCENT} % more. The
 * proof is in {@code DISCLOSURE.md}.
 */
final class CategoryCheck {
    /** So many that, without the shop that looks and the one that is looked for, one is left to move money to. */
    private static final int SHOPS_TO_MOVE_TO = 3;

    private final CityMap city;
    private final List<Table> tables;

    CategoryCheck(CityMap city, List<Table> tables) {
        this.city = city;
        this.tables = tables;
    }

    /** The category to withhold next because it, or all withheld ones together, break a rule. */
    Optional<Withholding> nextAlone(IntPredicate published) {
        Families families = Families.of(city, published);
        if (families.categories.isEmpty()) {
            return Optional.empty();
        }
        for (Table table : tables) {
            Sums sums = Sums.of(table, tables.getFirst(), families.familyOfArea, families.count());
            for (int family = 0; family < families.count(); family++) {
                if (sums.unsafe(family)) {
                    int category = families.isRest(family)
                            ? toJoin(families, sums)
                            : families.categories.get(family);
                    return Optional.of(new Withholding(category, reason(table)));
                }
            }
        }
        return Optional.empty();
    }

    /** The smallest category that makes the rest safe, else the largest. */
    private static int toJoin(Families families, Sums sums) {
        Comparator<Integer> byTotal = Comparator.comparingLong((Integer family) -> sums.ofTable()[family].total());
        List<Integer> all = IntStream.range(0, families.rest()).boxed().toList();
        int chosen = all.stream()
                .filter(family -> !sums.unsafe(families.rest(), family))
                .min(byTotal)
                .orElseGet(() -> all.stream().max(byTotal).orElseThrow());
        return families.categories.get(chosen);
    }

    /** The category to withhold next because places and categories together could say more than each. */
    Optional<Withholding> nextTogether(Groups groups, IntPredicate published) {
        Families families = Families.of(city, published);
        if (families.categories.isEmpty() || groups.count() == 1) {
            return Optional.empty();
        }
        for (Table table : tables) {
            Exchange exchange = new Exchange(groups, families, table, tables.getFirst());
            for (int pair = 0; pair < families.count() * families.count(); pair++) {
                int from = pair / families.count();
                int to = pair % families.count();
                if (from != to && !exchange.possible(from, to)) {
                    return Optional.of(new Withholding(exchange.smaller(from, to), reason(table)));
                }
            }
        }
        return Optional.empty();
    }

    private static Reason reason(Table table) {
        return table.corrections() ? Reason.REVISION : Reason.SECONDARY;
    }

    /**
     * The published categories, and last the rest of the city.
     *
     * @param familyOfArea the one family of each area, in a list of one
     */
    private record Families(List<Integer> categories, int[][] familyOfArea) {
        static Families of(CityMap city, IntPredicate published) {
            List<Integer> categories = new ArrayList<>();
            for (int scope = 0; scope < city.scopes().size(); scope++) {
                if (city.scopes().get(scope).level() == Level.CATEGORY && published.test(scope)) {
                    categories.add(scope);
                }
            }
            int[][] familyOfArea = new int[city.areas()][];
            for (int area = 0; area < familyOfArea.length; area++) {
                int family = categories.indexOf(city.categoryOf(area));
                familyOfArea[area] = new int[] {family < 0 ? categories.size() : family};
            }
            return new Families(categories, familyOfArea);
        }

        int rest() {
            return categories.size();
        }

        boolean isRest(int family) {
            return family == rest();
        }

        int count() {
            return categories.size() + 1;
        }
    }

    /** How much money can be moved from one category to another inside groups, and how much may have to be. */
    private static final class Exchange {
        private final Families families;
        private final int groups;
        private final Concentration[] cells;
        private final Sums ofGroup;
        private final Sums ofFamily;

        Exchange(Groups places, Families families, Table table, Table values) {
            this.families = families;
            this.groups = places.count();
            int[][] cellOfArea = new int[families.familyOfArea.length][];
            Arrays.setAll(cellOfArea, area ->
                    new int[] {places.groupOfArea()[area][0] * families.count() + families.familyOfArea[area][0]});
            this.cells = table.spread(cellOfArea, groups * families.count());
            this.ofGroup = Sums.of(table, values, places.groupOfArea(), groups);
            this.ofFamily = Sums.of(table, values, families.familyOfArea, families.count());
        }

        boolean possible(int from, int to) {
            if (!ofFamily.touched()[from] || !ofFamily.touched()[to]) {
                return true;
            }
            long needed = SafetyRules.margin(ofFamily.ofValues()[from].largest());
            long movable = 0;
            for (int group = 0; group < groups && movable < needed; group++) {
                if (cell(group, to).shops() >= SHOPS_TO_MOVE_TO) {
                    Concentration cell = cell(group, from);
                    long reserved = SafetyRules.margin(ofGroup.ofValues()[group].largest());
                    movable += Math.max(0, cell.total() - cell.largest() - cell.second() - reserved);
                }
            }
            return movable >= needed;
        }

        private Concentration cell(int group, int family) {
            return cells[group * families.count() + family];
        }

        int smaller(int one, int other) {
            Concentration[] sums = ofFamily.ofTable();
            boolean first = families.isRest(other)
                    || (!families.isRest(one) && sums[one].total() <= sums[other].total());
            return families.categories.get(first ? one : other);
        }
    }
}
