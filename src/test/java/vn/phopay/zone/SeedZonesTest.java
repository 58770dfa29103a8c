package vn.phopay.zone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.db.SqlOutcome;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.SeedPlaces;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Calendars and open spans in a real database, and what its constraints refuse. */
class SeedZonesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("seed_zones");

    private static final String RULE = "INSERT INTO zone_calendar (zone_place_id, rule_no, opens_minute, lasts_minutes,"
            + " season_from, season_to, valid_from, valid_to, confidence, source) VALUES ('zone-dd-vanmieu', ";

    private final Pool pool = DB.pool();
    private final MovableClock clock = MovableClock.morning();
    private final WriteOpenSpans writeSpans = new WriteOpenSpans(clock);
    private final SeedZones seedZones = new SeedZones(writeSpans, clock);

    @BeforeEach
    void seed() {
        run("DELETE FROM zone_exception");
        run("DELETE FROM zone_calendar");
        await(pool.withTransaction(new SeedPlaces(new PlaceStore())::seed));
        await(pool.withTransaction(seedZones::seed));
    }

    @Test
    void seedShouldChangeNothingWhenItIsDoneAgain() {
        assertEquals(0, again());
        assertEquals(Set.copyOf(ZoneSeed.rules()), Set.copyOf(await(new ZoneStore().rules(pool, null))));
        assertEquals(ZoneSeed.rules().size(), number("SELECT count(*) FROM zone_calendar"));
    }

    @Test
    void spansShouldHoldEveryDayWhenTheyWereWritten() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        long days = WriteOpenSpans.FIRST_DAY.until(today.plusDays(366), ChronoUnit.DAYS) + 1;

        assertEquals(days, number("SELECT count(*) FROM zone_open_day WHERE zone_place_id = 'zone-hk-lake'"));
        // A planned zone's hours are unknown, which is not closed.
        assertEquals(0, number("SELECT count(*) FROM zone_open_day WHERE zone_place_id = 'zone-bd-ngockhanh'"));
        assertEquals(0, number("SELECT count(*) FROM zone_open_day d WHERE d.open_minutes <> (SELECT COALESCE(sum("
                + "extract(epoch FROM s.closes_at - s.opens_at) / 60), 0) FROM zone_open_span s "
                + "WHERE s.zone_place_id = d.zone_place_id AND s.business_date = d.business_date)"));
        assertEquals(1, number("SELECT count(*) FROM zone_open_span WHERE zone_place_id = 'zone-hk-lake'"
                + " AND business_date = '2026-11-20' AND during @> timestamptz '2026-11-20 19:00+07'"
                + " AND NOT during @> timestamptz '2026-11-20 18:59:59+07'"));
        assertEquals(0, number("SELECT open_minutes FROM zone_open_day WHERE zone_place_id = 'zone-hk-lake'"
                + " AND business_date = '2026-03-14'"));
    }

    @Test
    void writeShouldTouchOnlyNewDaysWhenADayHasPassed() {
        long before = number("SELECT max(written_xid) FROM zone_open_day");
        clock.advance(Duration.ofDays(1));

        int written = write();

        assertEquals(number("SELECT count(DISTINCT zone_place_id) FROM zone_open_day"), written);
        assertEquals(written, number("SELECT count(*) FROM zone_open_day WHERE written_xid > " + before));
    }

    @Test
    void writeShouldRepairADayWhenItsSpansAreNotThoseOfTheCalendar() {
        await(pool.query("DELETE FROM zone_open_span WHERE business_date = '2026-11-21'"
                + " AND zone_place_id = 'zone-hk-lake'").execute());

        assertEquals(1, write());
        assertEquals(1, number("SELECT count(*) FROM zone_open_span WHERE business_date = '2026-11-21'"
                + " AND zone_place_id = 'zone-hk-lake'"));
    }

    @Test
    void rulesShouldBeRefusedWhenTheyHoldTheSameMinute() {
        // Sunday 22:00 to Monday 02:00 in winter, and Monday from 01:00 all the year: they meet on Mondays in winter.
        run(RULE + "1, 9960, 240, 1001, 331, '2026-01-01', NULL, 'low', 'test')");
        assertRefused("zone_calendar_no_overlap",
                RULE + "2, 60, 60, 101, 1231, '2027-01-01', '2027-12-31', 'low', 'test')");
        assertRefused("zone_calendar_no_overlap",
                RULE + "2, 119, 1, 101, 101, '2026-01-01', '2026-01-01', 'low', 'test')");
        run(RULE + "3, 120, 60, 101, 1231, '2026-01-01', NULL, 'low', 'test')");
        run(RULE + "4, 60, 60, 401, 930, '2026-01-01', NULL, 'low', 'test')");
        run(RULE + "5, 60, 60, 1001, 331, '2025-01-01', '2025-12-31', 'low', 'test')");
    }

    @Test
    void rulesShouldBeRefusedWhenTheyAreNoSpanOfAWeek() {
        assertRefused("zone_calendar_opens_in_week", RULE + "9, 10080, 1, 101, 1231, '2026-01-01', NULL, 'low', 't')");
        assertRefused("zone_calendar_lasts_a_week_at_most",
                RULE + "9, 0, 10081, 101, 1231, '2026-01-01', NULL, 'low', 't')");
        assertRefused("zone_calendar_source_said", RULE + "9, 0, 10, 101, 1231, '2026-01-01', NULL, 'low', ' ')");
        assertRefused("zone_calendar_season_is_days", RULE + "9, 0, 10, 1301, 1231, '2026-01-01', NULL, 'low', 't')");
    }

    @Test
    void exceptionsShouldBeRefusedWhenTwoThatStandOverlap() {
        run(exception("2026-12-24 18:00+07", "2026-12-25 00:00+07", "EXTENSION"));
        assertRefused("zone_exception_no_overlap",
                exception("2026-12-24 23:59+07", "2026-12-26 00:00+07", "SUSPENSION"));
        run(exception("2026-12-25 00:00+07", "2026-12-26 00:00+07", "SUSPENSION"));
        run("UPDATE zone_exception SET withdrawn_at = now(), withdrawn_why = 'rain' WHERE kind = 'EXTENSION'");
        run(exception("2026-12-24 20:00+07", "2026-12-24 21:00+07", "SUSPENSION"));
    }

    @Test
    void spanShouldBeRefusedWhenItLeavesItsDay() {
        assertRefused("zone_open_span_in_its_day", "INSERT INTO zone_open_span (zone_place_id, business_date, opens_at,"
                + " closes_at) VALUES ('zone-hk-lake', '2026-11-24', '2026-11-23 23:59+07', '2026-11-24 01:00+07')");
        assertRefused("zone_open_span_no_overlap", "INSERT INTO zone_open_span (zone_place_id, business_date, opens_at,"
                + " closes_at) VALUES ('zone-hk-lake', '2026-11-21', '2026-11-21 01:00+07', '2026-11-21 02:00+07')");
    }

    @Test
    void seedShouldLeaveAnExceptionWithdrawnWhenStaffWithdrewIt() {
        run("UPDATE zone_exception SET withdrawn_at = now(), withdrawn_why = 'wrong'"
                + " WHERE zone_place_id = 'zone-hk-lake'");

        assertEquals(4, again(), "two Fridays, a Saturday and a Sunday are open again");
        assertEquals(1, number("SELECT count(*) FROM zone_exception WHERE withdrawn_why = 'wrong'"));
    }

    private int write() {
        return await(pool.withTransaction(writeSpans::write));
    }

    private int again() {
        return await(pool.withTransaction(seedZones::seed));
    }

    private static String exception(String from, String to, String kind) {
        return "INSERT INTO zone_exception (exception_id, zone_place_id, kind, starts_at, ends_at, reason, confidence,"
                + " source, recorded_at) VALUES ('" + UUID.randomUUID() + "', 'zone-dd-hoangcau', '" + kind + "', '"
                + from + "', '" + to + "', 'because', 'high', 'test', now())";
    }

    private void assertRefused(String constraint, String sql) {
        Supplier<Throwable> refused = () -> assertThrows(Exception.class, () -> run(sql));
        assertTrue(SqlOutcome.broke(refused.get(), constraint), constraint);
    }

    private void run(String sql) {
        await(pool.query(sql).execute());
    }

    private long number(String sql) {
        return await(pool.query("SELECT (" + sql + ")::bigint").execute()).iterator().next().getLong(0);
    }
}
