package vn.phopay.dayclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vn.phopay.dayclose.ClosingFixture.ACCOUNT;
import static vn.phopay.dayclose.ClosingFixture.ALICE;
import static vn.phopay.dayclose.ClosingFixture.BOB;
import static vn.phopay.dayclose.ClosingFixture.blockers;
import static vn.phopay.dayclose.ClosingFixture.day;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phopay.dayclose.ClosingFixture.Line;
import vn.phopay.dayclose.ClosingFixture.Payment;
import vn.phopay.testing.InvariantsAfter;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Callbacks against statements: what is a difference, what is none, and what keeps a day from being closed. */
class DayDriftTest {
    private final TestDatabase db = TestPostgres.newDatabase("day_drift");
    private ClosingFixture days;

    @BeforeEach
    void open() {
        days = new ClosingFixture(db);
    }

    @AfterEach
    void drop() {
        InvariantsAfter.check(db.pool());
        db.close();
    }

    @Test
    void driftShouldBeZeroWhenEveryPaymentHasItsLine() {
        UUID paid = days.pay(db.pool(), day(20), 50_000);
        UUID recovered = days.pay(db.pool(), new Payment(day(20), ACCOUNT, 300, "STATEMENT", "CREDIT"));
        UUID statement = days.statement(day(20), day(20), "BALANCED");
        days.line(statement, new Line(paid, "MATCHED", 50_000, "CREDIT", day(20)));
        days.line(statement, new Line(recovered, "RECOVERED", 300, "CREDIT", day(20)));
        days.line(statement, new Line(paid, "DUPLICATE", 50_000, "CREDIT", day(20)));
        DayView view = days.read(day(20));
        assertEquals(new DayFindings.Lines(1, 1, 0, 0, 1, 0), view.findings().lines());
        assertDrift(view, 0, 0);
        assertEquals(50_300, view.totals().get(Measure.STATEMENT_CREDIT).amountVnd().longValue());
        JsonObject sealed = assertInstanceOf(CloseDay.Closed.class, days.close(day(20))).day().seal().json();
        assertEquals("0", sealed.getJsonObject("reconciliation").getJsonObject("drift").getString("absolute"));
        assertEquals(1, sealed.getJsonObject("reconciliation").getJsonObject("lines").getInteger("matched"));
    }

    @Test
    void driftShouldNotCancelWhenTwoErrorsAreOppositeOfEachOther() {
        days.pay(db.pool(), day(20), 7_000);
        UUID statement = days.statement(day(20), day(20), "BALANCED");
        days.line(statement, new Line(null, "AMBIGUOUS", 7_000, "CREDIT", day(20)));
        DayView view = days.read(day(20));
        assertDrift(view, 0, 14_000);
        assertEquals(new DayFindings.Lines(0, 0, 1, 0, 0, 1), view.findings().lines());
        assertEquals(List.of(BlockerKind.DRIFT), blockers(days.close(day(20))));
        days.propose(day(20), BlockerKind.DRIFT, ALICE);
        assertInstanceOf(CloseDay.Closed.class, days.close(day(20), BOB, Set.of(BlockerKind.DRIFT), false));
    }

    @Test
    void driftShouldBeTheDifferenceWhenALineTellsAnotherAmount() {
        UUID paid = days.pay(db.pool(), day(20), 50_000);
        UUID statement = days.statement(day(20), day(20), "BALANCED");
        days.line(statement, new Line(paid, "AMOUNT_MISMATCH", 49_000, "CREDIT", day(20)));
        DayView view = days.read(day(20));
        assertDrift(view, 1_000, 1_000);
        assertEquals(1, view.findings().lines().mismatch());
    }

    @Test
    void driftShouldBeZeroOnBothDaysWhenTheBankBooksOvernight() {
        UUID paid = days.pay(db.pool(), day(20), 50_000);
        days.statement(day(20), day(20), "BALANCED");
        assertDrift(days.read(day(20)), 50_000, 50_000);
        UUID next = days.statement(day(21), day(21), "BALANCED");
        days.line(next, new Line(paid, "MATCHED", 50_000, "CREDIT", day(21)));
        assertDrift(days.read(day(20)), 0, 0);
        assertDrift(days.read(day(21)), 0, 0);
    }

