package vn.phopay.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phopay.bank.TransactionNotice;
import vn.phopay.bank.TransactionNotice.Direction;
import vn.phopay.payment.MemoScanner;
import vn.phopay.payment.ReferenceCode;

class TransactionStreamTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:15:00Z");
    private static final ReferenceCode CODE = ReferenceCode.draw(new Random(1));
    private static final List<Target> SHOP = List.of(Target.of("0123456789", CODE.value()));

    @Test
    void nextShouldGiveTheSameTransactionsWhenSeedPlanAndTargetsAreTheSame() {
        FaultPlan plan = FaultPlan.parse("duplicates=10%,conflicts=10%,reversals=10%,mangled=50%,late=10%,unknown=10%");
        List<TransactionNotice> first = take(new TransactionStream(7, plan, SHOP), 2_000);
        assertEquals(first, take(new TransactionStream(7, plan, SHOP), 2_000));
        assertNotEquals(take(new TransactionStream(7, plan, SHOP), 10), take(new TransactionStream(8, plan, SHOP), 10));
    }

    @Test
    void nextShouldPayOnceEachWhenNothingGoesWrong() {
        List<TransactionNotice> told = take(new TransactionStream(1, FaultPlan.NONE, SHOP), 1_000);
        Set<String> references = new HashSet<>();
        MemoScanner scanner = new MemoScanner(8);
        for (TransactionNotice notice : told) {
            assertTrue(references.add(notice.bankReference()));
            assertEquals(Direction.CREDIT, notice.direction());
            assertEquals("0123456789", notice.accountNumber());
            assertEquals(NOW, notice.bookedAt());
            assertEquals(List.of(CODE), scanner.scan(notice.memo()), notice.memo());
        }
    }

    @Test
    void nextShouldMangleMemosSoThatOnlyCutOnesLoseTheirCode() {
        List<TransactionNotice> told = take(new TransactionStream(2, FaultPlan.parse("mangled=100%"), SHOP), 3_000);
        MemoScanner scanner = new MemoScanner(8);
        long found = told.stream().filter(notice -> scanner.scan(notice.memo()).contains(CODE)).count();
        assertTrue(found > 2_300 && found < 2_700, "a sixth is cut; found " + found);
        assertTrue(told.stream().anyMatch(notice -> notice.memo().contains(CODE.value().toLowerCase())));
        assertTrue(told.stream()
                .filter(notice -> scanner.scan(notice.memo()).isEmpty())
                .allMatch(notice -> notice.memo().startsWith("MBVCB")));
    }

    @Test
    void nextShouldRepeatAndContradictAndTakeBackWhatWasTold() {
        FaultPlan plan = FaultPlan.parse("duplicates=30%,conflicts=30%,reversals=30%");
        List<TransactionNotice> told = take(new TransactionStream(3, plan, SHOP), 1_000);
        Set<TransactionNotice> credits = new HashSet<>();
        Set<String> reversed = new HashSet<>();
        int repeats = 0;
        for (TransactionNotice notice : told) {
            if (notice.direction() == Direction.DEBIT) {
                String original = notice.reversalOf();
                assertTrue(credits.stream().anyMatch(c -> c.bankReference().equals(original)
                        && c.amountVnd() == notice.amountVnd()), "the original was told");
                assertTrue(reversed.add(original), "taken back once only");
            } else if (!credits.add(notice)) {
                repeats++;
            }
        }
        assertTrue(repeats > 200 && reversed.size() > 100, repeats + " " + reversed.size());
    }

    @Test
    void nextShouldBookLateAfterTheExpiryWhereThereIsOne() {
        Instant expiresAt = NOW.plus(Duration.ofMinutes(15));
        List<Target> request = List.of(new Target("1", CODE.value(), 50_000L, expiresAt));
        TransactionNotice late = take(new TransactionStream(4, FaultPlan.parse("late=100%"), request), 1).getFirst();
        assertEquals(expiresAt.plus(Duration.ofDays(1)), late.bookedAt());
        assertEquals(50_000, late.amountVnd());
        TransactionNotice tardy = take(new TransactionStream(4, FaultPlan.parse("late=100%"), SHOP), 1).getFirst();
        assertTrue(tardy.bookedAt().isBefore(NOW) && !tardy.bookedAt().isBefore(NOW.minus(Duration.ofDays(1))));
    }

    private static List<TransactionNotice> take(TransactionStream stream, int count) {
        return Stream.generate(() -> stream.next(NOW).notice()).limit(count).toList();
    }
}
