package vn.phopay.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.phopay.adoption.FoldPayments;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.metric.MetricBook;
import vn.phopay.programme.KeepProgramme;
import vn.phopay.programme.QualityItem;
import vn.phopay.programme.ReadDataQuality;
import vn.phopay.programme.ReadFunnel;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.time.BusinessDay;

/**
 * Random histories, seeds printed: the funnel and the faults of outlets, as they are counted in a small city and as
 * they are kept in a big one, against a walk from merchant to merchant.
 */
final class KeptProgrammeTest {
    private static final int ROUNDS = 3;
    private static final int THINGS = 150;
    private static final LocalDate FROM = LocalDate.of(2026, 1, 5);
    /** One row a registration: the days from the days' rollup, the first payment from the payments of its day. */
    private static final String WALK = """
            WITH begun AS (
                SELECT s.started_at, s.assisted, s.merchant_id, s.district_place_id FROM onboarding_start s
                UNION ALL
                SELECT m.created_at, m.assisted_by IS NOT NULL, m.merchant_id, NULL FROM merchant m
                WHERE m.merchant_id NOT IN (SELECT merchant_id FROM onboarding_start WHERE merchant_id IS NOT NULL))
            SELECT date_trunc('week', b.started_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS monday, b.assisted,
                   COALESCE(
                       (SELECT min(l.district_place_id) FROM outlet o JOIN outlet_location l USING (outlet_id)
                        WHERE o.merchant_id = m.merchant_id AND l.valid_to IS NULL),
                       b.district_place_id, '') AS district,
                   CASE WHEN m.merchant_id IS NULL THEN 0
                       WHEN (SELECT count(DISTINCT d.business_date) FROM outlet_day d JOIN outlet o USING (outlet_id)
                             WHERE o.merchant_id = m.merchant_id AND d.transactions > 0
                               AND d.business_date BETWEEN $1::date - 27 AND $1) >= 8 THEN 6
                       WHEN EXISTS (SELECT FROM outlet_day d JOIN outlet o USING (outlet_id)
                             WHERE o.merchant_id = m.merchant_id AND d.transactions > 0
                               AND d.business_date BETWEEN $1::date - 6 AND $1) THEN 5
                       WHEN EXISTS (SELECT FROM outlet_day d JOIN outlet o USING (outlet_id)
                             WHERE o.merchant_id = m.merchant_id AND d.transactions > 0) THEN 4
                       WHEN EXISTS (SELECT FROM qr_code q JOIN outlet o USING (outlet_id)
                             WHERE o.merchant_id = m.merchant_id) THEN 3
                       WHEN m.approved_at IS NOT NULL THEN 2 ELSE 1 END AS furthest,
                   m.created_at AS registered_at, m.approved_at, b.started_at,
                   (SELECT min(q.issued_at) FROM qr_code q JOIN outlet o USING (outlet_id)
                    WHERE o.merchant_id = m.merchant_id) AS code_at,
                   (SELECT min((SELECT min(c.booked_at) FROM figure_credit(
                                    (SELECT min(d.business_date) FROM outlet_day d
                                     WHERE d.outlet_id = o.outlet_id AND d.transactions > 0)) c
                                WHERE c.outlet_id = o.outlet_id))
                    FROM outlet o WHERE o.merchant_id = m.merchant_id) AS paid_at
            FROM begun b
            LEFT JOIN merchant m ON m.merchant_id = b.merchant_id""";
    /** Outlet by outlet of approved merchants, where it stands now. */
    private static final String FAULTS = """
            SELECT l.street_place_id IS NULL AS no_street, l.ward_place_id IS NULL AS no_ward,
                   COALESCE((SELECT w.valid_to < $1 FROM place w WHERE w.place_id = l.ward_place_id), false) AS ended,
                   (SELECT count(*) FROM qr_code q WHERE q.outlet_id = o.outlet_id
                        AND q.serial NOT IN (SELECT serial FROM qr_revocation)
                        AND q.qr_id NOT IN (SELECT qr_id FROM self_check WHERE verdict = 'GREEN' AND qr_id IS NOT NULL))
                       AS codes
            FROM outlet o
            JOIN outlet_location l ON l.outlet_id = o.outlet_id AND l.valid_to IS NULL AND l.district_place_id LIKE $2
            WHERE o.merchant_id IN (SELECT merchant_id FROM merchant WHERE status = 'APPROVED')""";