    @Test
    void driftShouldBeZeroWhenTheLineFoundTheTransferAsAnotherSenderToldIt() {
        UUID counted = days.pay(db.pool(), day(20), 50_000);
        UUID twin = days.twin(day(20), 50_000, counted);
        UUID statement = days.statement(day(20), day(20), "BALANCED");
        days.line(statement, new Line(twin, "MATCHED", 50_000, "CREDIT", day(20)));
        assertDrift(days.read(day(20)), 0, 0);
        assertEquals(new DayFindings.Lines(1, 0, 0, 0, 0, 0), days.read(day(20)).findings().lines());
        assertEquals(1, days.read(day(20)).totals().get(Measure.CALLBACK_CREDIT).count());
    }

    @Test
    void driftShouldCountDebitsAgainstCredits() {
        days.pay(db.pool(), day(20), 50_000);
        days.pay(db.pool(), new Payment(day(20), ACCOUNT, 20_000, "CALLBACK", "DEBIT"));
        days.statement(day(20), day(20), "BALANCED");
        assertDrift(days.read(day(20)), 30_000, 70_000);
    }

    @Test
    void driftShouldStandBesideItsAccount() {
        days.pay(db.pool(), day(20), 50_000);
        days.pay(db.pool(), new Payment(day(20), "999", 20_000, "CALLBACK", "CREDIT"));
        days.statement(day(20), day(20), "BALANCED");
        List<DayAccount> accounts = days.accounts(day(20), Optional.empty(), 10);
        assertEquals(List.of(50_000L, 0L),
                accounts.stream().map(a -> a.findings().drift().netVnd().longValue()).toList());
        assertDrift(days.read(day(20)), 50_000, 50_000);
    }

    @Test
    void closeShouldNameTheAccountsWithoutAStatement() {
        days.pay(db.pool(), day(20), 50_000);
        assertEquals(List.of(BlockerKind.STATEMENT_MISSING), blockers(days.close(day(20))));
        days.statement(day(19), day(19), "BALANCED");
        assertEquals(List.of(BlockerKind.STATEMENT_MISSING), blockers(days.close(day(20))));
        CloseDay.Blocked blocked = (CloseDay.Blocked) days.close(day(20));
        JsonObject evidence = blocked.blockers().getFirst().evidence();
        assertEquals(1, evidence.getInteger("count"));
        assertEquals("6789", evidence.getJsonArray("examples").getJsonObject(0).getString("accountEnd"));
    }

    @Test
    void closeShouldNeverPassAnUnbalancedStatement() {
        UUID paid = days.pay(db.pool(), day(20), 50_000);
        UUID statement = days.statement(day(20), day(20), "UNBALANCED");
        days.line(statement, new Line(paid, "MATCHED", 50_000, "CREDIT", day(20)));
        assertEquals(List.of(BlockerKind.STATEMENT_UNBALANCED), blockers(days.close(day(20))));
        Set<BlockerKind> all = Set.of(BlockerKind.values());
        assertInstanceOf(ProposeWaiver.NotFound.class,
                days.propose(day(20), BlockerKind.STATEMENT_UNBALANCED, ALICE));
        assertEquals(List.of(BlockerKind.STATEMENT_UNBALANCED), blockers(days.close(day(20), BOB, all, false)));
    }

    @Test
    void closeShouldWaitForTheImportThatIsRunning() {
        UUID paid = days.pay(db.pool(), day(20), 50_000);
        UUID statement = days.statement(day(20), day(20), "BALANCED");
        days.line(statement, new Line(paid, "MATCHED", 50_000, "CREDIT", day(20)));
        days.run("UPDATE statement_upload SET status = 'IMPORTING'");
        assertEquals(List.of(BlockerKind.IMPORT_RUNNING), blockers(days.close(day(20))));
        days.run("UPDATE statement_upload SET status = 'IMPORTED'");
        assertInstanceOf(CloseDay.Closed.class, days.close(day(20)));
    }

    @Test
    void watchShouldTellHowManyDaysWaitAndTheDriftOfTheOldest() {
        WatchDays watch = new WatchDays(days.stores, db.pool(), days.clock);
        await(watch.look());
        assertEquals(0, watch.unsealed());
        days.pay(db.pool(), day(22), 50_000);
        days.statement(day(22), day(22), "BALANCED");
        await(watch.look());
        assertEquals(3, watch.unsealed());
        assertEquals(BigInteger.valueOf(50_000), watch.driftVnd());
        days.closeAnyhow(day(22));
        await(watch.look());
        assertEquals(2, watch.unsealed());
        assertEquals(BigInteger.ZERO, watch.driftVnd());
    }

    private static void assertDrift(DayView view, long netVnd, long absoluteVnd) {
        assertEquals(new DayFindings.Drift(BigInteger.valueOf(netVnd), BigInteger.valueOf(absoluteVnd)),
                view.findings().drift());
    }
}
