package vn.phopay.payment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import vn.phopay.payment.PaymentFact.PaymentKey;

/**
 * Facts that wait for a flush, a queue a bank, drained in turns so that one bank's flood does not starve another.
 *
 * <p>No two facts of a flush share a key: copies of one meaning are folded into the first ("followers"); what else
 * speaks of the same as a fact of the flush waits for the next one. Used by one context only.
 */
final class FlushQueue {
    private final Map<String, Deque<Entry>> bankToEntries = new LinkedHashMap<>();
    private int size;

    /** One fact of a pending delivery. */
    record Entry(PaymentFact fact, PendingDelivery pending, int index) {
        void resolve(RecordOutcome outcome) {
            pending.resolve(index, outcome);
        }
    }

    /** A fact that is sent to the database, and its copies, which are not. */
    record Leader(Entry entry, List<Entry> followers) {}

    void add(Entry entry) {
        bankToEntries.computeIfAbsent(entry.fact().key().bankCode(), bank -> new ArrayDeque<>()).add(entry);
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** When the delivery that waits longest arrived, in epoch milliseconds; empty where nothing waits. */
    OptionalLong oldestReceivedAtMs() {
        return bankToEntries.values().stream()
                .map(Deque::peekFirst)
                .filter(Objects::nonNull)
                .mapToLong(entry -> entry.fact().receivedAt().toEpochMilli())
                .min();
    }

    /** Takes at most {@code rowsMax} distinct facts and all their copies found on the way. */
    List<Leader> take(int rowsMax) {
        Selection selection = new Selection(rowsMax);
        boolean progress = true;
        while (progress && selection.hasRoom()) {
            progress = false;
            for (Map.Entry<String, Deque<Entry>> bank : bankToEntries.entrySet()) {
                Entry next = selection.hasRoom() ? bank.getValue().pollFirst() : null;
                if (next != null) {
                    progress = true;
                    selection.consider(next);
                }
            }
        }
        putBack(selection.deferred);
        rotate();
        size -= selection.taken;
        return new ArrayList<>(selection.keyToLeader.values());
    }

    /** Takes everything, to be failed. */
    List<Entry> drain() {
        List<Entry> all = new ArrayList<>(size);
        bankToEntries.values().forEach(all::addAll);
        bankToEntries.clear();
        size = 0;
        return all;
    }

    private void putBack(List<Entry> deferred) {
        for (int i = deferred.size() - 1; i >= 0; i--) {
            Entry entry = deferred.get(i);
            bankToEntries.computeIfAbsent(entry.fact().key().bankCode(), bank -> new ArrayDeque<>()).addFirst(entry);
        }
    }

    /** The bank served first now is served last the next time; empty queues are forgotten. */
    private void rotate() {
        bankToEntries.values().removeIf(Deque::isEmpty);
        Iterator<Map.Entry<String, Deque<Entry>>> banks = bankToEntries.entrySet().iterator();
        if (bankToEntries.size() > 1) {
            Map.Entry<String, Deque<Entry>> first = banks.next();
            String bank = first.getKey();
            Deque<Entry> entries = first.getValue();
            banks.remove();
            bankToEntries.put(bank, entries);
        }
    }

    /** The choice of one flush. */
    private static final class Selection {
        private final int rowsMax;
        private final Map<PaymentKey, Leader> keyToLeader = new LinkedHashMap<>();
        private final FlushKeys keys = new FlushKeys();
        private final List<Entry> deferred = new ArrayList<>(0);
        private int taken;

        Selection(int rowsMax) {
            this.rowsMax = rowsMax;
        }

        boolean hasRoom() {
            return keyToLeader.size() < rowsMax && deferred.size() < rowsMax;
        }

        void consider(Entry entry) {
            PaymentFact fact = entry.fact();
            Leader leader = keyToLeader.get(fact.key());
            if (leader != null && leader.entry().fact().meaning().equals(fact.meaning())) {
                leader.followers().add(entry);
                taken++;
                return;
            }
            if (keys.admit(fact)) {
                keyToLeader.put(fact.key(), new Leader(entry, new ArrayList<>(0)));
                taken++;
            } else {
                deferred.add(entry);
            }
        }
    }
}