    private final long seed = Long.getLong("figures.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final MovableClock clock = MovableClock.morning();
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));

    @Test
    void funnelAndFaultsShouldEqualASlowWalkWhenHistoriesAreRandom() {
        clock.advance(Duration.ofDays(-220));
        try (TestDatabase db = TestPostgres.newDatabase("kept_programme")) {
            Pool pool = db.pool();
            FigureRows rows = new FigureRows(pool, random);
            FigureHistory history = new FigureHistory(rows, random, today());
            ComputeFigures compute = new ComputeFigures(pool, clock, MetricBook.load(), 1_100);
            for (int round = 0; round < ROUNDS; round++) {
                rows.run("UPDATE pg_class SET reltuples = 100 WHERE oid = 'outlet'::regclass");
                history.play(THINGS);
                begin(rows);
                foldAll(pool);
                computeAll(compute);
                String message = "seed " + seed + " round " + round;
                assertFalse(keep(pool), "nothing is kept of a small city");
                assertEquals(walked(pool), told(pool), message + " counted");

                rows.run("UPDATE pg_class SET reltuples = 100000 WHERE oid = 'outlet'::regclass");
                assertTrue(keep(pool), message);
                assertEquals(walked(pool), told(pool), message + " kept");
                clock.advance(Duration.ofDays(1));
                history.tomorrow();
            }
            keptShouldBeToldForAnHour(pool, rows);
        }
    }

    private void keptShouldBeToldForAnHour(Pool pool, FigureRows rows) {
        assertTrue(keep(pool));
        Map<String, Object> before = told(pool);
        rows.run("TRUNCATE outlet_month, qr_code CASCADE");
        assertEquals(before, told(pool), "seed " + seed);
        clock.advance(Duration.ofHours(1));
        assertNotEquals(before, told(pool), "what nobody has kept for an hour is counted");
    }

    /** Registrations that were begun: some of them sent since, some of a known district. */
    private void begin(FigureRows rows) {
        for (int i = 0; i < 6; i++) {
            OffsetDateTime at = clock.instant()
                    .minus(Duration.ofMinutes(random.nextInt(100_000)))
                    .atOffset(ZoneOffset.UTC);
            rows.run("INSERT INTO onboarding_start (draft_id, started_at, assisted, district_place_id, merchant_id)"
                    + " VALUES ($1, $2, $3, $4, (SELECT merchant_id FROM merchant m WHERE $5 AND created_at > $2"
                    + " AND NOT EXISTS (SELECT FROM onboarding_start s WHERE s.merchant_id = m.merchant_id)"
                    + " ORDER BY created_at LIMIT 1))",
                    new UUID(random.nextLong(), random.nextLong()), at, random.nextBoolean(),
                    random.nextBoolean() ? "district-a" : null, random.nextBoolean());
        }
    }

    private LocalDate today() {
        return BusinessDay.of(clock.instant());
    }

    private boolean keep(Pool pool) {
        return await(new KeepProgramme(pool, clock).keep());
    }

    private void foldAll(Pool pool) {
        FoldPayments fold = new FoldPayments(pool, clock, 40);
        while (await(fold.fold()).hasMore()) {
            // Goes on where it stopped.
        }
    }

    private void computeAll(ComputeFigures compute) {
        await(threads.call(() -> {
            compute.absorb();
            for (LocalDate day : compute.dirtyDays(1_000)) {
                assertTrue(compute.compute(day), "seed " + seed);
            }
            return null;
        }));
    }

    /** What staff are told, by what they asked. */
    private Map<String, Object> told(Pool pool) {
        Map<String, Object> told = new LinkedHashMap<>();
        ReadFunnel funnel = new ReadFunnel(clock);
        for (String district : List.of("", "district-a", "district-b")) {
            Set<String> districts = district.isEmpty() ? Set.of() : Set.of(district);
            for (Optional<Boolean> way : List.of(Optional.<Boolean>empty(), Optional.of(true), Optional.of(false))) {
                ReadFunnel.Answer answer = await(funnel.read(pool, new ReadFunnel.Question(FROM, districts, way)));
                told.put(district + way, List.of(
                        answer.total().counts(), answer.total().hours().subList(0, 5), answer.mondayToCounts(),
                        answer.districtToCounts(), answer.wayToCounts()));
            }
            Map<QualityItem, Long> faults = await(new ReadDataQuality(clock).count(pool, districts));
            told.put(district + " faults", List.of(
                    faults.get(QualityItem.OUTLETS_WITHOUT_STREET), faults.get(QualityItem.OUTLETS_WITHOUT_WARD),
                    faults.get(QualityItem.OUTLETS_IN_ENDED_WARD), faults.get(QualityItem.CODES_NEVER_CHECKED)));
        }
        return told;
    }

    private Map<String, Object> walked(Pool pool) {
        List<Row> all = new ArrayList<>();
        await(pool.preparedQuery(WALK).execute(Tuple.of(today()))).forEach(all::add);
        Map<String, Object> walked = new LinkedHashMap<>();
        for (String district : List.of("", "district-a", "district-b")) {
            for (Optional<Boolean> way : List.of(Optional.<Boolean>empty(), Optional.of(true), Optional.of(false))) {
                walked.put(district + way, funnel(all.stream()
                        .filter(row -> district.isEmpty() || district.equals(row.getString("district")))
                        .filter(row -> way.isEmpty() || way.get().equals(row.getBoolean("assisted")))
                        .toList()));
            }
            walked.put(district + " faults", faults(pool, district));
        }
        return walked;
    }

    private static List<Object> funnel(List<Row> rows) {
        List<Long> counts = new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L));
        Map<LocalDate, List<Long>> weeks = new TreeMap<>();
        Map<String, List<Long>> districts = new TreeMap<>();
        Map<Boolean, List<Long>> ways = new TreeMap<>();
        for (Row row : rows) {
            int furthest = row.getInteger("furthest");
            add(counts, furthest);
            add(weeks.computeIfAbsent(row.getLocalDate("monday"), first -> nobody()), furthest);
            add(districts.computeIfAbsent(row.getString("district"), first -> nobody()), furthest);
            add(ways.computeIfAbsent(row.getBoolean("assisted"), first -> nobody()), furthest);
        }
        return List.of(counts, hours(rows), weeks, districts, ways);
    }

    private static List<Long> nobody() {
        return new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L));
    }

    private static void add(List<Long> counts, int furthest) {
        IntStream.rangeClosed(0, furthest).forEach(step -> counts.set(step, counts.get(step) + 1));
    }

    private static List<Optional<BigDecimal>> hours(List<Row> rows) {
        List<List<Long>> steps = List.of(
                List.of(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Row row : rows) {
            OffsetDateTime registered = row.getOffsetDateTime("registered_at");
            OffsetDateTime approved = row.getOffsetDateTime("approved_at");
            OffsetDateTime code = row.getOffsetDateTime("code_at");
            OffsetDateTime paid = row.getOffsetDateTime("paid_at");
            if (registered != null) {
                steps.get(1).add(seconds(row.getOffsetDateTime("started_at"), registered));
            }
            if (approved != null) {
                steps.get(2).add(seconds(registered, approved));
            }
            if (approved != null && code != null) {
                steps.get(3).add(Math.max(0, seconds(approved, code)));
            }
            if (code != null && paid != null && !paid.isBefore(code)) {
                steps.get(4).add(seconds(code, paid));
            }
        }
        return steps.stream().map(KeptProgrammeTest::median).toList();
    }

    private static long seconds(OffsetDateTime from, OffsetDateTime to) {
        return Duration.between(from, to).toSeconds();
    }

    private static Optional<BigDecimal> median(List<Long> seconds) {
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        List<Long> sorted = seconds.stream().sorted().toList();
        BigDecimal middle = BigDecimal.valueOf(sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2));
        return Optional.of(middle.divide(BigDecimal.valueOf(7_200), 1, RoundingMode.HALF_UP));
    }

    private List<Long> faults(Pool pool, String district) {
        List<Long> faults = new ArrayList<>(List.of(0L, 0L, 0L, 0L));
        for (Row row : await(pool.preparedQuery(FAULTS).execute(Tuple.of(today(), district + "%")))) {
            faults.set(0, faults.get(0) + (row.getBoolean("no_street") ? 1 : 0));
            faults.set(1, faults.get(1) + (row.getBoolean("no_ward") ? 1 : 0));
            faults.set(2, faults.get(2) + (row.getBoolean("ended") ? 1 : 0));
            faults.set(3, faults.get(3) + row.getLong("codes"));
        }
        return faults;
    }
}
