package vn.phopay.dayclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phopay.testing.InvariantsAfter;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/**
 * Random histories: payments, refunds and assignments of many days, written by two transactions that overlap, some
 * rolled back, while days are closed. Afterwards each committed fact stands in exactly one seal or in none yet, and in
 * the one that this class expects by its own bookkeeping.
 */
class SealHistoryTest {
    private static final LocalDate FIRST_DAY = ClosingFixture.day(1);
    private static final int ROUNDS = 12;
    private static final int WRITERS = 2;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<Fact> committed = new ArrayList<>();
    private final List<Sealing> sealings = new ArrayList<>();

    /** A committed fact: of which day, by which transaction, worth what. */
    private record Fact(LocalDate date, long xid, long amountVnd) {}

    /** A closed day: transactions below the horizon had ended. */
    private record Sealing(LocalDate date, long horizon) {}

    /** One of the transactions that are open at the same time. */
    private static final class Writer {
        private final SqlConnection connection;
        private final Transaction transaction;
        private final List<Fact> written = new ArrayList<>();

        Writer(TestDatabase db) {
            connection = await(db.pool().getConnection());
            transaction = await(connection.begin());
        }
    }

    @Test
    void closeShouldCountEachFactOnceWhenHistoriesAreRandom() {
        try (TestDatabase db = TestPostgres.newDatabase("seal_history")) {
            ClosingFixture days = new ClosingFixture(db);
            days.clock.advance(Duration.ofDays(365));
            committed.add(new Fact(FIRST_DAY, 0, 5));
            days.pay(db.pool(), FIRST_DAY, 5);
            for (int round = 0; round < ROUNDS; round++) {
                playRound(db, days);
            }
            InvariantsAfter.check(db.pool());
            assertTrue(days.verifyAll().stream().allMatch(SealVerdict::valid), "seed " + seed);
            assertEquals(expected(), sealed(db, days), "seed " + seed);
        }
    }

    private void playRound(TestDatabase db, ClosingFixture days) {
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(new Writer(db));
        }
        for (int step = 4 + random.nextInt(16); step > 0; step--) {
            write(days, writers.get(random.nextInt(WRITERS)));
            if (random.nextInt(6) == 0) {
                LocalDate next = FIRST_DAY.plusDays(sealings.size());
                sealings.add(new Sealing(next, days.closeAnyhow(next).place().horizon()));
            }
        }
        for (Writer writer : writers) {
            boolean commits = random.nextInt(4) > 0;
            await(commits ? writer.transaction.commit() : writer.transaction.rollback());
            await(writer.connection.close());
            if (commits) {
                committed.addAll(writer.written);
            }
        }
    }

    /** Of the days around the one that is closed next, earlier ones and later ones. */
    private void write(ClosingFixture days, Writer writer) {
        LocalDate date = FIRST_DAY.plusDays(Math.max(0, sealings.size() + random.nextInt(8) - 5));
        long amountVnd = 1 + random.nextInt(1_000);
        UUID payment = days.pay(writer.connection, date, amountVnd);
        long xid = await(writer.connection.query("SELECT pg_current_xact_id()::text::bigint AS xid").execute())
                .iterator().next().getLong("xid");
        writer.written.add(new Fact(date, xid, amountVnd));
        if (random.nextInt(4) == 0) {
            LocalDate later = date.plusDays(random.nextInt(3));
            days.fact(writer.connection, payment, random.nextBoolean() ? "REFUND" : "ASSIGNMENT", later);
            writer.written.add(new Fact(later, xid, 1));
        }
    }

    /** By sealing day, then by the facts' own day: count and sum. */
    private Map<LocalDate, Map<LocalDate, List<Long>>> expected() {
        Map<LocalDate, Map<LocalDate, List<Long>>> expected = new TreeMap<>();
        for (Fact fact : committed) {
            sealings.stream()
                    .filter(sealing -> sealing.horizon() > fact.xid() && !sealing.date().isBefore(fact.date()))
                    .findFirst()
                    .ifPresent(sealing -> expected.computeIfAbsent(sealing.date(), day -> new TreeMap<>())
                            .merge(fact.date(), List.of(1L, fact.amountVnd()), SealHistoryTest::add));
        }
        return expected;
    }

    private Map<LocalDate, Map<LocalDate, List<Long>>> sealed(TestDatabase db, ClosingFixture days) {
        Map<LocalDate, Map<LocalDate, List<Long>>> sealed = new TreeMap<>();
        for (Sealing sealing : sealings) {
            for (DayPart part : await(days.stores.seals().parts(db.pool(), sealing.date()))) {
                long amountVnd = part.totals().values().stream()
                        .mapToLong(total -> total.amountVnd().longValueExact()).sum();
                sealed.computeIfAbsent(sealing.date(), day -> new TreeMap<>())
                        .put(part.businessDate(), List.of(part.facts(), amountVnd));
            }
        }
        return sealed;
    }

    private static List<Long> add(List<Long> one, List<Long> other) {
        return List.of(one.get(0) + other.get(0), one.get(1) + other.get(1));
    }
}
