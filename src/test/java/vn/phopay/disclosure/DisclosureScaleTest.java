package vn.phopay.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole city: 100,000 outlets of 60,000 merchants in some 250 scopes, with a revision before. */
final class DisclosureScaleTest {
    private static final int OUTLETS = 100_000;
    private static final int MERCHANTS = 60_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private final Random random = new Random(7);
    private final DisclosureControl control = new DisclosureControl();

    @Test
    void decideShouldTakeSecondsAndPublishNearlyEverythingWhenCityIsFull() {
        List<Contribution> rows = rows(OUTLETS);
        MonthCells first = new MonthCells(YearMonth.of(2026, 10), rows);
        Decisions before = control.decide(first, PublishedBefore.NOTHING);
        List<Contribution> corrected = rows.stream()
                .map(one -> random.nextInt(3) > 0 ? one : new Contribution(
                        one.merchant(), one.area(), one.amountVnd() + 1_000_000, one.transactions() + 3))
                .toList();
        PublishedBefore earlier = new PublishedBefore(List.of(new PublishedBefore.Revision(first, before)));

        long start = System.nanoTime();
        Decisions after = control.decide(new MonthCells(YearMonth.of(2026, 10), corrected), earlier);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(taken.compareTo(LONGEST) < 0, "took " + taken);
        assertTrue(before.scopes().size() > 200, before.scopes().size() + " scopes");
        assertTrue(published(before) > 0.8, "only " + published(before));
        assertTrue(published(after) > 0.6, "only " + published(after));
        assertEquals(before, control.decide(first, PublishedBefore.NOTHING), "the same input, the same decisions");
    }

    /** In its first weeks nearly nothing can be published, and to find that out must not take for ever. */
    @Test
    void decideShouldTakeSecondsWhenFewShopsArePaid() {
        MonthCells cells = new MonthCells(YearMonth.of(2026, 10), rows(2_500));

        long start = System.nanoTime();
        Decisions decisions = control.decide(cells, PublishedBefore.NOTHING);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(taken.compareTo(LONGEST) < 0, "took " + taken);
        assertTrue(decisions.of(Scope.CITY, FigureClass.COUNT).isPublished());
    }

    private static double published(Decisions decisions) {
        long published = decisions.scopes().stream()
                .filter(scope -> decisions.of(scope, FigureClass.VALUE).isPublished())
                .count();
        return (double) published / decisions.scopes().size();
    }

    private List<Contribution> rows(int outlets) {
        List<Contribution> rows = new ArrayList<>();
        for (int outlet = 0; outlet < outlets; outlet++) {
            long amountVnd = (long) Math.min(2e7 * Math.exp(random.nextGaussian() * 1.1), 1e12);
            rows.add(new Contribution(
                    "m" + random.nextInt(MERCHANTS), area(), amountVnd, 1 + amountVnd / 60_000));
        }
        return rows;
    }

    private Area area() {
        int ward = random.nextInt(126);
        int district = random.nextInt(10) == 0 ? (ward + 1) % 30 : ward % 30;
        Set<Scope> scopes = new HashSet<>(Set.of(
                Scope.ward("w" + ward), Scope.district("d" + district), Scope.category("c" + random.nextInt(12))));
        if (random.nextInt(6) == 0) {
            int street = ward / 2;
            scopes.add(Scope.street("s" + street));
            if (street % 3 == 0) {
                scopes.add(Scope.zone("z" + street / 3));
            }
        }
        return new Area(scopes);
    }
}
