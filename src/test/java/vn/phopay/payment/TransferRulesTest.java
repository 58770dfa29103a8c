package vn.phopay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.AuditEntry;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.AssignPayment.Assigned;
import vn.phopay.payment.PaymentFixtures.Request;
import vn.phopay.payment.PaymentFixtures.Shop;
import vn.phopay.payment.RecordOutcome.AlreadyRecorded;
import vn.phopay.payment.RecordOutcome.Recorded;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** One transfer told by several senders, taken back, assigned, given back: against a real database. */
class TransferRulesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("transfer_rules").keepingInvariants();

    private static Desk desk;
    private static PaymentFixtures fixtures;

    @BeforeAll
    static void open() {
        desk = new Desk(DB);
        fixtures = desk.fixtures;
        List.of("bank", "sepay", "casso").forEach(code -> fixtures.bank(code, Desk.BIN));
        fixtures.bank("other", "970436");
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void transferShouldCountOnceWhenTwoSendersTellItAtOnceOverTwoWriters() {
        fixtures.shop(Desk.BIN, "A1");
        List<Future<List<RecordOutcome>>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            answers.add(desk.send("bank", 0, List.of(credit("A1", "ab" + i, 1_000 + i).bankTrace("FTA" + i).build())));
            answers.add(desk.send("sepay", 1, List.of(credit("A1", "as" + i, 1_000 + i).bankTrace("fta" + i).build())));
        }
        await(Future.all(answers));
        assertTrue(answers.stream().allMatch(answer -> answer.result().getFirst() instanceof Recorded));
        assertEquals(200, fixtures.counted("A1"));
        assertEquals(400, fixtures.told("A1"));
        assertEquals(List.of(), fixtures.casesAbout("A1"));
    }

    @Test
    void transferShouldCountTwiceAndOpenOneCaseWhenOneSenderTellsItsTraceTwice() {
        fixtures.shop(Desk.BIN, "B1");
        desk.tell("bank", credit("B1", "b1", 5_000).bankTrace("FTB"));
        desk.tell("sepay", credit("B1", "s1", 5_000).bankTrace("FTB"));
        assertEquals(1, fixtures.counted("B1"));
        desk.tell("bank", credit("B1", "b2", 5_000).bankTrace("FTB"));
        desk.tell("bank", credit("B1", "b2", 5_000).bankTrace("FTB").memo("again").bankReference("b3"));
        desk.tell("sepay", credit("B1", "s2", 5_000).bankTrace("FTB"));
        assertEquals(3, fixtures.counted("B1"));
        assertEquals(List.of("POSSIBLE_DUPLICATE"), fixtures.casesAbout("B1"));
    }

    @Test
    void transferShouldCountApartWhenAccountBankAmountOrTraceDiffers() {
        fixtures.shop(Desk.BIN, "C1");
        desk.tell("bank", credit("C1", "c1", 5_000).bankTrace("FTC"));
        desk.tell("sepay", credit("C1", "c2", 5_001).bankTrace("FTC"));
        desk.tell("sepay", credit("C1", "c3", 5_000).bankTrace("FTC2"));
        desk.tell("casso", credit("C1", "c4", 5_000));
        assertEquals(4, fixtures.counted("C1"));
    }

    @Test
    void debitShouldTakeBackTheCreditWhoseTraceItRepeatsWhicheverComesFirst() {
        Request request = fixtures.request(fixtures.shop(Desk.BIN, "D1"), 9_000, Desk.NOW.plusSeconds(900));
        assertEquals(PaymentOutcome.UNMATCHED, desk.tell("bank", debit("D1", "d1", 9_000).bankTrace("FTD1")));
        assertEquals(PaymentOutcome.REVERSED,
                desk.tell("sepay", credit("D1", "d2", 9_000).bankTrace("FTD1").memo(request.code().value())));
        assertEquals(PaymentOutcome.MATCHED,
                desk.tell("bank", credit("D1", "d3", 9_000).bankTrace("FTD2").memo(request.code().value())));
        assertEquals(9_000, fixtures.paid(request));
        assertEquals(PaymentOutcome.REVERSED, desk.tell("bank", debit("D1", "d4", 9_000).bankTrace("FTD2")));
        assertEquals(0, fixtures.paid(request));
        assertEquals(PaymentOutcome.UNMATCHED, desk.tell("bank", debit("D1", "d5", 8_000).bankTrace("FTD2")),
                "another amount is another transfer");
    }

    @Test
    void reversalOfATwinShouldTakeBackThePaymentThatCountsWhicheverComesFirst() {
        Request request = fixtures.request(fixtures.shop(Desk.BIN, "E1"), 9_000, Desk.NOW.plusSeconds(900));
        String code = request.code().value();
        desk.tell("bank", credit("E1", "e1", 4_000).bankTrace("FTE1").memo(code));
        desk.tell("sepay", credit("E1", "e2", 4_000).bankTrace("FTE1").memo(code));
        assertEquals(PaymentOutcome.REVERSED, desk.tell("sepay", debit("E1", "e3", 4_000).reversalOf("e2")));
        assertEquals(0, fixtures.paid(request));
        desk.tell("sepay", debit("E1", "e5", 5_000).reversalOf("e6"));
        desk.tell("bank", credit("E1", "e4", 5_000).bankTrace("FTE2").memo(code));
        assertEquals(5_000, fixtures.paid(request));
        desk.tell("sepay", credit("E1", "e6", 5_000).bankTrace("FTE2").memo(code));
        assertEquals(0, fixtures.paid(request));
    }

    @Test
    void twinShouldSayWhoseItIsWhenItKnowsBetterAndNobodyDecided() {
        Shop shop = fixtures.shop(Desk.BIN, "F1");
        Request request = fixtures.request(shop, 9_000, Desk.NOW.plusSeconds(900));
        Request another = fixtures.request(shop, 9_000, Desk.NOW.plusSeconds(900));
        assertEquals(PaymentOutcome.ACCOUNT, desk.tell("bank", credit("F1", "f1", 9_000).bankTrace("FTF")));
        assertEquals(PaymentOutcome.MATCHED,
                desk.tell("sepay", credit("F1", "f2", 9_000).bankTrace("FTF").memo(request.code().value())));
        assertEquals(9_000, fixtures.paid(request));
        assertEquals(PaymentOutcome.UNMATCHED,
                desk.tell("casso", credit("F1", "f3", 9_000).bankTrace("FTF").memo(another.code().value())));
        assertEquals(0, fixtures.paid(request), "two claims of one strength: nobody's until a person decides");
        assertEquals(List.of("POSSIBLE_DUPLICATE"), fixtures.casesAbout("F1"));
        assertInstanceOf(Assigned.class, desk.assignToRequest(fixtures.payment("bank", "f1"), another));
        assertEquals(9_000, fixtures.paid(another));
    }

    @Test
    void virtualAccountShouldDecideBeforeTheAccount() {
        fixtures.shop(Desk.BIN, "G1");
        Shop tenant = fixtures.shop(Desk.BIN, "G2");
        fixtures.virtualAccount(tenant, Desk.BIN, "96238800");
        Request request = fixtures.request(tenant, 9_000, Desk.NOW.plusSeconds(900));
        desk.tell("bank", credit("G1", "g1", 1_000).virtualAccount("96238800"));
        desk.tell("bank", credit("G1", "g2", 1_000).virtualAccount("96238801"));
        assertEquals(PaymentOutcome.MATCHED,
                desk.tell("bank", credit("G1", "g3", 9_000).virtualAccount("96238800").memo(request.code().value())));
        assertEquals(PaymentOutcome.UNMATCHED,
                desk.tell("bank", credit("G1", "g4", 9_000).memo(request.code().value())),
                "a code of another merchant");
        assertEquals(10_000, fixtures.countedOf(tenant));
        assertEquals(List.of("WRONG_ACCOUNT"), fixtures.casesAbout("G1"));
    }

    @Test
    void requestShouldBePaidWithinWhatItsMerchantForgivesAndNotADongLess() {
        Request request = fixtures.request(fixtures.shop(Desk.BIN, "H1"), 9_000, Desk.NOW.plusSeconds(900));
        fixtures.tolerate(request, 500);
        String code = request.code().value();
        assertEquals(PaymentOutcome.UNDERPAID, desk.tell("bank", credit("H1", "h1", 8_499).memo(code)));
        assertEquals(PaymentOutcome.MATCHED, desk.tell("bank", credit("H1", "h2", 1).memo(code)));
        assertEquals(PaymentOutcome.MATCHED, desk.tell("bank", credit("H1", "h3", 500).memo(code)));
        assertEquals(PaymentOutcome.OVERPAID, desk.tell("bank", credit("H1", "h4", 1).memo(code)));
    }

    @Test
    void structuredReferenceShouldBeSearchedBeforeTheMemo() {
        Shop shop = fixtures.shop(Desk.BIN, "I1");
        Request first = fixtures.request(shop, 9_000, Desk.NOW.plusSeconds(900));
        Request second = fixtures.request(shop, 9_000, Desk.NOW.plusSeconds(900));
        desk.tell("bank", credit("I1", "i1", 9_000)
                .structuredReference(first.code().value()).memo(second.code().value()));
        assertEquals(9_000, fixtures.paid(first));
        assertEquals(0, fixtures.paid(second));
    }

    @Test
    void personsDecisionShouldHoldWhenATwinComesThatSaysSomethingElse() {
        Shop shop = fixtures.shop(Desk.BIN, "P1");
        Request request = fixtures.request(shop, 9_000, Desk.NOW.plusSeconds(900));
        Request named = fixtures.request(shop, 9_000, Desk.NOW.plusSeconds(900));
        desk.tell("bank", credit("P1", "p1", 9_000).bankTrace("FTP"));
        desk.assignToRequest(fixtures.payment("bank", "p1"), request);
        desk.tell("sepay", credit("P1", "p2", 9_000).bankTrace("FTP").memo(named.code().value()));
        assertEquals(9_000, fixtures.paid(request));
        assertEquals(0, fixtures.paid(named));
        assertEquals(List.of(), fixtures.casesAbout("P1"));
    }

    @Test
    void assignmentShouldMoveAPaymentAndTheLatestOneHolds() {
        Shop shop = fixtures.shop(Desk.BIN, "J1");
        Request request = fixtures.request(shop, 9_000, Desk.NOW.plusSeconds(900));
        Shop other = fixtures.shop(Desk.BIN, "J2");
        desk.tell("bank", credit("J1", "j1", 4_000));
        desk.tell("bank", credit("J1", "j2", 5_000).bankTrace("FTJ"));
        desk.tell("sepay", credit("J1", "j3", 5_000).bankTrace("FTJ"));
        UUID payment = fixtures.payment("bank", "j1");
        assertEquals(PaymentOutcome.UNDERPAID,
                assertInstanceOf(Assigned.class, desk.assignToRequest(payment, request)).outcome());
        assertInstanceOf(AssignPayment.AlreadyThere.class, desk.assignToRequest(payment, request));
        assertEquals(PaymentOutcome.MATCHED, assertInstanceOf(Assigned.class,
                desk.assignToRequest(fixtures.payment("bank", "j2"), request)).outcome());
        assertInstanceOf(AssignPayment.NotAssignable.class,
                desk.assignToRequest(fixtures.payment("sepay", "j3"), request));
        assertEquals(9_000, fixtures.paid(request));
        Assigned moved = assertInstanceOf(Assigned.class, desk.assignToOutlet(payment, other));
        assertTrue(moved.movesBetweenMerchants());
        assertEquals(5_000, fixtures.paid(request));
        assertInstanceOf(AssignPayment.NotFound.class, desk.assignToOutlet(UUID.randomUUID(), other));
    }

    @Test
    void refundShouldCountOnceAndNeverExceedWhatCame() {
        Request request = fixtures.request(fixtures.shop(Desk.BIN, "K1"), 9_000, Desk.NOW.plusSeconds(900));
        desk.tell("bank", credit("K1", "k1", 9_000).memo(request.code().value()));
        UUID payment = fixtures.payment("bank", "k1");
        assertEquals(new RecordRefund.Recorded(4_000), desk.refund(payment, "K-R1", 4_000));
        assertEquals(new RecordRefund.AlreadyRecorded(), desk.refund(payment, "K-R1", 4_000));
        assertEquals(new RecordRefund.KeyTaken(), desk.refund(payment, "K-R1", 4_001));
        assertEquals(new RecordRefund.TooMuch(5_000), desk.refund(payment, "K-R2", 5_001));
        assertEquals(5_000, fixtures.paid(request));
        assertEquals(new RecordRefund.Recorded(9_000), desk.refund(payment, "K-R2", 5_000));
        desk.tell("bank", credit("K1", "k2", 1_000));
        desk.tell("bank", debit("K1", "k3", 1_000).reversalOf("k2"));
        assertEquals(new RecordRefund.TooMuch(0), desk.refund(fixtures.payment("bank", "k2"), "K-R3", 1));
        assertEquals(new RecordRefund.NotRefundable(), desk.refund(fixtures.payment("bank", "k3"), "K-R4", 1));
    }

    @Test
    void acceptanceShouldBeKeptOnce() {
        fixtures.shop(Desk.BIN, "L1");
        desk.tell("bank", credit("L1", "l1", 9_000));
        RecordAcceptance.Acceptance acceptance = new RecordAcceptance.Acceptance(
                new PaymentId(fixtures.payment("bank", "l1")), "cas_1", null, AuditEntry.Actor.system(),
                new JsonObject());
        assertEquals(true, desk.inTransaction(transaction -> desk.accept.record(transaction, acceptance)));
        assertEquals(false, desk.inTransaction(transaction -> desk.accept.record(transaction, acceptance)));
    }

    @Test
    void recoveredLineShouldFollowTheRulesOfACallbackAndCountOnce() {
        Request request = fixtures.request(fixtures.shop(Desk.BIN, "M1"), 9_000, Desk.NOW.plusSeconds(900));
        String code = request.code().value();
        desk.tell("sepay", credit("M1", "m1", 4_000).bankTrace("FTM").memo(code));
        List<TransactionNotice> lines = List.of(
                credit("M1", "m2", 4_000).bankTrace("FTM").memo(code).build(),
                credit("M1", "m3", 5_000).memo(code).build(),
                credit("M1", "m4", 1_000).memo(code).build(),
                debit("M1", "m5", 1_000).reversalOf("m4").build(),
                credit("M1", "m3", 5_000).memo(code).build());
        List<RecordOutcome> outcomes = desk.recover("bank", lines);
        assertInstanceOf(AlreadyRecorded.class, outcomes.get(4));
        assertEquals(9_000, fixtures.paid(request));
        assertTrue(desk.recover("bank", lines).stream().allMatch(AlreadyRecorded.class::isInstance));
        assertEquals(PaymentOutcome.MATCHED, ((Recorded) outcomes.get(1)).outcome());
    }

    @Test
    void transferShouldCountOnceWhenTheStatementTellsItsTraceBeforeOrAfterTheCallback() {
        fixtures.shop(Desk.BIN, "V1");
        desk.recover("bank", List.of(credit("V1", "FTV1", 5_000).bankTrace("FTV1").build()));
        desk.tell("bank", credit("V1", "v1", 5_000).bankTrace("FTV1"));
        desk.tell("bank", credit("V1", "v2", 5_000).bankTrace("FTV2"));
        desk.recover("bank", List.of(credit("V1", "FTV2", 5_000).bankTrace("FTV2").build()));
        assertEquals(2, fixtures.counted("V1"));
        assertEquals(4, fixtures.told("V1"));
        assertEquals(List.of(), fixtures.casesAbout("V1"));
    }

    @Test
    void reversalShouldOpenACaseWhenThePaymentThatComesLaterDoesNotFit() {
        fixtures.shop(Desk.BIN, "N1");
        desk.tell("bank", debit("N1", "n2", 1_001).reversalOf("n1"));
        assertEquals(PaymentOutcome.ACCOUNT, desk.tell("bank", credit("N1", "n1", 1_000)));
        assertEquals(List.of("AMOUNT_MISMATCH"), fixtures.casesAbout("N1"));
    }

    @Test
    void requestOpenByNightShouldTakeWhatItsBankBooksTheNextDay() {
        Request request = fixtures.request(fixtures.shop(Desk.BIN, "O1"), 9_000,
                Instant.parse("2026-11-22T16:20:00Z"));
        assertEquals(PaymentOutcome.UNDERPAID, desk.tell("bank", credit("O1", "o1", 1).memo(request.code().value())
                .bookedAt(Instant.parse("2026-11-23T16:59:59Z"))));
        assertEquals(PaymentOutcome.LATE, desk.tell("bank", credit("O1", "o2", 1).memo(request.code().value())
                .bookedAt(Instant.parse("2026-11-23T17:00:00Z"))));
    }

    private static TransactionNotice.Builder credit(String account, String reference, long amountVnd) {
        return TransactionNotice.credit(reference, account, amountVnd).bookedAt(Desk.NOW);
    }

    private static TransactionNotice.Builder debit(String account, String reference, long amountVnd) {
        return TransactionNotice.debit(reference, account, amountVnd).bookedAt(Desk.NOW);
    }
}
