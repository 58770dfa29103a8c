package vn.phopay.dayclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.dayclose.ClosingFixture.ALICE;
import static vn.phopay.dayclose.ClosingFixture.BOB;
import static vn.phopay.dayclose.ClosingFixture.blockers;
import static vn.phopay.dayclose.ClosingFixture.day;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.dayclose.DayPart.Total;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.InvariantsAfter;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class CloseDayTest {
    private final TestDatabase db = TestPostgres.newDatabase("close_day");
    private ClosingFixture days;

    @BeforeEach
    void open() {
        days = new ClosingFixture(db);
    }

    @AfterEach
    void checkAndDrop() {
        InvariantsAfter.check(db.pool());
        assertTrue(days.verifyAll().stream().allMatch(SealVerdict::valid));
        db.close();
    }

    @Test
    void closeShouldSealWhatWasCounted() {
        days.pay(db.pool(), day(20), 50_000);
        days.pay(db.pool(), day(20), 20_000);
        days.fact(db.pool(), days.pay(db.pool(), day(20), 700), "REFUND", day(20));
        days.pay(db.pool(), day(21), 1);
        JsonObject regular = days.closeAnyhow(day(20)).seal().json().getJsonObject("regular");
        assertEquals(new JsonObject().put("count", 3).put("amount", "70700"),
                regular.getJsonObject("totals").getJsonObject("CALLBACK_CREDIT"));
        assertEquals(new JsonObject().put("count", 1).put("amount", "1"),
                regular.getJsonObject("totals").getJsonObject("REFUND"));
        assertEquals(1, regular.getInteger("accounts"));
    }

    @Test
    void closeShouldCountALateFactInTheNextSealAndSaySoOnBothDays() {
        days.pay(db.pool(), day(20), 50_000);
        SealedDay first = days.closeAnyhow(day(20));
        days.pay(db.pool(), day(20), 7_000);
        DayView waiting = days.read(day(20));
        assertEquals(total(1, 50_000), waiting.totals().get(Measure.CALLBACK_CREDIT));
        assertEquals(total(1, 7_000), waiting.late().waiting().get(Measure.CALLBACK_CREDIT));
        assertEquals(total(1, 7_000), days.read(day(21)).adjustments().get(day(20)).get(Measure.CALLBACK_CREDIT));

        days.closeAnyhow(day(21));
        DayView adjusted = days.read(day(20));
        assertEquals(first, adjusted.sealed().orElseThrow());
        assertEquals(total(1, 50_000), adjusted.totals().get(Measure.CALLBACK_CREDIT));
        assertEquals(total(1, 7_000), adjusted.late().adjustedBy().get(day(21)).get(Measure.CALLBACK_CREDIT));
        assertTrue(adjusted.late().waiting().isEmpty());
        DayView adjusting = days.read(day(21));
        assertTrue(adjusting.totals().isEmpty());
        assertEquals(total(1, 7_000), adjusting.adjustments().get(day(20)).get(Measure.CALLBACK_CREDIT));
        DayAccount account = days.accounts(day(20), Optional.empty(), 10).getFirst();
        assertEquals(total(1, 50_000), account.regular().get(Measure.CALLBACK_CREDIT));
        assertEquals(total(1, 7_000), account.late().get(Measure.CALLBACK_CREDIT));
    }

    @Test
    void closeShouldLeaveToTheNextSealWhatWasNotCommittedYet() {
        days.pay(db.pool(), day(20), 50_000);
        SqlConnection slow = await(db.pool().getConnection());
        Transaction open = await(slow.begin());
        days.pay(slow, day(20), 7_000);
        days.pay(db.pool(), day(20), 300);
        days.closeAnyhow(day(20));
        await(open.commit());
        await(slow.close());
        // What committed behind the slow transaction waits with it: the horizon cannot pass it.
        assertEquals(total(1, 50_000), days.read(day(20)).totals().get(Measure.CALLBACK_CREDIT));
        days.closeAnyhow(day(21));
        assertEquals(total(2, 7_300),
                days.read(day(20)).late().adjustedBy().get(day(21)).get(Measure.CALLBACK_CREDIT));
    }

    @Test
    void closeShouldMakeOneSealWhenManyCloseAtOnce() throws Exception {
        days.pay(db.pool(), day(20), 50_000);
        days.propose(day(20), BlockerKind.STATEMENT_MISSING, ALICE);
        List<CloseDay.Outcome> outcomes = AtOnce.run(8,
                i -> days.close(day(20), BOB, Set.of(BlockerKind.STATEMENT_MISSING), false));
        assertEquals(1, outcomes.stream().filter(CloseDay.Closed.class::isInstance).count());
        assertEquals(7, outcomes.stream().filter(CloseDay.ClosedBefore.class::isInstance).count());
        assertEquals(1, days.verifyAll().size());
    }

    @Test
    void databaseShouldRefuseASecondSealOfADayAndAForkOfTheChain() {
        days.pay(db.pool(), day(20), 50_000);
        days.closeAnyhow(day(20));
        assertEquals("day_seal_pk", constraint("INSERT INTO day_seal SELECT * FROM day_seal"));
        assertEquals("day_seal_previous_uq", constraint("INSERT INTO day_seal SELECT business_date + 1, previous_hash,"
                + " encode(sha256(convert_to('phopay-seal-1' || chr(10) || '{}', 'UTF8')), 'hex'), '{}', signature,"
                + " previous_horizon_xid, horizon_xid, sealed_at, sealed_by FROM day_seal"));
        assertEquals("day_seal_hash_fits", constraint("INSERT INTO day_seal SELECT business_date + 1, hash,"
                + " repeat('0', 64), document, signature, previous_horizon_xid, horizon_xid, sealed_at, sealed_by"
                + " FROM day_seal"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE day_seal SET sealed_by = gen_random_uuid()", "DELETE FROM day_seal_waiver",
        "UPDATE day_seal_total SET facts = 2", "DELETE FROM day_seal_total", "UPDATE day_waiver SET reason = 'x'",
        "TRUNCATE day_seal CASCADE", "TRUNCATE day_seal_total"})
    void databaseShouldRefuseToChangeWhatWasSealed(String sql) {
        days.pay(db.pool(), day(20), 50_000);
        days.closeAnyhow(day(20));
        assertEquals("day_seal_frozen", constraint(sql));
    }

    @Test
    void closeShouldKeepToTheOrderOfDays() {
        assertEquals(List.of(BlockerKind.BEFORE_FIRST_DAY), blockers(days.close(day(20))));
        days.pay(db.pool(), day(20), 50_000);
        assertEquals(List.of(BlockerKind.BEFORE_FIRST_DAY), blockers(days.close(day(19))));
        assertEquals(List.of(BlockerKind.PREVIOUS_DAY_OPEN), blockers(days.close(day(21))));
        days.closeAnyhow(day(20));
        assertEquals(List.of(BlockerKind.BEFORE_FIRST_DAY), blockers(days.close(day(19))));
        assertEquals(List.of(BlockerKind.PREVIOUS_DAY_OPEN), blockers(days.close(day(22))));
        assertInstanceOf(CloseDay.ClosedBefore.class, days.close(day(20)));
        assertInstanceOf(CloseDay.Closed.class, days.close(day(21)), "a day on which nothing moved");
    }

    @Test
    void closeShouldWaitForMidnightInVietnam() {
        days.pay(db.pool(), day(24), 50_000);
        days.clock.advance(Duration.ofHours(-10).minusSeconds(1));
        assertEquals(List.of(BlockerKind.DAY_NOT_OVER), blockers(days.close(day(24))));
        days.clock.advance(Duration.ofSeconds(1));
        assertEquals(List.of(BlockerKind.STATEMENT_MISSING), blockers(days.close(day(24))));
    }

    @Test
    void closeShouldBeginTheChainWhereItIsToldToAndAdjustForEverythingBefore() {
        days.pay(db.pool(), day(10), 50_000);
        days.pay(db.pool(), day(20), 1_000);
        days.propose(day(20), BlockerKind.STATEMENT_MISSING, ALICE);
        assertInstanceOf(CloseDay.Closed.class,
                days.close(day(20), BOB, Set.of(BlockerKind.STATEMENT_MISSING), true));
        assertEquals(total(1, 50_000), days.read(day(20)).adjustments().get(day(10)).get(Measure.CALLBACK_CREDIT));
        assertEquals(List.of(BlockerKind.PREVIOUS_DAY_OPEN), blockers(days.close(day(22), BOB, Set.of(), true)),
                "a chain begins once");
    }

    @Test
    void waiverShouldNeedASecondPersonWhoSeesTheSame() {
        days.pay(db.pool(), day(20), 50_000);
        Set<BlockerKind> waive = Set.of(BlockerKind.STATEMENT_MISSING);
        assertEquals(List.of(BlockerKind.STATEMENT_MISSING), blockers(days.close(day(20), BOB, waive, false)));
        assertInstanceOf(ProposeWaiver.Proposed.class, days.propose(day(20), BlockerKind.STATEMENT_MISSING, BOB));
        assertEquals(List.of(BlockerKind.STATEMENT_MISSING), blockers(days.close(day(20), BOB, waive, false)));
        assertEquals(List.of(BlockerKind.STATEMENT_MISSING), blockers(days.close(day(20), ALICE, Set.of(), false)));
        days.pay(db.pool(), new ClosingFixture.Payment(day(20), "999", 1, "CALLBACK", "CREDIT"));
        assertEquals(List.of(BlockerKind.STATEMENT_MISSING), blockers(days.close(day(20), ALICE, waive, false)),
                "what is missing now is more than was accepted");
        days.propose(day(20), BlockerKind.STATEMENT_MISSING, BOB);
        CloseDay.Outcome outcome = days.close(day(20), ALICE, waive, false);
        JsonObject waiver = assertInstanceOf(CloseDay.Closed.class, outcome).day().seal().json()
                .getJsonObject("closing").getJsonArray("waivers").getJsonObject(0);
        assertEquals("STATEMENT_MISSING", waiver.getString("blocker"));
        assertFalse(waiver.getString("proposedBy").equals(waiver.getString("approvedBy")));
        assertInstanceOf(ProposeWaiver.AlreadySealed.class, days.propose(day(20), BlockerKind.DRIFT, BOB));
        assertInstanceOf(ProposeWaiver.NotFound.class, days.propose(day(21), BlockerKind.DRIFT, BOB));
    }

    @Test
    void databaseShouldRefuseOnePersonInBothRolesOfAWaiver() {
        days.pay(db.pool(), day(20), 50_000);
        days.propose(day(20), BlockerKind.STATEMENT_MISSING, ALICE);
        String insert = "INSERT INTO day_seal_waiver SELECT business_date, blocker, waiver_id, %s FROM day_waiver";
        assertEquals("day_seal_waiver_two_people", constraint(String.format(insert, "proposed_by, proposed_by")));
        assertEquals("day_seal_waiver_proposal_fk",
                constraint(String.format(insert, "gen_random_uuid(), proposed_by")));
    }

    @Test
    void pagesShouldListEachAccountOnce() {
        for (String account : List.of("300", "100", "200")) {
            days.pay(db.pool(), new ClosingFixture.Payment(day(20), account, 5, "CALLBACK", "CREDIT"));
            days.pay(db.pool(), new ClosingFixture.Payment(day(20), account, 6, "CALLBACK", "DEBIT"));
        }
        List<DayAccount> page = days.accounts(day(20), Optional.empty(), 2);
        assertEquals(List.of("100", "200"), page.stream().map(a -> a.account().accountNumber()).toList());
        List<DayAccount> rest = days.accounts(day(20), Optional.of(page.getLast().account()), 2);
        assertEquals(List.of("300"), rest.stream().map(a -> a.account().accountNumber()).toList());
        assertEquals(total(1, 6), rest.getFirst().regular().get(Measure.CALLBACK_DEBIT));
    }

    @Test
    void listShouldShowOpenAndSealedDays() {
        days.pay(db.pool(), day(20), 5);
        days.closeAnyhow(day(20));
        days.closeAnyhow(day(21));
        days.pay(db.pool(), day(20), 6);
        days.pay(db.pool(), day(22), 7);
        List<ReadDay.Line> lines = days.days(day(19), day(23));
        assertEquals(List.of(day(20), day(21), day(22)), lines.stream().map(ReadDay.Line::date).toList());
        assertEquals(List.of(true, true, false), lines.stream().map(line -> line.sealed().isPresent()).toList());
        assertEquals(total(1, 5), lines.getFirst().totals().get(Measure.CALLBACK_CREDIT));
        assertEquals(total(1, 7), lines.getLast().totals().get(Measure.CALLBACK_CREDIT));
    }

    private String constraint(String sql) {
        PgException refused = assertThrows(PgException.class, () -> days.run(sql));
        return refused.getConstraint();
    }

    private static Total total(long count, long amountVnd) {
        return new Total(count, BigInteger.valueOf(amountVnd));
    }
}
