package vn.phopay.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.phopay.adoption.AdoptionFixture.Fact;
import vn.phopay.adoption.AdoptionFixture.Outlet;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/**
 * Random histories: payments, reversals in any order and moves of outlets, written by two transactions that overlap,
 * some rolled back, folded in chunks of random size; after each the figures equal what this class counts by itself.
 */
final class FoldHistoryTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 26);
    private static final int DAYS = 6;
    private static final int ROUNDS = 12;

    private final Random random;
    private final long seed = System.nanoTime();
    private final List<Fact> committed = new ArrayList<>();
    private final Map<Outlet, TreeMap<LocalDate, String>> outletToDistricts = new LinkedHashMap<>();
    private int serial;

    FoldHistoryTest() {
        random = new Random(seed);
    }

    @Test
    void foldShouldEqualIndependentCountWhenHistoriesAreRandom() {
        try (TestDatabase db = TestPostgres.newDatabase("fold_history")) {
            Pool pool = db.pool();
            AdoptionFixture fixture = new AdoptionFixture(pool);
            fixture.city();
            for (int i = 0; i < 6; i++) {
                Outlet outlet = fixture.outlet(district(), "", "");
                outletToDistricts.put(outlet, new TreeMap<>());
            }
            outletToDistricts.forEach((outlet, places) -> {
                String start = district();
                places.put(LocalDate.of(2026, 1, 5), start);
                fixture.move(outlet, LocalDate.of(2026, 1, 5), start, "");
            });
            for (int round = 0; round < ROUNDS; round++) {
                playRound(pool, fixture);
                foldAll(new FoldPayments(pool, Clock.systemUTC(), 1 + random.nextInt(9)));
                String message = "seed " + seed + " round " + round;
                assertEquals(List.of(), await(new RecomputeAdoption().offenders(pool)), message);
                assertEquals(expected(), kept(fixture), message);
            }
        }
    }

    /** Two open transactions write by turns while folds run; each commits or rolls back. */
    private void playRound(Pool pool, AdoptionFixture fixture) {
        List<SqlConnection> connections = List.of(await(pool.getConnection()), await(pool.getConnection()));
        List<Transaction> open = connections.stream().map(connection -> await(connection.begin())).toList();
        List<List<Fact>> written = List.of(new ArrayList<>(), new ArrayList<>());
        FoldPayments fold = new FoldPayments(pool, Clock.systemUTC(), 1 + random.nextInt(9));
        int facts = 4 + random.nextInt(20);
        for (int i = 0; i < facts; i++) {
            int writer = random.nextInt(2);
            Fact fact = nextFact(written);
            new AdoptionFixture(connections.get(writer)).record(fact);
            written.get(writer).add(fact);
            if (random.nextInt(6) == 0) {
                await(fold.fold());
            }
            if (random.nextInt(10) == 0) {
                move(fixture);
            }
        }
        for (int writer = 0; writer < 2; writer++) {
            boolean commits = random.nextInt(4) > 0;
            await(commits ? open.get(writer).commit() : open.get(writer).rollback());
            if (commits) {
                committed.addAll(written.get(writer));
            }
            await(connections.get(writer).close());
            await(fold.fold());
        }
    }

    /** A new credit, a reversal of a committed one, or a reversal whose original comes in a later round. */
    private Fact nextFact(List<List<Fact>> written) {
        Set<String> used = new HashSet<>();
        committed.forEach(fact -> used.add(fact.reversalOf() == null ? fact.reference() : "R" + fact.reversalOf()));
        written.forEach(list -> list.forEach(
                fact -> used.add(fact.reversalOf() == null ? fact.reference() : "R" + fact.reversalOf())));
        List<Fact> orphans = committed.stream()
                .filter(fact -> fact.reversalOf() != null && !used.contains(fact.reversalOf()))
                .toList();
        List<Fact> standing = committed.stream()
                .filter(fact -> fact.reversalOf() == null && !used.contains("R" + fact.reference()))
                .toList();
        int choice = random.nextInt(6);
        if (choice == 0 && !orphans.isEmpty()) {
            return originalOf(orphans.get(random.nextInt(orphans.size())));
        }
        if (choice == 1 && !standing.isEmpty()) {
            return standing.get(random.nextInt(standing.size())).reversal("RV" + serial++);
        }
        Fact credit = newCredit();
        return choice == 2 ? credit.reversal("RV" + serial++) : credit;
    }

    private Fact newCredit() {
        List<Outlet> outlets = List.copyOf(outletToDistricts.keySet());
        Outlet outlet = outlets.get(random.nextInt(outlets.size()));
        return Fact.credit(
                "FT" + serial++, outlet, 1 + random.nextInt(200_000), FIRST_DAY.plusDays(random.nextInt(DAYS)));
    }

    private Fact originalOf(Fact reversal) {
        return new Fact(
                Objects.requireNonNull(reversal.reversalOf()), "CREDIT", reversal.account(), reversal.amountVnd(),
                reversal.day(), "REVERSED", reversal.merchant(), reversal.outlet(), null, null);
    }

    private void move(AdoptionFixture fixture) {
        List<Outlet> outlets = List.copyOf(outletToDistricts.keySet());
        Outlet outlet = outlets.get(random.nextInt(outlets.size()));
        LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
        String district = district();
        fixture.move(outlet, day, district, "");
        TreeMap<LocalDate, String> places = Objects.requireNonNull(outletToDistricts.get(outlet));
        places.tailMap(day, true).clear();
        places.put(day, district);
    }

    private String district() {
        return "district-%03d".formatted(1 + random.nextInt(4));
    }

    private static void foldAll(FoldPayments fold) {
        FoldOutcome outcome;
        do {
            outcome = await(fold.fold());
        } while (outcome.hasMore());
    }

    /** District, day or month, bucket and count of what stands, counted fact by fact; amounts are in the sums. */
    private Map<String, Long> expected() {
        Map<String, Long> figures = new TreeMap<>();
        for (Fact fact : committed) {
            boolean takenBack = committed.stream().anyMatch(other -> fact.reference().equals(other.reversalOf()));
            if (fact.direction().equals("DEBIT") || takenBack) {
                continue;
            }
            Outlet outlet = outletToDistricts.keySet().stream()
                    .filter(one -> one.id().equals(fact.outlet()))
                    .findFirst()
                    .orElseThrow();
            TreeMap<LocalDate, String> places = Objects.requireNonNull(outletToDistricts.get(outlet));
            String key = places.floorEntry(fact.day()).getValue() + ' ' + fact.day();
            figures.merge(key + " count", 1L, Long::sum);
            figures.merge(key + " sum", fact.amountVnd(), Long::sum);
            figures.merge(key + " bucket " + AmountBucket.of(fact.amountVnd()), 1L, Long::sum);
            figures.merge(
                    places.floorEntry(fact.day()).getValue() + ' ' + YearMonth.from(fact.day()) + " bucket "
                            + AmountBucket.of(fact.amountVnd()),
                    1L,
                    Long::sum);
        }
        return figures;
    }

    private static Map<String, Long> kept(AdoptionFixture fixture) {
        Map<String, Long> figures = new TreeMap<>();
        fixture.run("SELECT place_id, business_date, transactions, amount_vnd FROM place_day WHERE transactions <> 0")
                .forEach(row -> {
                    String key = row.getString(0) + ' ' + row.getLocalDate(1);
                    figures.put(key + " count", row.getLong(2));
                    figures.put(key + " sum", row.getLong(3));
                });
        fixture.run("SELECT place_id, business_date, amount_bucket, transactions FROM place_day_amount "
                        + "WHERE transactions <> 0")
                .forEach(row -> figures.put(
                        row.getString(0) + ' ' + row.getLocalDate(1) + " bucket " + row.getLong(2), row.getLong(3)));
        fixture.run("SELECT place_id, month, amount_bucket, transactions FROM place_month_amount "
                        + "WHERE transactions <> 0")
                .forEach(row -> figures.put(
                        row.getString(0) + ' ' + YearMonth.from(row.getLocalDate(1)) + " bucket " + row.getLong(2),
                        row.getLong(3)));
        return figures;
    }
}
