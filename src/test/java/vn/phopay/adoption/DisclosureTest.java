package vn.phopay.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What outsiders may see, held against an attacker who adds and subtracts everything that is published. */
final class DisclosureTest {
    private static final long MIN = 5;
    private final Disclosure disclosure = new Disclosure((int) MIN);

    @Test
    void withheldShouldNameDistrictWhenItHasFourOutletsAndNotWhenItHasFiveOrNone() {
        Withheld withheld = disclosure.withheld(List.of(district("d4", 4), district("d5", 5), district("d0", 0)));

        assertEquals(Set.of("d4"), withheld.placeIds());
    }

    @Test
    void withheldShouldNameSecondWardWhenTheFirstCouldBeSubtracted() {
        Withheld withheld = disclosure.withheld(
                List.of(ward("d", "small", 2), ward("d", "middle", 6), ward("d", "large", 20)));

        assertEquals(Set.of("small", "middle"), withheld.placeIds());
    }

    @Test
    void withheldShouldNameNoWardWhenTheRestOfTheDistrictIsLargeEnough() {
        Withheld withheld = disclosure.withheld(List.of(ward("d", "w", 6), ward("d", Cell.NONE, 5)));

        assertEquals(Set.of(), withheld.placeIds());
    }

    @Test
    void withheldShouldNameWardWhenItsPartInAnotherDistrictIsSmall() {
        Withheld withheld = disclosure.withheld(
                List.of(ward("d1", "w", 50), ward("d2", "w", 1), ward("d1", Cell.NONE, 9), ward("d2", Cell.NONE, 9)));

        assertEquals(Set.of("w"), withheld.placeIds());
    }

    @Test
    void withheldShouldNameStreetWhenTheRestOfItsWardIsSmall() {
        Withheld withheld = disclosure.withheld(List.of(new Cell("d", "w", "s", 9), new Cell("d", "w", Cell.NONE, 3)));

        assertEquals(Set.of("s"), withheld.placeIds());
    }

    @Test
    void withheldOnAnyShouldNameDistrictWhenOneDayOfTheRangeIsSmall() {
        Withheld withheld = disclosure.withheldOnAny(
                List.of(List.of(district("d", 9)), List.of(district("d", 4)), List.of(district("d", 9))));

        assertTrue(withheld.has("d"));
    }

    @Test
    void withholdsCityShouldHideTotalWhenHiddenDistrictsAreFewTogether() {
        List<Cell> one = List.of(district("a", 4), district("b", 90));
        List<Cell> two = List.of(district("a", 4), district("b", 90), district("c", 3));

        assertTrue(disclosure.withholdsCity(one, Set.of()));
        assertFalse(disclosure.withholdsCity(two, Set.of()));
        assertTrue(disclosure.withholdsCity(two, Set.of("c")), "who knows c could work out a");
        assertFalse(disclosure.withholdsCity(one, Set.of("a")));
    }

