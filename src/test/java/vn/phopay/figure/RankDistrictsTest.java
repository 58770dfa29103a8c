package vn.phopay.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.phopay.adoption.Interval;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.SizeClass;

/** Ranks inside size classes, ties, changes and the most improved. */
final class RankDistrictsTest {
    private static final Period MONTH = Period.of(Interval.MONTH, LocalDate.of(2026, 10, 5));

    private final RankDistricts rankDistricts = new RankDistricts(MetricBook.load().sizeClasses());

    private static DistrictMonth district(String id, long active, long premises) {
        return new DistrictMonth(id, active, Optional.of(premises));
    }

    private static DistrictMonth uncounted(String id, long active) {
        return new DistrictMonth(id, active, Optional.empty());
    }

    private static List<String> order(Ranking.InClass group) {
        return group.ranks().stream().map(rank -> rank.rank() + " " + rank.placeId()).toList();
    }

    @Test
    void rankShouldGroupBySizeTheLargestFirstAndUnknownLast() {
        Ranking ranking = rankDistricts.rank(
                MONTH,
                List.of(district("a", 1, 4_999), district("b", 1, 5_000), district("c", 1, 15_000),
                        uncounted("d", 9), district("e", 9, 0)),
                List.of());

        assertEquals(
                List.of("large", "medium", "small", SizeClass.UNKNOWN),
                ranking.classes().stream().map(group -> group.sizeClass().id()).toList());
        assertEquals(List.of("1 d", "1 e"), order(ranking.classes().getLast()));
    }

    @Test
    void rankShouldCompareFractionsAndNotRoundedShares() {
        // 1/3 and 3333/10000 are both 0.3333 in four decimals.
        Ranking ranking = rankDistricts.rank(
                MONTH, List.of(district("a", 3_333, 10_000), district("b", 3_000, 9_000)), List.of());

        assertEquals(List.of("1 b", "2 a"), order(ranking.classes().getFirst()));
        assertEquals(Optional.of(new BigDecimal("0.3333")), ranking.of("a").orElseThrow().rate());
        assertEquals(Optional.of(new BigDecimal("0.3333")), ranking.of("b").orElseThrow().rate());
    }

    @Test
    void rankShouldGiveEqualRatesEqualRanksAndLeavePlacesOutAfterThem() {
        Ranking ranking = rankDistricts.rank(
                MONTH,
                List.of(district("d", 10, 100), district("c", 20, 100), district("b", 40, 200), district("a", 30, 100)),
                List.of());

        assertEquals(List.of("1 a", "2 b", "2 c", "4 d"), order(ranking.classes().getFirst()));
    }

    @Test
    void rankShouldTellChangesAgainstTheMonthBeforeInTheSameClass() {
        Ranking ranking = rankDistricts.rank(
                MONTH,
                List.of(district("a", 30, 100), district("b", 20, 100), district("c", 10, 100),
                        district("d", 99, 6_000)),
                List.of(district("a", 10, 100), district("b", 20, 100), district("d", 10, 100)));

        assertEquals(Optional.of(1), ranking.of("a").orElseThrow().rankChange());
        assertEquals(Optional.of(-1), ranking.of("b").orElseThrow().rankChange());
        assertEquals(Optional.empty(), ranking.of("c").orElseThrow().rankChange());
        assertEquals(Optional.empty(), ranking.of("d").orElseThrow().rankChange(), "another class before");
        assertEquals(Optional.of(new BigDecimal("0.2000")), ranking.of("a").orElseThrow().rateChange());
        assertEquals(Optional.empty(), ranking.of("c").orElseThrow().rateChange());
    }

    @Test
    void rankShouldNameTheMostImprovedBesideTheHighest() {
        Ranking ranking = rankDistricts.rank(
                MONTH,
                List.of(district("a", 60, 100), district("b", 20, 100), district("c", 25, 100)),
                List.of(district("a", 59, 100), district("b", 5, 100), district("c", 10, 100)));

        Ranking.InClass group = ranking.classes().getFirst();
        assertEquals(List.of("a"), group.highest());
        assertEquals(List.of("c", "b"), group.mostImproved());
    }

    @Test
    void rankShouldNameNobodyMostImprovedWhereNobodyGrew() {
        Ranking ranking = rankDistricts.rank(
                MONTH, List.of(district("a", 1, 100), district("b", 2, 100)),
                List.of(district("a", 1, 100), district("b", 3, 100)));

        assertEquals(List.of(), ranking.classes().getFirst().mostImproved());
    }

    @Test
    void rankShouldNotDependOnTheOrderOfItsInput() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<DistrictMonth> now = new ArrayList<>();
        List<DistrictMonth> before = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            now.add(district("district-" + number, random.nextInt(6), 1 + random.nextInt(6)));
            before.add(district("district-" + number, random.nextInt(6), 1 + random.nextInt(6)));
        }
        Ranking ranking = rankDistricts.rank(MONTH, now, before);

        Collections.shuffle(now, random);
        Collections.shuffle(before, random);

        assertEquals(ranking, rankDistricts.rank(MONTH, now, before), "seed " + seed);
        for (DistrictRank rank : ranking.classes().getFirst().ranks()) {
            long better = ranking.classes().getFirst().ranks().stream()
                    .filter(other -> other.activeOutlets() * rank.premises().orElseThrow()
                            > rank.activeOutlets() * other.premises().orElseThrow())
                    .count();
            assertEquals(better + 1, rank.rank(), "seed " + seed + " " + rank);
        }
    }
}
