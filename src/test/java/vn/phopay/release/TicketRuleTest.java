package vn.phopay.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.phopay.adoption.Interval;
import vn.phopay.disclosure.Area;
import vn.phopay.disclosure.Contribution;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.disclosure.Scope;
import vn.phopay.disclosure.TicketRule;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;

/** What ticket quartiles tell next to a sum. */
class TicketRuleTest {
    private static final long SEED = Long.getLong("tickets.seed", System.nanoTime());
    private static final int PLACES = 3_000;
    private static final YearMonth MONTH = YearMonth.of(2026, 10);

    @Test
    void quartilesShouldBoundNoShopWithinTenPercentInRandomPlaces() {
        int told = 0;
        int given = 0;
        for (int place = 0; place < PLACES; place++) {
            List<long[]> shops = place(new Random(SEED + place));
            boolean safe = TicketRule.isSafe(shops.stream()
                    .map(one -> new TicketRule.Shop(Arrays.stream(one).sum(), one.length)).toList(), quartiles(shops));
            boolean found = isFound(shops);
            assertFalse(safe && found, "seed " + SEED + " place " + place);
            told += safe ? 1 : 0;
            given += found ? 1 : 0;
        }
        assertTrue(told > PLACES / 10, "places may tell their quartiles: " + told);
        assertTrue(given > 0, "without the rule some shop is found, seed " + SEED);
    }

    @Test
    void releaseShouldWithholdQuartilesThatGiveAShopAway() {
        List<long[]> even = new ArrayList<>();
        IntStream.range(0, 10).forEach(shop -> even.add(tickets(5_000, 20_000, 60_000, 200_000)));
        List<long[]> odd = new ArrayList<>(even);
        odd.add(new long[] {12_000_000, 12_000_000, 12_000_000, 12_000_000, 12_000_000});
        assertEquals(Optional.empty(), withheld(even, "ticketMedian"));
        for (String metric : List.of("ticketMedian", "ticketLowerQuartile", "ticketUpperQuartile")) {
            assertEquals(Optional.of("P_PERCENT"), withheld(odd, metric));
        }
        assertEquals(Optional.empty(), withheld(odd, "amount"), "the sum alone gives nobody away");
    }

    /** Why the release leaves out a metric of a district with these shops. */
    private static Optional<String> withheld(List<long[]> shops, String metric) {
        ReleaseScope district = new ReleaseScope(ScopeKind.DISTRICT, "district-001", "001", "Quận", "");
        List<Contribution> all = IntStream.range(0, shops.size()).mapToObj(shop -> new Contribution("shop" + shop,
                Area.of(Scope.district("district-001")), Arrays.stream(shops.get(shop)).sum(),
                shops.get(shop).length)).toList();
        Map<Population, MonthCells> cells = new EnumMap<>(Population.class);
        Arrays.stream(Population.values()).forEach(population -> cells.put(population, new MonthCells(MONTH, all)));
        TicketRule.Quartiles quartiles = quartiles(shops);
        Figures figures = new Figures("district-001", Period.of(Interval.MONTH, MONTH.atDay(1)), Map.of(
                "amountVnd", all.stream().mapToLong(Contribution::amountVnd).sum(),
                "transactions", all.stream().mapToLong(Contribution::transactions).sum(),
                "ticketLowerQuartileVnd", quartiles.lowerVnd(), "ticketMedianVnd", quartiles.medianVnd(),
                "ticketUpperQuartileVnd", quartiles.upperVnd()));
        MonthSource.Facts facts = new MonthSource.Facts(MONTH, Map.of(district, figures), cells, Map.of(),
                new ReleaseQuality(31, 31, 0, 0, 0, 0));
        return new MakeContent(new ReleaseMetrics(MetricBook.load()))
                .cells(facts, MonthDisclosure.decide(cells, List.of()), Optional.empty()).stream()
                .filter(cell -> cell.metric().equals(metric)).findFirst().orElseThrow().withheld();
    }

    /** Whether any shop finds another within ten percent from above, knowing every payment of its own. */
    private static boolean isFound(List<long[]> shops) {
        long total = shops.stream().flatMapToLong(Arrays::stream).sum();
        List<Long> floors = floors(shops);
        for (long[] target : shops) {
            for (long[] attacker : shops) {
                List<Long> left = new ArrayList<>(floors);
                if (attacker != target) {
                    // Her own payments are none of the others'; the cheapest floors are the ones she can rule out.
                    left = left.subList(0, Math.max(0, left.size() - target.length));
                    left = left.subList(Math.min(attacker.length, left.size()), left.size());
                    long others = left.stream().mapToLong(Long::longValue).sum();
                    long most = total - Arrays.stream(attacker).sum() - others;
                    if (most * 100 < Arrays.stream(target).sum() * 110) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** What every payment is known to be at least, in order. */
    private static List<Long> floors(List<long[]> shops) {
        TicketRule.Quartiles quartiles = quartiles(shops);
        int all = shops.stream().mapToInt(one -> one.length).sum();
        return IntStream.range(0, all).mapToObj(rank -> rank < all / 4 ? Long.valueOf(0)
                : rank < all / 2 ? Long.valueOf(quartiles.lowerVnd())
                : rank < all * 3 / 4 ? Long.valueOf(quartiles.medianVnd()) : Long.valueOf(quartiles.upperVnd()))
                .toList();
    }

    private static TicketRule.Quartiles quartiles(List<long[]> shops) {
        long[] all = shops.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new TicketRule.Quartiles(all[all.length / 4], all[all.length / 2], all[all.length * 3 / 4]);
    }

    /** Ten to thirty shops, some of them with a few large payments; in some places the others have two prices. */
    private static List<long[]> place(Random random) {
        boolean twoPrices = random.nextInt(3) == 0;
        double spread = twoPrices ? 0.02 : 0.5 + random.nextDouble() / 2;
        List<long[]> shops = new ArrayList<>();
        for (int shop = 10 + random.nextInt(20); shop > 0; shop--) {
            boolean large = random.nextInt(12) == 0;
            int payments = large ? 1 + random.nextInt(6) : 20 + random.nextInt(100);
            shops.add(IntStream.range(0, payments).mapToLong(payment -> {
                boolean cheap = twoPrices && !large && random.nextInt(100) < 20;
                double usual = large ? 5_000_000 : cheap ? 1_000 : 50_000;
                return (long) (usual * Math.exp(random.nextGaussian() * spread));
            }).toArray());
        }
        Collections.shuffle(shops, random);
        return shops;
    }

    /** A hundred payments of four prices. */
    private static long[] tickets(long... prices) {
        return Arrays.stream(prices).flatMap(price -> LongStream.generate(() -> price).limit(25)).toArray();
    }
}
