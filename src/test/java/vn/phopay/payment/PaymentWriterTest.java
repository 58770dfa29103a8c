package vn.phopay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vn.phopay.testing.TestPostgres.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.identity.BankKeyId;
import vn.phopay.identity.IdSource;
import vn.phopay.payment.RecordOutcome.AlreadyRecorded;
import vn.phopay.payment.RecordOutcome.ConflictingDuplicate;
import vn.phopay.payment.RecordOutcome.NotRecorded;
import vn.phopay.payment.RecordOutcome.Recorded;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PaymentWriterTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("payment_writer").keepingInvariants();

    private static final Instant NOW = Instant.parse("2026-11-22T02:15:00Z");
    private static final String BIN = "970422";
    private static final ReferenceCode STATIC = ReferenceCode.draw(new Random(1));
    private static final ReferenceCode OTHER_STATIC = ReferenceCode.draw(new Random(2));
    private static final ReferenceCode FOREIGN = ReferenceCode.draw(new Random(3));
    private static PaymentWriters writers;
    private static RecordDelivery record;
    private static PaymentFixtures fixtures;

    @BeforeAll
    static void open() {
        WriterSettings limits = new WriterSettings(20_000, 64 << 20, 512, 0, 100);
        writers = await(PaymentWriters.open(TestPostgres.vertx(),
                new PaymentWriters.Plan(DB.options(), 1, limits, new LateRule(Duration.ofMinutes(15), Duration.ZERO)),
                Clock.systemUTC(), new SimpleMeterRegistry()));
        record = new RecordDelivery(writers, new MemoScanner(8), new IdSource(Clock.systemUTC()), DB.pool());
        fixtures = new PaymentFixtures(DB.pool());
        PaymentFixtures.Shop shop = fixtures.shop(BIN, "0123456789");
        fixtures.staticCode(shop, STATIC);
        fixtures.staticCode(shop, OTHER_STATIC);
        fixtures.staticCode(fixtures.shop(BIN, "999"), FOREIGN);
    }

    @AfterAll
    static void close() {
        await(writers.stop());
    }

    @Test
    void recordShouldMatchByCodeThenByAccountThenPark() {
        assertEquals(PaymentOutcome.OUTLET, outcomeOf(credit("A1", 50_000, "ck " + STATIC)));
        assertEquals(PaymentOutcome.ACCOUNT, outcomeOf(credit("A2", 50_000, "khong ma")));
        assertEquals(PaymentOutcome.UNMATCHED, outcomeOf(credit("A3", 50_000, "la ai").toAccount("5550001")));
        assertEquals(PaymentOutcome.UNMATCHED, outcomeOf(credit("A4", 50_000, "sai " + FOREIGN)));
        assertEquals(PaymentOutcome.UNMATCHED, outcomeOf(credit("A5", 50_000, STATIC + " " + OTHER_STATIC)));
        assertEquals(PaymentOutcome.OUTLET, outcomeOf(credit("A6", 50_000, STATIC + " " + FOREIGN)));
        assertEquals(List.of("SEVERAL_CODES A5", "UNMATCHED A3", "WRONG_ACCOUNT A4"), fixtures.casesOf("A"));
    }

    @Test
    void recordShouldAnswerTheFirstResultWhenATransactionIsRepeated() {
        RecordOutcome first = one(credit("B1", 70_000, "ck " + STATIC));
        RecordOutcome repeated = one(credit("B1", 70_000, "a memo of other words"));
        Recorded recorded = assertInstanceOf(Recorded.class, first);
        assertEquals(new AlreadyRecorded(recorded.payment(), PaymentOutcome.OUTLET), repeated);
        assertEquals(1, fixtures.countPayments("B1"));
    }

    @Test
    void recordShouldKeepTheFirstAndOpenOneCaseWhenTheMeaningDiffers() {
        Recorded first = assertInstanceOf(Recorded.class, one(credit("C1", 70_000, "x")));
        RecordOutcome conflict = one(credit("C1", 70_001, "x"));
        RecordOutcome again = one(credit("C1", 70_001, "x"));
        assertEquals(new ConflictingDuplicate(first.payment(), PaymentOutcome.ACCOUNT), conflict);
        assertEquals(conflict, again);
        assertEquals(List.of("CONFLICT C1"), fixtures.casesOf("C"));
    }

    @Test
    void recordShouldCountOnceWhenAThousandCopiesComeAtOnce() {
        List<Future<List<RecordOutcome>>> answers = IntStream.range(0, 1_000)
                .mapToObj(i -> submit(List.of(credit("D1", 10_000, "").notice())))
                .toList();
        await(Future.all(answers));
        assertEquals(1, answers.stream().filter(a -> a.result().getFirst() instanceof Recorded).count());
        assertEquals(1, fixtures.countPayments("D1"));
        assertEquals(1_000, fixtures.countDeliveriesOf("D"));
    }

    @Test
    void recordShouldAddUpPartialPaymentsOfARequestWithinOneCall() {
        ReferenceCode code = fixtures.request(BIN, "777", 100_000, NOW.plusSeconds(900));
        List<RecordOutcome> outcomes = await(submit(List.of(
                credit("E1", 40_000, code.value()).toAccount("777").notice(),
                credit("E2", 60_000, code.value()).toAccount("777").notice(),
                credit("E3", 1, code.value()).toAccount("777").notice())));
        assertEquals(
                List.of(PaymentOutcome.UNDERPAID, PaymentOutcome.MATCHED, PaymentOutcome.OVERPAID),
                outcomes.stream().map(o -> ((Recorded) o).outcome()).toList());
    }

    @Test
    void recordShouldJudgeLatenessByBookingTimeAndGrace() {
        ReferenceCode code = fixtures.request(BIN, "778", 100_000, NOW);
        assertEquals(PaymentOutcome.UNDERPAID,
                outcomeOf(credit("F1", 1, code.value()).toAccount("778").bookedAt(NOW.plusSeconds(900))));
        assertEquals(PaymentOutcome.LATE,
                outcomeOf(credit("F2", 1, code.value()).toAccount("778").bookedAt(NOW.plusSeconds(901))));
    }

    @Test
    void recordShouldReverseWhicheverComesFirst() {
        ReferenceCode code = fixtures.request(BIN, "779", 100_000, NOW.plusSeconds(900));
        assertEquals(PaymentOutcome.MATCHED, outcomeOf(credit("G1", 100_000, code.value()).toAccount("779")));
        assertEquals(PaymentOutcome.REVERSED, outcomeOf(debit("G2", 100_000, "G1").toAccount("779")));
        assertEquals(PaymentOutcome.REVERSED, outcomeOf(debit("G4", 100_000, "G3").toAccount("779")));
        assertEquals(PaymentOutcome.REVERSED, outcomeOf(credit("G3", 100_000, code.value()).toAccount("779")));
        assertEquals(PaymentOutcome.MATCHED, outcomeOf(credit("G5", 100_000, code.value()).toAccount("779")),
                "both earlier credits were taken back, so this one pays the request");
        assertEquals(PaymentOutcome.UNMATCHED, outcomeOf(debit("G6", 100_000, "G5").toAccount("778")));
        assertEquals(PaymentOutcome.REVERSED, outcomeOf(debit("G7", 100_000, "G5").toAccount("779")),
                "a reversal that says something else stands in nobody's way");
        assertEquals(PaymentOutcome.UNMATCHED, outcomeOf(debit("G8", 100_000, "G5").toAccount("779")));
        assertEquals(List.of("AMOUNT_MISMATCH G6", "REVERSAL_WITHOUT_ORIGINAL G8"), fixtures.casesOf("G"));
    }

    @Test
    void recordShouldKeepTheOrderWhenPaymentAndReversalStandInOneCall() {
        List<RecordOutcome> outcomes = await(submit(List.of(
                credit("H1", 5_000, STATIC.value()).notice(),
                debit("H2", 5_000, "H1").notice(),
                debit("H3", 6_000, "H4").notice(),
                credit("H4", 6_000, STATIC.value()).notice())));
        assertEquals(
                List.of(PaymentOutcome.OUTLET, PaymentOutcome.REVERSED, PaymentOutcome.REVERSED,
                        PaymentOutcome.REVERSED),
                outcomes.stream().map(o -> ((Recorded) o).outcome()).toList());
    }

    @Test
    void recordShouldSpareTheBatchWhenOneFactBreaksAConstraint() {
        fixtures.refuseMemo("poison");
        List<TransactionNotice> notices = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> notices.add(credit("I" + i, 1_000, i == 7 ? "poison" : "ok").notice()));
        List<RecordOutcome> outcomes = await(submit(notices));
        assertEquals(new NotRecorded("payment_memo_not_poison"), outcomes.get(7));
        assertEquals(19, outcomes.stream().filter(Recorded.class::isInstance).count());
        assertEquals(0, fixtures.countPayments("I7"));
        assertEquals(1, fixtures.countPayments("I8"));
    }

    @Test
    void recordShouldSplitACallThatIsLargerThanAFlush() {
        List<TransactionNotice> notices = new ArrayList<>();
        IntStream.range(0, 1_000).forEach(i -> notices.add(credit("J" + i, 1_000 + i, "").notice()));
        assertEquals(1_000, await(submit(notices)).stream().filter(Recorded.class::isInstance).count());
        assertEquals(1_000, await(submit(notices)).stream().filter(AlreadyRecorded.class::isInstance).count());
    }

    private static PaymentOutcome outcomeOf(Notice notice) {
        return assertInstanceOf(Recorded.class, one(notice)).outcome();
    }

    private static RecordOutcome one(Notice notice) {
        return await(submit(List.of(notice.notice()))).getFirst();
    }

    private static Future<List<RecordOutcome>> submit(List<TransactionNotice> notices) {
        Delivery delivery = new Delivery(UUID.randomUUID(), "mbbank", BIN, notices.getFirst().bankReference(), NOW,
                new BankKeyId(UUID.randomUUID()), NOW, Buffer.buffer("{}"));
        return record.record(delivery, notices);
    }

    private static Notice credit(String reference, long amountVnd, String memo) {
        return new Notice(TransactionNotice.credit(reference, "0123456789", amountVnd)
                .memo(memo)
                .bookedAt(NOW)
                .build());
    }

    private static Notice debit(String reference, long amountVnd, String reversalOf) {
        return new Notice(TransactionNotice.debit(reference, "0123456789", amountVnd)
                .bookedAt(NOW)
                .reversalOf(reversalOf)
                .build());
    }

    /** A notice with members to change. */
    private record Notice(TransactionNotice notice) {
        Notice toAccount(String account) {
            return new Notice(notice.toBuilder().accountNumber(account).build());
        }

        Notice bookedAt(Instant moment) {
            return new Notice(notice.toBuilder().bookedAt(moment).build());
        }
    }
}
