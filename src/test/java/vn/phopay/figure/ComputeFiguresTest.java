package vn.phopay.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phopay.adoption.FoldPayments;
import vn.phopay.adoption.Interval;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.figure.FigureRows.Shop;
import vn.phopay.figure.FigureRows.Told;
import vn.phopay.metric.MetricBook;
import vn.phopay.metric.ScopeKind;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.time.BusinessDay;

/** Marks, dirty days, editions and turns. */
final class ComputeFiguresTest {
    private final MovableClock clock = MovableClock.morning();
    private final LocalDate today = BusinessDay.of(clock.instant());
    private final ReadFigures read = new ReadFigures();
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));
    private TestDatabase db;
    private Pool pool;
    private FigureRows rows;
    private ComputeFigures compute;
    private FigureEditions editions;

    @BeforeEach
    void start() {
        db = TestPostgres.newDatabase("compute_figures");
        pool = db.pool();
        rows = new FigureRows(pool, new Random(7));
        compute = new ComputeFigures(pool, clock, MetricBook.load(), 100);
        editions = new FigureEditions(pool, clock);
        rows.place("district-a", "DISTRICT", LocalDate.of(2025, 1, 1), null);
        rows.bank("alpha", today.minusDays(3));
    }

    @AfterEach
    void stop() {
        db.close();
    }

    private boolean absorb() {
        return await(threads.call(compute::absorb));
    }

    private boolean compute(LocalDate day) {
        return await(threads.call(() -> compute.compute(day)));
    }

    private List<LocalDate> dirty() {
        return await(threads.call(() -> compute.dirtyDays(1_000)));
    }

    private void computeAll() {
        assertTrue(absorb());
        dirty().forEach(day -> assertTrue(compute(day)));
        assertEquals(List.of(), dirty());
    }

    private String edition() {
        await(editions.refresh());
        return editions.current().orElseThrow();
    }

    private Shop shop(LocalDate registered) {
        UUID merchant = rows.merchant(registered, "5812", null);
        rows.decide(merchant, "APPROVED", registered);
        return rows.outlet(merchant, registered, "district-a", "", "");
    }

    private void pay(Shop shop, long amountVnd, LocalDate day) {
        rows.credit(new Told("alpha", "CALLBACK", "OUTLET", shop, null, null), shop.account(), amountVnd, day);
        await(new FoldPayments(pool, clock, 1_000).fold());
    }

    private long measure(String scope, LocalDate day, Measure measure) {
        return await(read.one(pool, scope, Period.of(Interval.DAY, day))).count(measure.id());
    }

    @Test
    void figuresShouldBeThereForTodayWhenNothingHappenedYet() {
        computeAll();

        Figures city = await(read.one(pool, Figures.CITY, Period.of(Interval.MONTH, today)));
        assertEquals(0, city.measure("transactions").orElseThrow());
        assertEquals(List.of("district-a"), List.copyOf(
                await(read.across(pool, ScopeKind.DISTRICT, Period.of(Interval.DAY, today))).keySet()));
    }

    @Test
    void lateBookingShouldMakeItsDayAndTheDaysThatLookBackOnItDirty() {
        Shop shop = shop(today.minusDays(5));
        computeAll();

        pay(shop, 70_000, today.minusDays(2));
        assertTrue(absorb());

        assertEquals(List.of(today, today.minusDays(1), today.minusDays(2)), dirty());
        dirty().forEach(this::compute);
        assertEquals(70_000, measure(Figures.CITY, today.minusDays(2), Measure.AMOUNT_VND));
        assertEquals(0, measure(Figures.CITY, today, Measure.AMOUNT_VND));
        assertEquals(1, measure(Figures.CITY, today, Measure.ACTIVE_OUTLETS_7));
        assertEquals(0, measure(Figures.CITY, today.minusDays(3), Measure.ACTIVE_OUTLETS_7));
    }

    @Test
    void changeShouldBeCountedWhenItCommitsAfterItsDayWasComputed() {
        Shop shop = shop(today);
        SqlConnection writer = await(pool.getConnection());
        Transaction open = await(writer.begin());
        new FigureRows(writer, new Random(8)).request(shop, 50_000, today);

        computeAll();
        assertEquals(0, measure(Figures.CITY, today, Measure.REQUESTS_ISSUED));
        await(open.commit());
        await(writer.close());

        computeAll();
        assertEquals(1, measure(Figures.CITY, today, Measure.REQUESTS_ISSUED));
    }

    @Test
    void editionShouldMoveWhenFiguresChangeAndOnlyThen() {
        computeAll();
        String before = edition();

        rows.run("SELECT mark_figures($1, $1)", today);
        computeAll();
        assertEquals(before, edition(), "nothing changed");

        shop(today);
        computeAll();
        assertNotEquals(before, edition());
    }

    @Test
    void anotherInstanceShouldSkipItsTurnWhileOneComputes() {
        SqlConnection other = await(pool.getConnection());
        Transaction holding = await(other.begin());
        await(other.query("SELECT pg_advisory_xact_lock(7237111, 23)").execute());

        assertFalse(absorb());
        assertFalse(compute(today));

        await(holding.rollback());
        await(other.close());
        computeAll();
    }

    @Test
    void dayShouldBeCountedAgainOnceItIsOver() {
        Shop shop = shop(today);
        pay(shop, 70_000, today);
        computeAll();
        Period month = Period.of(Interval.MONTH, today);
        assertEquals(0, await(read.one(pool, Figures.CITY, month)).count("contributors"), "today is not over");

        clock.advance(Duration.ofDays(1));
        assertTrue(absorb());
        assertEquals(List.of(today.plusDays(1), today), dirty());
        dirty().forEach(this::compute);

        Figures city = await(read.one(pool, Figures.CITY, month));
        assertEquals(List.of(1L, 70_000L, 0L), List.of(
                city.count("contributors"), city.count("topAmountVnd"), city.count("secondAmountVnd")));
    }

    @Test
    void daysShouldBeLeftAloneBeyondTheHistoryThatIsKept() {
        shop(today.minusDays(300));
        assertTrue(absorb());

        assertEquals(today.minusDays(100), dirty().getLast());
        assertEquals(101, dirty().size());
    }

    @Test
    void periodShouldBeSettledOnceAllItsDaysAreComputedAndNothingChanged() {
        Period week = Period.of(Interval.WEEK, today.minusWeeks(1));
        Shop shop = shop(week.start());
        assertFalse(await(read.settled(pool, week)));

        computeAll();
        assertTrue(await(read.settled(pool, week)));
        assertFalse(await(read.settled(pool, Period.of(Interval.WEEK, today))), "it is not over");

        pay(shop, 1_000, week.end());
        assertFalse(await(read.settled(pool, week)), "a mark that nobody took yet");
        computeAll();
        assertTrue(await(read.settled(pool, week)));
    }

    @Test
    void jobShouldComputeWhatIsThereAndWhatComes() {
        FigureJob job = new FigureJob(compute, threads);
        job.start(TestPostgres.vertx(), Duration.ofMillis(50));
        Shop shop = shop(today.minusDays(1));
        pay(shop, 20_000, today.minusDays(1));

        Eventually.equal(true, () -> measure("district-a", today.minusDays(1), Measure.AMOUNT_VND) == 20_000);
        Eventually.equal(true, () -> job.backlogDays() == 0);
        await(job.stop());
        assertEquals(0, job.failures());
    }
}
