package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.identity.IdSource;
import vn.phopay.statement.CamtText;
import vn.phopay.statement.SweepMissing;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Payments that callbacks told and the statement does not: when a case opens, and that it closes by itself. */
class StatementMissingTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("statement_missing").keepingInvariants();

    private static final String ACCOUNT = "0123456789";
    private static final String OTHER_ACCOUNT = "0123456790";
    private static final String RACED = "SELECT c.status FROM recon_case c JOIN payment p USING (payment_id)"
            + " WHERE c.kind = 'MISSING_IN_STATEMENT' AND p.bank_reference = 'RACED'";

    private static TestApp app;
    private static StatementBench bench;

    @BeforeAll
    static void start() {
        ShopRows shops = new ShopRows(DB.pool());
        shops.insert("970422", ACCOUNT);
        shops.insert("970422", OTHER_ACCOUNT);
        app = TestApp.start(DB, Clock.systemUTC(), Map.of(
                "PHOPAY_STATEMENT_IMPORT_INTERVAL_MS", "10", "PHOPAY_STATEMENT_SWEEP_INTERVAL_MS", "3600000"));
        bench = new StatementBench(app, DB, app.bank("mbbank", "970422"));
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void missingShouldOpenOnTheNextDayLaterForTheNightAndCloseWhenTheLineComes() {
        bench.callback(
                StatementBench.transaction("TOLD", ACCOUNT, 1_000, "2026-11-22T09:00:00+07:00"),
                StatementBench.transaction("DAY", ACCOUNT, 2_000, "2026-11-22T09:00:00+07:00"),
                StatementBench.transaction("NIGHT", ACCOUNT, 3_000, "2026-11-22T22:30:00+07:00"));
        bench.callback(TestStranger.transaction());
        CamtText camt = CamtText.day(8);
        JsonObject upload = bench.importXml(camt.statement("S1", 1, ACCOUNT, 0L, 1_000L,
                camt.entry("TOLD", 1_000, "CRDT")).text());

        MovableClock clock = new MovableClock(Instant.parse("2026-11-22T16:00:00Z"));
        sweep(clock);
        assertEquals(List.of(), missing(), "on the day itself nothing is missing yet");
        clock.advance(Duration.ofHours(10));
        sweep(clock);
        assertEquals(List.of("DAY OPEN"), missing(), "the night may be booked on the next day");
        sweep(clock);
        clock.advance(Duration.ofDays(1));
        sweep(clock);
        assertEquals(List.of("DAY OPEN", "NIGHT OPEN"), missing());
        assertEquals(2, bench.get(upload.getString("id")).getLong("missingInStatement"));

        CamtText next = CamtText.day(8);
        bench.importXml(next.statement("S2", 2, ACCOUNT, 1_000L, 4_000L, next.entry("NIGHT", 3_000, "CRDT")).text());
        assertEquals(List.of("DAY OPEN", "NIGHT RESOLVED"), missing());
        assertEquals(List.of("STATEMENT_LINE_CAME"), bench.query(
                "SELECT a.reason FROM case_act a JOIN recon_case c USING (case_id) WHERE a.act = 'RESOLVE'"));
        bench.callback(StatementBench.transaction("LATE", ACCOUNT, 4_000, "2026-11-22T10:00:00+07:00"));
        clock.advance(Duration.ofDays(1));
        sweep(clock);
        assertEquals(List.of("DAY OPEN", "LATE OPEN", "NIGHT RESOLVED"), missing(),
                "a callback that comes after its statement is not forgotten");
    }

    @Test
    void missingShouldOpenNothingWhileAnImportOfTheBankMayBeRecordingTheLine() {
        bench.callback(StatementBench.transaction("RACED", OTHER_ACCOUNT, 1_000, "2026-11-22T09:00:00+07:00"));
        CamtText camt = CamtText.day(8);
        bench.importXml(camt.statement("R1", 1, OTHER_ACCOUNT, 0L, 0L).text());
        SqlConnection step = TestPostgres.await(DB.pool().getConnection());
        Transaction transaction = TestPostgres.await(step.begin());
        TestPostgres.await(step.query("SELECT pg_advisory_xact_lock(hashtext('statement'), hashtext('mbbank'))")
                .execute());

        Future<Boolean> swept = startSweep(new MovableClock(Instant.parse("2026-11-23T03:00:00Z")));
        Eventually.until(() -> swept.isComplete() || !bench.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'"
                + " AND NOT granted AND database = (SELECT oid FROM pg_database"
                + " WHERE datname = current_database())").isEmpty(), Boolean::booleanValue);
        assertEquals(0, bench.query(RACED).size());
        TestPostgres.await(transaction.commit());
        TestPostgres.await(step.close());
        TestPostgres.await(swept);
        assertEquals(1, bench.query(RACED).size(), "no line came");
    }

    private static List<String> missing() {
        return bench.query("SELECT p.bank_reference, c.status FROM recon_case c JOIN payment p USING (payment_id)"
                + " WHERE c.kind = 'MISSING_IN_STATEMENT' AND p.account_number = '0123456789' ORDER BY 1");
    }

    private static void sweep(Clock clock) {
        TestPostgres.await(startSweep(clock));
    }

    private static Future<Boolean> startSweep(Clock clock) {
        SweepMissing sweep = new SweepMissing(DB.pool(), new IdSource(clock), clock);
        VirtualThreads threads = TestPostgres.await(VirtualThreads.open(TestPostgres.vertx()));
        return threads.call(sweep::sweep);
    }

    /** Money to an account that no statement is about. */
    private static final class TestStranger {
        static JsonObject transaction() {
            return StatementBench.transaction("STRANGER", "999", 7_000, "2026-11-22T09:00:00+07:00");
        }
    }
}
