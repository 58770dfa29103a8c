package vn.phopay.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phopay.adoption.AdoptionFixture.Fact;
import vn.phopay.adoption.AdoptionFixture.Outlet;
import vn.phopay.adoption.FoldOutcome.Folded;
import vn.phopay.adoption.FoldOutcome.FoldedElsewhere;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The fold on a real PostgreSQL: every payment exactly once, whatever the order, whoever crashes. */
final class FoldPaymentsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String DISTRICT = "district-001";

    private TestDatabase db;
    private Pool pool;
    private AdoptionFixture fixture;
    private FoldPayments fold;
    private Outlet outlet;

    @BeforeEach
    void start() {
        db = TestPostgres.newDatabase("fold_payments");
        pool = db.pool();
        fixture = new AdoptionFixture(pool);
        fixture.city();
        fold = new FoldPayments(pool, Clock.systemUTC(), 1000);
        outlet = fixture.outlet(DISTRICT, "ward-00070", "street-hang-ngang");
    }

    @AfterEach
    void everyFigureShouldEqualItsRecomputation() {
        assertEquals(List.of(), await(new RecomputeAdoption().offenders(pool)));
        db.close();
    }

    @Test
    void foldShouldCountCreditInEveryPlaceOfItsOutletWhenItIsCommitted() {
        fixture.record(Fact.credit("FT1", outlet, 50_000, DAY));

        await(fold.fold());

        assertEquals(List.of(1L, 50_000L), fixture.placeDay(DISTRICT, DAY));
        assertEquals(List.of(1L, 50_000L), fixture.placeDay("ward-00070", DAY));
        assertEquals(List.of(1L, 50_000L), fixture.placeDay("street-hang-ngang", DAY));
        assertEquals(List.of(0L, 0L), fixture.placeDay("ward-00082", DAY));
    }

    @Test
    void foldShouldChangeNothingWhenItRunsAgain() {
        fixture.record(Fact.credit("FT1", outlet, 50_000, DAY));
        await(fold.fold());

        assertEquals(new Folded(0, 0, false), await(fold.fold()));

        assertEquals(List.of(1L, 50_000L), fixture.placeDay(DISTRICT, DAY));
    }

    @Test
    void foldShouldCountMoneyThatMovedWhenAmountOrTimeWasWrongButNothingUnmatchedOrWithoutOutlet() {
        fixture.record(Fact.credit("FT1", outlet, 10_000, DAY).as("LATE"));
        fixture.record(Fact.credit("FT2", outlet, 20_000, DAY).as("UNDERPAID"));
        fixture.record(Fact.credit("FT3", outlet, 40_000, DAY).as("OVERPAID"));
        fixture.record(Fact.credit("FT4", outlet, 80_000, DAY).as("UNMATCHED"));
        fixture.record(Fact.credit("FT5", outlet, 160_000, DAY).withoutOutlet());

        await(fold.fold());

        assertEquals(List.of(3L, 70_000L), fixture.placeDay(DISTRICT, DAY));
    }

    @Test
    void foldShouldNotSkipPaymentWhenItsTransactionIsOpenDuringLaterFolds() {
        SqlConnection slow = await(pool.getConnection());
        Transaction open = await(slow.begin());
        new AdoptionFixture(slow).record(Fact.credit("FT1", outlet, 10_000, DAY));
        fixture.record(Fact.credit("FT2", outlet, 20_000, DAY));

        await(fold.fold());
        assertEquals(List.of(0L, 0L), fixture.placeDay(DISTRICT, DAY));

        await(open.commit());
        await(slow.close());
        await(fold.fold());

        assertEquals(List.of(2L, 30_000L), fixture.placeDay(DISTRICT, DAY));
    }

    @Test
    void foldShouldLeaveNoTraceOfPaymentWhenItsTransactionRollsBack() {
        SqlConnection slow = await(pool.getConnection());
        Transaction open = await(slow.begin());
        new AdoptionFixture(slow).record(Fact.credit("FT1", outlet, 10_000, DAY));
        await(open.rollback());
        await(slow.close());
        fixture.record(Fact.credit("FT2", outlet, 20_000, DAY));

        await(fold.fold());

        assertEquals(List.of(1L, 20_000L), fixture.placeDay(DISTRICT, DAY));
    }

    @Test
    void foldShouldCountOnceWhenAnEarlierFoldDiedBeforeItsCommit() {
        fixture.record(Fact.credit("FT1", outlet, 10_000, DAY));
        SqlConnection dying = await(pool.getConnection());
        await(dying.begin());
        assertEquals(new Folded(1, 0, false), await(fold.foldIn(dying)));
        await(dying.close());

        await(fold.fold());

        assertEquals(List.of(1L, 10_000L), fixture.placeDay(DISTRICT, DAY));
    }

    @Test
    void foldShouldStandAsideWhenAnotherInstanceIsFolding() {
        fixture.record(Fact.credit("FT1", outlet, 10_000, DAY));
        SqlConnection other = await(pool.getConnection());
        Transaction folding = await(other.begin());
        await(fold.foldIn(other));

        assertInstanceOf(FoldedElsewhere.class, await(fold.fold()));

        await(folding.commit());
        await(other.close());
        await(fold.fold());
        assertEquals(List.of(1L, 10_000L), fixture.placeDay(DISTRICT, DAY));
    }

    @Test
    void foldShouldCountOnceWhenManyFoldersStartAtOnce() {
        for (int i = 0; i < 40; i++) {
            fixture.record(Fact.credit("FT" + i, outlet, 1_000, DAY));
        }
        FoldPayments small = new FoldPayments(pool, Clock.systemUTC(), 3);
        List<Future<FoldOutcome>> folders =
                Stream.generate(small::fold).limit(12).toList();
        await(Future.all(folders));

        await(fold.fold());

        assertEquals(List.of(40L, 40_000L), fixture.placeDay(DISTRICT, DAY));
    }

    @Test
    void foldShouldTakeOriginalBackOnceWhenReversalComesFirst() {
        Fact original = Fact.credit("FT1", outlet, 10_000, DAY);
        fixture.record(original.reversal("RV1"));
        await(fold.fold());
        assertEquals(List.of(0L, 0L), fixture.placeDay(DISTRICT, DAY));

        fixture.record(original);
        fixture.record(original.reversal("RV2"));
        await(fold.fold());

        assertEquals(List.of(0L, 0L), fixture.placeDay(DISTRICT, DAY));
    }

    @Test
    void foldShouldTakeOriginalBackOnceWhenItWasFoldedBefore() {
        Fact original = Fact.credit("FT1", outlet, 10_000, DAY);
        fixture.record(original);
        fixture.record(Fact.credit("FT2", outlet, 5_000, DAY));
        await(fold.fold());

        fixture.record(original.reversal("RV1"));
        await(fold.fold());
        await(fold.fold());

        assertEquals(List.of(1L, 5_000L), fixture.placeDay(DISTRICT, DAY));
    }

    @Test
    void foldShouldKeepOriginalWhenReversalNamesAnotherAmount() {
        Fact original = Fact.credit("FT1", outlet, 10_000, DAY);
        fixture.record(original);
        fixture.record(Fact.credit("FT1", outlet, 9_999, DAY).reversal("RV1"));

        await(fold.fold());

        assertEquals(List.of(1L, 10_000L), fixture.placeDay(DISTRICT, DAY));
    }

    @Test
    void foldShouldSplitBusinessDaysWhenHanoiHasMidnight() {
        fixture.record(Fact.credit("FT1", outlet, 1_000, DAY), Instant.parse("2026-03-10T16:59:59.999999Z"));
        fixture.record(Fact.credit("FT2", outlet, 2_000, DAY), Instant.parse("2026-03-10T17:00:00Z"));

        await(fold.fold());

        assertEquals(List.of(1L, 1_000L), fixture.placeDay(DISTRICT, DAY));
        assertEquals(List.of(1L, 2_000L), fixture.placeDay(DISTRICT, DAY.plusDays(1)));
    }

    @Test
    void foldShouldCarryDaysWhenOutletTurnsOutToHaveMovedEarlier() {
        fixture.record(Fact.credit("FT1", outlet, 1_000, DAY));
        fixture.record(Fact.credit("FT2", outlet, 2_000, DAY.plusDays(1)));
        await(fold.fold());

        fixture.move(outlet, DAY.plusDays(1), "district-002", "");
        fixture.record(Fact.credit("FT3", outlet, 4_000, DAY.plusDays(1)));
        await(fold.fold());

        assertEquals(List.of(1L, 1_000L), fixture.placeDay(DISTRICT, DAY));
        assertEquals(List.of(0L, 0L), fixture.placeDay(DISTRICT, DAY.plusDays(1)));
        assertEquals(List.of(2L, 6_000L), fixture.placeDay("district-002", DAY.plusDays(1)));
    }

    @Test
    void foldShouldSayThatMoreIsLeftWhenOneRunIsFull() {
        for (int i = 0; i < 5; i++) {
            fixture.record(Fact.credit("FT" + i, outlet, 1_000, DAY));
        }
        FoldPayments small = new FoldPayments(pool, Clock.systemUTC(), 2);

        assertEquals(new Folded(2, 0, true), await(small.fold()));
        assertEquals(List.of(2L, 2_000L), fixture.placeDay(DISTRICT, DAY));

        await(fold.fold());
        assertEquals(0, await(fold.backlogAgeMs()));
    }

    @Test
    void foldShouldRefuseWhenTheWatermarkIsOfAnotherServer() {
        fixture.run("UPDATE adoption_watermark SET folded_xid = 9000000000000");

        assertThrows(IllegalStateException.class, () -> await(fold.fold()));

        fixture.run("UPDATE adoption_watermark SET folded_xid = 0");
    }
}