    /**
     * The attacker knows every published figure of one day as a sum of unknown cells, and asks of every group of cells
     * of 1 to 4 outlets whether its figure is a linear combination of those. That covers parent minus children at all
     * depths, streets minus wards, and everything else that adding and subtracting can do.
     */
    @Test
    void withheldShouldLeaveNoSmallGroupSolvableWhenTablesAreRandom() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int published = 0;
        for (int round = 0; round < 3_000; round++) {
            List<Cell> cells = randomDay(random);
            List<boolean[]> known = known(cells, disclosure.withheld(cells));
            published += known.size();
            assertSmallGroupsUnsolvable(cells, known, "seed " + seed + " round " + round + " " + cells);
        }
        assertTrue(published > 3_000, "most tables must leave something to attack");
    }

    /** Ranges add days up, so the attacker of ranges must gain nothing that single published days would not tell. */
    @Test
    void withheldOnAnyShouldPublishOnlyDaysThatAreEachPublishedWhenRangesOverlap() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<List<Cell>> days = List.of(randomDay(random), randomDay(random), randomDay(random));
            Withheld whole = disclosure.withheldOnAny(days);
            for (List<Cell> day : days) {
                assertTrue(whole.placeIds().containsAll(disclosure.withheld(day).placeIds()), "seed " + seed);
            }
        }
    }

    private static List<Cell> randomDay(Random random) {
        Map<List<String>, Long> cells = new HashMap<>();
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            String district = "d" + random.nextInt(3);
            String ward = random.nextInt(4) == 0 ? Cell.NONE : "w" + random.nextInt(4);
            String street = random.nextInt(2) == 0 ? Cell.NONE : "s" + random.nextInt(3);
            cells.put(List.of(district, ward, street), (long) random.nextInt(random.nextBoolean() ? 6 : 15));
        }
        return cells.entrySet().stream()
                .map(cell -> new Cell(
                        cell.getKey().get(0), cell.getKey().get(1), cell.getKey().get(2), cell.getValue()))
                .toList();
    }

    private List<boolean[]> known(List<Cell> cells, Withheld withheld) {
        List<boolean[]> known = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            for (String place : List.of("d" + i, "w" + i, "s" + i)) {
                if (!withheld.has(place)) {
                    known.add(indicator(cells, cell -> isIn(cell, place)));
                }
            }
        }
        if (!disclosure.withholdsCity(cells, Set.of())) {
            known.add(indicator(cells, cell -> true));
        }
        return known;
    }

    private static boolean isIn(Cell cell, String place) {
        return cell.district().equals(place) || cell.ward().equals(place) || cell.street().equals(place);
    }

    private static boolean[] indicator(List<Cell> cells, Predicate<Cell> in) {
        boolean[] row = new boolean[cells.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = cells.get(i).outlets() > 0 && in.test(cells.get(i));
        }
        return row;
    }

    private static void assertSmallGroupsUnsolvable(List<Cell> cells, List<boolean[]> known, String message) {
        int rank = rank(known);
        for (int group = 1; group < 1 << cells.size(); group++) {
            boolean[] target = new boolean[cells.size()];
            long outlets = 0;
            boolean real = true;
            for (int i = 0; i < target.length; i++) {
                target[i] = (group >> i & 1) == 1;
                outlets += target[i] ? cells.get(i).outlets() : 0;
                real &= !target[i] || cells.get(i).outlets() > 0;
            }
            if (real && outlets < MIN) {
                List<boolean[]> more = new ArrayList<>(known);
                more.add(target);
                assertTrue(rank(more) > rank, message);
            }
        }
    }

    /** Rank over the integers modulo a large prime, which is the rational rank of so small 0/1 matrices. */
    private static int rank(List<boolean[]> rows) {
        long prime = 1_000_000_007L;
        List<long[]> basis = new ArrayList<>();
        for (boolean[] row : rows) {
            long[] rest = new long[row.length];
            for (int i = 0; i < row.length; i++) {
                rest[i] = row[i] ? 1 : 0;
            }
            basis.forEach(base -> subtract(rest, base, rest[pivot(base)], prime));
            int pivot = pivot(rest);
            if (pivot >= 0) {
                long inverse = power(rest[pivot], prime - 2, prime);
                basis.add(Arrays.stream(rest).map(value -> value * inverse % prime).toArray());
            }
        }
        return basis.size();
    }

    private static void subtract(long[] from, long[] base, long factor, long prime) {
        for (int i = 0; i < from.length; i++) {
            from[i] = Math.floorMod(from[i] - factor * base[i], prime);
        }
    }

    private static int pivot(long[] row) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                return i;
            }
        }
        return -1;
    }

    private static long power(long base, long exponent, long prime) {
        long result = 1;
        for (long b = base, e = exponent; e > 0; e >>= 1, b = b * b % prime) {
            result = (e & 1) == 1 ? result * b % prime : result;
        }
        return result;
    }

    private static Cell district(String id, long outlets) {
        return new Cell(id, Cell.NONE, Cell.NONE, outlets);
    }

    private static Cell ward(String district, String id, long outlets) {
        return new Cell(district, id, Cell.NONE, outlets);
    }
}
