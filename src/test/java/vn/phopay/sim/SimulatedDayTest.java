package vn.phopay.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.FaultPlan;
import vn.phopay.simulator.day.DayOptions;
import vn.phopay.simulator.day.DayReport;
import vn.phopay.simulator.day.SimulateDay;
import vn.phopay.simulator.day.SimulatedClock;
import vn.phopay.simulator.sender.Senders;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.time.BusinessDay;

/**
 * A short day of every dialect with every fault, three times: payments, requests, cases, drift and the seal are what
 * really happened. A failing seed is played again by {@code simulate-day --seed}.
 */
class SimulatedDayTest {
    @RegisterExtension
    static final TestDatabase FIRST = TestPostgres.newDatabase("day_first").keepingInvariants();

    @RegisterExtension
    static final TestDatabase SECOND = TestPostgres.newDatabase("day_second").keepingInvariants();

    @RegisterExtension
    static final TestDatabase THIRD = TestPostgres.newDatabase("day_third").keepingInvariants();

    private static final String LOGIN = "thanh";
    private static final String PASSWORD = "bun-cha-hang-manh";
    private static final int TRANSACTIONS = 2_000;
    private static final LocalDate DAY = LocalDate.parse("2026-11-19");

    @TempDir
    private Path directory;

    @Test
    void dayShouldEndAsItReallyWasWhenTheSeedIsOne() {
        assertRight(play(FIRST, 1));
    }

    @Test
    void dayShouldEndAsItReallyWasWhenTheSeedIsTwo() {
        assertRight(play(SECOND, 2));
    }

    @Test
    void dayShouldEndAsItReallyWasWhenTheSeedIsThree() {
        assertRight(play(THIRD, 3));
    }

    private DayReport play(TestDatabase database, long seed) {
        SimulatedClock clock = SimulatedClock.movable(Clock.systemUTC());
        clock.moveTo(BusinessDay.startOf(DAY));
        Vertx vertx = Vertx.vertx();
        try (TestApp app = TestApp.start(database, clock, Map.of(
                "PHOPAY_ADMIN_LOGIN", LOGIN, "PHOPAY_ADMIN_PASSWORD", PASSWORD,
                "PHOPAY_LOGIN_RATE_BURST", "100000", "PHOPAY_LOGIN_RATE_PER_MINUTE", "1000000"))) {
            FaultPlan faults = FaultPlan.parse("all=40%", EnumSet.allOf(Fault.class));
            DayOptions options = new DayOptions(app.uri(""), LOGIN, PASSWORD, seed, TRANSACTIONS, Senders.DIALECTS,
                    faults, DAY, directory);
            return new SimulateDay(options, new SimulateDay.Surroundings(vertx, clock, told -> { }, List::of)).run();
        } finally {
            TestPostgres.await(vertx.close());
        }
    }

    private static void assertRight(DayReport report) {
        List<JsonObject> wrong = report.lines().stream()
                .filter(line -> Boolean.FALSE.equals(line.getBoolean("right")))
                .toList();
        assertEquals(List.of(), wrong);
        assertTrue(report.isRight());
        assertFalse(report.cases().isEmpty(), "what is genuine stays open, each with its words");
        assertTrue(report.cases().stream().allMatch(one ->
                !one.getString("happened").isBlank() && !one.getString("advice").isBlank()));
        assertEquals(Fault.values().length, report.lines().stream()
                .filter(line -> line.getString("report").equals("fault")).count());
    }
}
