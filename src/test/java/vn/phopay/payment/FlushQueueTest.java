package vn.phopay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.phopay.payment.FlushQueue.Entry;
import vn.phopay.payment.FlushQueue.Leader;

class FlushQueueTest {
    private final FlushQueue queue = new FlushQueue();

    @Test
    void takeShouldServeBanksInTurnsWhenOneHasMoreThanAFlush() {
        IntStream.range(0, 10).forEach(i -> add(Facts.credit("mb", "M" + i, 1_000)));
        add(Facts.credit("vcb", "V0", 1_000));
        add(Facts.credit("acb", "A0", 1_000));

        assertEquals(List.of("M0", "V0", "A0", "M1"), references(queue.take(4)));
        assertEquals(8, queue.size());
    }

    @Test
    void takeShouldBeginWithAnotherBankWhenItWasThisOnesTurn() {
        IntStream.range(0, 3).forEach(i -> add(Facts.credit("mb", "M" + i, 1_000)));
        IntStream.range(0, 3).forEach(i -> add(Facts.credit("vcb", "V" + i, 1_000)));

        assertEquals(List.of("M0"), references(queue.take(1)));
        assertEquals(List.of("V0"), references(queue.take(1)));
        assertEquals(List.of("M1"), references(queue.take(1)));
    }

    @Test
    void takeShouldFoldCopiesIntoTheFirstWhenTheyMeanTheSame() {
        add(Facts.credit("mb", "A", 1_000));
        add(Facts.credit("mb", "A", 1_000));
        add(Facts.credit("vcb", "A", 1_000));
        add(Facts.credit("mb", "A", 1_000));

        List<Leader> leaders = queue.take(3);

        assertEquals(List.of("A", "A"), references(leaders));
        assertEquals("mb", leaders.getFirst().entry().fact().key().bankCode());
        assertEquals(2, leaders.getFirst().followers().size());
        assertEquals(0, leaders.getLast().followers().size(), "the other bank's A is another transfer");
        assertTrue(queue.isEmpty());
    }

    @Test
    void takeShouldDeferAConflictWhenTheKeyStandsInTheFlush() {
        add(Facts.credit("mb", "A", 1_000));
        add(Facts.credit("mb", "A", 2_000));
        add(Facts.credit("mb", "B", 3_000));

        assertEquals(List.of("A", "B"), references(queue.take(10)));
        assertEquals(1, queue.size());
        assertEquals(2_000, queue.take(10).getFirst().entry().fact().notice().amountVnd());
        assertTrue(queue.isEmpty());
    }

    @Test
    void takeShouldDeferTheLaterOfPaymentAndReversalWhicheverItIs() {
        add(Facts.credit("mb", "A", 1_000));
        add(Facts.reversal("mb", "RA", "A"));
        add(Facts.reversal("mb", "RB", "B"));
        add(Facts.credit("mb", "B", 1_000));
        add(Facts.reversal("vcb", "RA", "A"));

        assertEquals(List.of("A", "RA", "RB"), references(queue.take(10)), "RA is the other bank's");
        assertEquals(List.of("RA", "B"), references(queue.take(10)));
        assertTrue(queue.isEmpty());
    }

    @Test
    void takeShouldDeferWhatSpeaksOfATraceOfTheFlushWhoeverTellsIt() {
        add(Facts.traced("mb", "A", 1_000, "FT1"));
        add(Facts.traced("sepay", "S", 1_000, "FT1"));
        add(Facts.traced("sepay", "T", 2_000, "FT1"));
        add(Facts.traced("casso", "U", 1_000, "FT2"));

        assertEquals(3, queue.take(10).size());
        assertEquals(1, queue.take(10).size());
    }

    @Test
    void takeShouldKeepTheOrderOfWhatItDefersWhenOneKeyHasSeveralMeanings() {
        List<Long> amounts = new ArrayList<>();
        IntStream.rangeClosed(1, 4).forEach(i -> add(Facts.credit("mb", "A", i)));

        while (!queue.isEmpty()) {
            List<Leader> leaders = queue.take(10);
            assertEquals(1, leaders.size());
            amounts.add(leaders.getFirst().entry().fact().notice().amountVnd());
        }

        assertEquals(List.of(1L, 2L, 3L, 4L), amounts);
    }

    @Test
    void takeShouldGiveAsManyRowsAsAskedWhenThereAreMore() {
        IntStream.range(0, 5).forEach(i -> add(Facts.credit("mb", "M" + i, 1_000)));

        assertEquals(4, queue.take(4).size());
        assertEquals(1, queue.take(4).size());
        assertEquals(0, queue.take(4).size());
    }

    @Test
    void drainShouldGiveEverythingWhenItIsToFail() {
        IntStream.range(0, 3).forEach(i -> add(Facts.credit("mb", "M" + i, 1_000)));
        add(Facts.credit("vcb", "V0", 1_000));

        assertEquals(4, queue.drain().size());
        assertTrue(queue.isEmpty());
        assertEquals(OptionalLong.empty(), queue.oldestReceivedAtMs());
    }

    private void add(PaymentFact fact) {
        queue.add(new Entry(fact, new PendingDelivery(Facts.delivery("mb", 2), 1), 0));
    }

    private static List<String> references(List<Leader> leaders) {
        return leaders.stream().map(leader -> leader.entry().fact().key().bankReference()).toList();
    }
}
