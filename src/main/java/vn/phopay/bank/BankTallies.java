package vn.phopay.bank;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import vn.phopay.bank.DeliveryResult.Novelty;
import vn.phopay.bank.DeliveryResult.Recorded;
import vn.phopay.bank.DeliveryResult.Refused;
import vn.phopay.db.Sql;
import vn.phopay.time.BusinessDay;

/**
 * Counts what of banks' calls leaves no row of its own: calls with a bad signature, and transactions that were told
 * again.
 * Counting is an addition in memory and never waits; what was counted is added to {@code bank_day_tally} every few
 * seconds. A crash loses the seconds since the last time.
 */
public final class BankTallies {
    /** How often what was counted is written down. */
    public static final Duration FLUSH_INTERVAL = Duration.ofSeconds(5);

    private static final Sql ADD_TALLY = Sql.load("bank/add_tally");

    private final Pool pool;
    private final Clock clock;
    private final Map<Key, Counts> keyToCounts = new ConcurrentHashMap<>();

    /** Counts of nothing yet; written through {@code pool}. */
    public BankTallies(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    private record Key(LocalDate day, String bankCode) {}

    private record Counts(LongAdder badSignatures, LongAdder duplicates) {
        static Counts none() {
            return new Counts(new LongAdder(), new LongAdder());
        }
    }

    private record Taken(Counts counts, long badSignatures, long duplicates) {
        void giveBack() {
            counts.badSignatures.add(badSignatures);
            counts.duplicates.add(duplicates);
        }
    }

    /** Counts what became of a call of a bank that is known. */
    public void count(String bankCode, DeliveryResult result) {
        switch (result) {
            case Refused refused -> today(bankCode).badSignatures.increment();
            case Recorded recorded -> countRepeats(bankCode, recorded);
            default -> {
                // Everything else leaves a row, or says nothing about the bank.
            }
        }
    }

    private void countRepeats(String bankCode, Recorded recorded) {
        long repeats = recorded.told().stream()
                .filter(told -> told.novelty() == Novelty.DUPLICATE)
                .count();
        if (repeats > 0) {
            today(bankCode).duplicates.add(repeats);
        }
    }

    private Counts today(String bankCode) {
        Key key = new Key(BusinessDay.of(clock.instant()), bankCode);
        return keyToCounts.computeIfAbsent(key, first -> Counts.none());
    }

    /** Writes down what was counted since the last time. Where that fails it is counted still, and the future fails. */
    public Future<Void> flush() {
        List<Taken> taken = new ArrayList<>();
        List<Tuple> rows = new ArrayList<>();
        keyToCounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Key::day).thenComparing(Key::bankCode)))
                .forEach(entry -> take(entry.getKey(), entry.getValue(), taken, rows));
        if (rows.isEmpty()) {
            return Future.succeededFuture();
        }
        return pool.withTransaction(transaction -> ADD_TALLY.executeBatch(transaction, rows))
                .onFailure(fault -> taken.forEach(Taken::giveBack))
                .mapEmpty();
    }

    private static void take(Key key, Counts counts, List<Taken> taken, List<Tuple> rows) {
        Taken now = new Taken(counts, counts.badSignatures.sumThenReset(), counts.duplicates.sumThenReset());
        if (now.badSignatures > 0 || now.duplicates > 0) {
            taken.add(now);
            rows.add(Tuple.of(key.bankCode(), key.day(), now.badSignatures, now.duplicates));
        }
    }
}
