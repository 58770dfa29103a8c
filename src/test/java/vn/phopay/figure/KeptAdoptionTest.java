package vn.phopay.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.phopay.adoption.AdoptionPage;
import vn.phopay.adoption.AdoptionRow;
import vn.phopay.adoption.DayRange;
import vn.phopay.adoption.FoldPayments;
import vn.phopay.adoption.Interval;
import vn.phopay.adoption.MonthValues;
import vn.phopay.adoption.OutsiderRules;
import vn.phopay.adoption.ReadDistrict;
import vn.phopay.adoption.ReadDistricts;
import vn.phopay.adoption.ReadSeries;
import vn.phopay.adoption.SeriesScope;
import vn.phopay.adoption.Viewer;
import vn.phopay.adoption.Withheld;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.metric.MetricBook;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.time.BusinessDay;

/**
 * Random histories, seeds printed: what the adoption figures are read from once days are kept, and what counting finds.
 */
final class KeptAdoptionTest {
    private static final int ROUNDS = 3;
    private static final int THINGS = 150;
    /** What only counting reads. */
    private static final String COUNTED_FROM =
            "outlet_month, place_day_amount, place_month_amount, qr_code, merchant_transition";
    /** The lower median of what each district's days hold, every payment for itself. */
    private static final String MEDIANS = """
            SELECT d.place_id, percentile_disc(0.5) WITHIN GROUP (ORDER BY d.amount_bucket) AS median
            FROM place_day_amount d
            CROSS JOIN LATERAL generate_series(1, d.transactions)
            WHERE d.place_id LIKE 'district-%' AND d.business_date BETWEEN $1 AND $2
            GROUP BY 1""";

