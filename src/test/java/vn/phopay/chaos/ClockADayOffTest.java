package vn.phopay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Row;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WebhookReceiver;
import vn.phopay.testing.WebhookReceiver.Answer;

/**
 * The clock of our host jumps a day and an hour while the service runs, ahead and back. Whoever signs the time is
 * refused, in its own words; what is taken counts on the day on which the bank booked it; and once the clock is right
 * everything that was refused is taken.
 */
class ClockADayOffTest {
    private static final Duration DAY_AND_HOUR = Duration.ofHours(25);
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final List<String> SIGN_THE_TIME = List.of("standard", "sepay", "casso2");
    /** A token may have to be fetched anew. */
    private static final int TRIES = 2;

    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("chaos_clock").keepingInvariants();

    /** The machine's clock with a fault. */
    private static final class FaultyClock extends Clock {
        private volatile Duration fault = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(fault);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("times are instants; zones are named where days are read");
        }
    }

    @Test
    void paymentsShouldKeepTheBanksTimesWhenOurClockIsADayOffEitherWay() throws Exception {
        ChaosRun run = ChaosRun.start("clock-a-day-off");
        FaultyClock clock = new FaultyClock();
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(200));
                TestApp app = TestApp.start(DB, clock, ChaosTown.settings(Webhooks.SETTINGS))) {
            URI base = app.uri("/");
            ChaosTown town = ChaosTown.open(base);
            Webhooks.order(base, town, receiver);
            MixedLoad load = new MixedLoad(town, Clock.systemUTC(), run.random("load"));
            for (Duration fault : List.of(DAY_AND_HOUR, DAY_AND_HOUR.negated())) {
                clock.fault = fault;
                List<Told> told = load.tellSome(base, run.times(50, 500), TRIES);
                told.forEach(one -> assertEquals(!signsTheTime(one), one.isTaken(), run + ": " + one.key()));
            }
            List<String> complaints = load.forgetComplaints();
            assertFalse(complaints.isEmpty(), run.toString());
            complaints.forEach(complaint -> assertEquals("401", complaint.split(" after ")[1].split(" ")[0],
                    run + ": a wrong time is a signature that does not hold"));
            clock.fault = Duration.ZERO;
            load.tellTheRest(base);
            Webhooks.awaitDelivered(DB.pool(), receiver, run);
            Aftermath.check(DB.pool(), load, run);
            assertBookedAsTold(run, load);
        }
    }

    private static boolean signsTheTime(Told told) {
        return SIGN_THE_TIME.contains(told.bank().sender().dialect());
    }

    private static void assertBookedAsTold(ChaosRun run, MixedLoad load) {
        Map<String, Instant> told = new HashMap<>();
        load.all().forEach(one -> told.put(one.key(), one.movement().bookedAt()));
        for (Row row : await(DB.pool().query(
                "SELECT bank_code, bank_reference, booked_at, business_date FROM payment").execute())) {
            Instant bookedAt = told.get(row.getString("bank_code") + ' ' + row.getString("bank_reference"));
            assertEquals(bookedAt, row.getOffsetDateTime("booked_at").toInstant(), run.toString());
            assertEquals(LocalDate.ofInstant(bookedAt, HANOI), row.getLocalDate("business_date"), run.toString());
        }
    }
}
