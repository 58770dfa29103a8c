package vn.phopay.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phopay.adoption.AdoptionRow;
import vn.phopay.adoption.DayRange;
import vn.phopay.adoption.FoldPayments;
import vn.phopay.adoption.Interval;
import vn.phopay.adoption.OutsiderRules;
import vn.phopay.adoption.ReadDistricts;
import vn.phopay.adoption.RecomputeAdoption;
import vn.phopay.adoption.Viewer;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.metric.MetricBook;
import vn.phopay.ops.InvariantResult;
import vn.phopay.ops.Invariants;
import vn.phopay.release.CellsBehindFigures;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.time.BusinessDay;

/**
 * Random histories, seeds printed: after each round the job has every measure of every scope, day, week and month as
 * {@link SlowFigures} counts it from facts; and what the job has step by step equals what it makes from nothing.
 */
final class FigureHistoryTest {
    private static final int ROUNDS = 3;
    private static final int THINGS = 110;

    private final long seed = Long.getLong("figures.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final MovableClock clock = MovableClock.morning();
    private final MetricBook book = MetricBook.load();
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));

    @Test
    void figuresShouldEqualASlowCountWhenHistoriesAreRandom() {
        clock.advance(Duration.ofDays(-220));
        try (TestDatabase db = TestPostgres.newDatabase("figure_history")) {
            Pool pool = db.pool();
            FigureRows rows = new FigureRows(pool, random);
            FigureHistory history = new FigureHistory(rows, random, today());
            ComputeFigures compute = new ComputeFigures(pool, clock, book, 1_100);
            for (int round = 0; round < ROUNDS; round++) {
                history.play(THINGS);
                foldAll(pool);
                computeAll(compute);
                String message = "seed " + seed + " round " + round;
                assertEquals(List.of(), await(new RecomputeAdoption().offenders(pool)), message);
                compare(rows, message);
                assertEquals(List.of(), broken(pool), message);
                agreeWithTheApi(pool, message);
                agreeWithTheCells(pool, message);
                if (random.nextBoolean()) {
                    clock.advance(Duration.ofDays(1));
                    history.tomorrow();
                    computeAll(compute);
                    compare(rows, message + " the next day");
                }
            }
            Map<String, String> stepByStep = kept(rows);
            rows.run("TRUNCATE figure, figure_sketch, figure_day");
            rows.run("SELECT mark_figures('-infinity', 'infinity')");
            computeAll(compute);
            assertEquals(stepByStep, kept(rows), "seed " + seed);
        }
    }

    @Test
    void cellsShouldFollowAShopThatMovesAndChangesItsTradeWithinTheMonth() {
        clock.advance(Duration.ofDays(-220));
        try (TestDatabase db = TestPostgres.newDatabase("figure_cells")) {
            Pool pool = db.pool();
            FigureRows rows = new FigureRows(pool, random);
            new FigureHistory(rows, random, today());
            LocalDate march = LocalDate.of(2026, 3, 1);
            UUID merchant = rows.merchant(march, "5812", null);
            FigureRows.Shop shop = rows.outlet(merchant, march, "district-a", "", "");
            for (int day = 15; day < 25; day++) {
                rows.credit(new FigureRows.Told("alpha", "CALLBACK", "OUTLET", shop, null, null),
                        shop.account(), 50_000, march.withDayOfMonth(day));
            }
            rows.move(shop.outlet(), march.withDayOfMonth(20), "district-b", "", "");
            rows.recategorize(merchant, "7230", march.withDayOfMonth(22));
            foldAll(pool);
            computeAll(new ComputeFigures(pool, clock, book, 1_100));
            CellsBehindFigures cells = await(threads.call(() -> CellsBehindFigures.of(pool, YearMonth.from(march))));
            assertEquals(List.of(), cells.wrong());
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
            assertEquals(List.of(), compute.dirtyDays(1), "seed " + seed);
            return null;
        }));
    }

    /** The districts of the API, and the city as their sum, say the same of the same days. */
    private void agreeWithTheApi(Pool pool, String message) {
        await(threads.call(() -> {
            for (Interval interval : Interval.values()) {
                Period period = Period.of(interval, today());
                LocalDate to = period.end().isAfter(today()) ? today() : period.end();
                long transactions = 0;
                for (AdoptionRow row : new ReadDistricts(pool, OutsiderRules.of(5, new ReadWithheldValues(pool)))
                        .read(new DayRange(period.start(), to), to, Viewer.CITY)
                        .rows()) {
                    Figures figures = Future.await(
                            new ReadFigures().one(pool, row.place().placeId(), period));
                    assertEquals(
                            List.of(row.flow().transactions(), row.flow().amount(), row.activity().activeOutlets7d(),
                                    row.activity().activeOutlets30d(), row.standing().registeredMerchants(),
                                    row.standing().approvedMerchants()),
                            List.of(figures.count("transactions"), figures.count("amountVnd"),
                                    figures.count("activeOutlets7"), figures.count("activeOutlets30"),
                                    figures.count("registeredMerchants"), figures.count("approvedMerchants")),
                            message + " " + row.place().placeId() + " " + period.label());
                    transactions += row.flow().transactions();
                }
                assertEquals(transactions, Future.await(new ReadFigures().one(pool, Figures.CITY, period))
                        .count("transactions"), message);
            }
            return null;
        }));
    }

    /** What a release is decided by is what its figures are made of, over every month that is over. */
    private void agreeWithTheCells(Pool pool, String message) {
        await(threads.call(() -> {
            YearMonth first = YearMonth.from(FigureHistory.FIRST_DAY).plusMonths(1);
            int compared = 0;
            for (YearMonth month = first; month.isBefore(YearMonth.from(today())); month = month.plusMonths(1)) {
                CellsBehindFigures cells = CellsBehindFigures.of(pool, month);
                assertEquals(List.of(), cells.wrong(), message + " " + month);
                compared += cells.compared();
            }
            assertTrue(compared > 0, message);
            return null;
        }));
    }

    private static List<InvariantResult> broken(Pool pool) {
        return await(Invariants.check(pool)).stream()
                .filter(result -> result.invariant().equals("figures-equal-recomputation") && !result.holds())
                .toList();
    }

    private static Map<String, String> kept(FigureRows rows) {
        Map<String, String> kept = new TreeMap<>();
        rows.run("SELECT scope_id || interval || period_start AS key, measures::text FROM figure UNION ALL"
                        + " SELECT scope_id || name || business_date, encode(sketch, 'hex') FROM figure_sketch")
                .forEach(row -> kept.put(row.getString(0), row.getString(1)));
        return kept;
    }

    private void compare(FigureRows rows, String message) {
        SlowFacts facts = new SlowFacts(rows);
        Map<LocalDate, SlowFigures> days = new TreeMap<>();
        for (LocalDate day = FigureHistory.FIRST_DAY; !day.isAfter(today()); day = day.plusDays(1)) {
            days.put(day, new SlowFigures(facts, day));
        }
        Map<Period, Map<String, Map<String, Long>>> actual = new HashMap<>();
        for (Row row : rows.run("SELECT scope_id, interval, period_start, measures FROM figure")) {
            Map<String, Long> measures = new TreeMap<>();
            row.get(JsonObject.class, "measures")
                    .forEach(entry -> measures.put(entry.getKey(), ((Number) entry.getValue()).longValue()));
            actual.computeIfAbsent(
                            new Period(Interval.valueOf(row.getString("interval")), row.getLocalDate("period_start")),
                            first -> new HashMap<>())
                    .put(row.getString("scope_id"), measures);
        }
        SlowPeriods expected = new SlowPeriods(facts, days, book, today());
        List<String> wrong = new ArrayList<>();
        Arrays.stream(Interval.values()).flatMap(interval -> days.keySet().stream()
                        .map(day -> Period.of(interval, day))
                        .distinct())
                .forEach(period -> wrong.addAll(expected.differences(
                        period, actual.getOrDefault(period, Map.of()))));
        assertEquals("", String.join("\n", wrong.subList(0, Math.min(30, wrong.size()))), message);
        assertEquals(
                Arrays.stream(Interval.values())
                        .mapToLong(interval -> days.keySet().stream()
                                .map(day -> Period.of(interval, day)).distinct().count())
                        .sum(),
                actual.size(), message + ": no other period has figures");
    }
}