    private final long seed = Long.getLong("figures.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final MovableClock clock = MovableClock.morning();
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));

    @Test
    void keptFiguresShouldEqualCountedOnesWhenHistoriesAreRandom() {
        clock.advance(Duration.ofDays(-220));
        try (TestDatabase db = TestPostgres.newDatabase("kept_adoption")) {
            Pool pool = db.pool();
            FigureRows rows = new FigureRows(pool, random);
            FigureHistory history = new FigureHistory(rows, random, today());
            ComputeFigures compute = new ComputeFigures(pool, clock, MetricBook.load(), 1_100);
            for (int round = 0; round < ROUNDS; round++) {
                history.play(THINGS);
                foldAll(pool);
                rows.run("TRUNCATE adoption_kept_day");
                List<LocalDate> days = List.of(today(), today().minusDays(random.nextInt(40)));
                Map<String, Object> counted = answers(pool, days);
                computeAll(compute);
                assertEquals(counted, answers(pool, days), "seed " + seed + " round " + round);
                for (int length : List.of(45, 100, 365)) {
                    mediansShouldBeThoseOfTheDays(pool, DayRange.endingOn(days.getLast(), length));
                }
            }
        }
    }

    /** Months and single days together give what all days one by one give. */
    private void mediansShouldBeThoseOfTheDays(Pool pool, DayRange range) {
        Map<String, Long> expected = new TreeMap<>();
        await(pool.preparedQuery(MEDIANS).execute(Tuple.of(range.from(), range.to())))
                .forEach(row -> expected.put(row.getString("place_id"), row.getLong("median")));
        OutsiderRules rules = OutsiderRules.of(2, month -> Future.succeededFuture(Withheld.NOTHING));
        Map<String, Long> told = new TreeMap<>();
        AdoptionPage page =
                await(threads.call(() -> new ReadDistricts(pool, rules).read(range, range.to(), Viewer.CITY)));
        page.rows().forEach(row -> Optional.ofNullable(row.flow().medianAmount())
                .ifPresent(median -> told.put(row.place().placeId(), median)));
        assertFalse(told.isEmpty(), "seed " + seed);
        assertEquals(expected, told, "seed " + seed + " " + range);
    }

    @Test
    void keptFiguresShouldBeToldWithoutCountingWhenWhatIsCountedIsGone() {
        clock.advance(Duration.ofDays(-220));
        try (TestDatabase db = TestPostgres.newDatabase("kept_adoption_alone")) {
            Pool pool = db.pool();
            FigureRows rows = new FigureRows(pool, random);
            new FigureHistory(rows, random, today()).play(2 * THINGS);
            foldAll(pool);
            computeAll(new ComputeFigures(pool, clock, MetricBook.load(), 1_100));
            List<LocalDate> days = List.of(today(), today().minusDays(9));
            Map<String, Object> before = answers(pool, days);

            rows.run("TRUNCATE " + COUNTED_FROM + " CASCADE");
            rows.run("UPDATE figure_day SET dirty_since = now() WHERE business_date = $1", today());
            assertNotEquals(withoutMedians(before), withoutMedians(answers(pool, days)), "a small city is counted");
            // As many outlets as in a city where counting takes a second.
            rows.run("UPDATE pg_class SET reltuples = 100000 WHERE oid = 'outlet'::regclass");

            Map<String, Object> after = answers(pool, days);
            // Amounts of the running day are never read from what is kept.
            assertEquals(withoutMedians(before), withoutMedians(after), "seed " + seed);
            rows.run("UPDATE figure_day SET dirty_since = now() WHERE business_date = $1", days.get(1));
            assertNotEquals(withoutMedians(before), withoutMedians(answers(pool, days)), "seed " + seed);
        }
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }

    private void foldAll(Pool pool) {
        FoldPayments fold = new FoldPayments(pool, clock, 40);
        while (await(fold.fold()).hasMore()) {
            // Goes on where it stopped.
        }
    }

    private void computeAll(ComputeFigures compute) {
        await(threads.call(() -> {
            compute.absorb();
            for (LocalDate day : compute.dirtyDays(1_000)) {
                assertTrue(compute.compute(day), "seed " + seed);
            }
            return null;
        }));
    }

    /** Every answer about ranges that end on {@code days}, by what was asked. */
    private Map<String, Object> answers(Pool pool, List<LocalDate> days) {
        Map<String, Object> answers = new LinkedHashMap<>();
        List<Viewer> viewers = List.of(Viewer.OUTSIDER, Viewer.CITY, new Viewer(false, Set.of("district-a")));
        await(threads.call(() -> {
            days.forEach(day -> viewers.forEach(viewer -> ask(pool, day, viewer, answers)));
            return null;
        }));
        return answers;
    }

    private static void ask(Pool pool, LocalDate day, Viewer viewer, Map<String, Object> answers) {
        MonthValues nothingWithheld = range -> Future.succeededFuture(Withheld.NOTHING);
        OutsiderRules rules = OutsiderRules.of(2, nothingWithheld);
        ReadDistrict district = new ReadDistrict(pool, rules);
        String who = day + " " + viewer + " ";
        DayRange range = DayRange.endingOn(day, 20);
        answers.put(who, new ReadDistricts(pool, rules).read(range, day, viewer).rows());
        ReadDistrict.Days days = new ReadDistrict.Days(range, day);
        answers.put(who + "a", district.read("district-a", days, viewer).orElseThrow().rows());
        answers.put(who + "b", district.read("district-b", days, viewer).orElseThrow().rows());
        ReadSeries series = new ReadSeries(pool, rules);
        for (Interval interval : Interval.values()) {
            scopes().forEach(scope -> answers.put(
                    who + interval + scope,
                    series.read(scope, DayRange.endingOn(day, 50), interval, viewer)
                            .orElseThrow()
                            .points()));
        }
    }

    private static List<SeriesScope> scopes() {
        return List.of(
                new SeriesScope(Optional.empty(), Optional.empty()),
                new SeriesScope(Optional.of("district-b"), Optional.empty()),
                new SeriesScope(Optional.empty(), Optional.of("street-s2")));
    }

    private static Map<String, Object> withoutMedians(Map<String, Object> answers) {
        Map<String, Object> without = new LinkedHashMap<>();
        answers.forEach((asked, rows) -> {
            if (((List<?>) rows).getFirst() instanceof AdoptionRow) {
                without.put(asked, ((List<?>) rows).stream()
                        .map(row -> List.of(((AdoptionRow) row).standing(), ((AdoptionRow) row).activity()))
                        .toList());
            }
        });
        return without;
    }
}
