package vn.phopay.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.bank.DeliveryResult.Novelty;
import vn.phopay.bank.DeliveryResult.Recorded;
import vn.phopay.bank.DeliveryResult.Refused;
import vn.phopay.bank.DeliveryResult.Told;
import vn.phopay.identity.PaymentId;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What is counted in memory is written once, by day, and kept where it cannot be written. */
final class BankTalliesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("bank_tallies");

    private final MovableClock clock = MovableClock.morning();

    private static Recorded recorded(Novelty... novelties) {
        List<Told> told = new ArrayList<>();
        for (Novelty novelty : novelties) {
            told.add(new Told("FT", novelty, new PaymentId(new UUID(0, 1)), "OUTLET"));
        }
        return new Recorded(told);
    }

    private static String kept(String bank) {
        StringBuilder text = new StringBuilder();
        for (Row row : await(DB.pool().preparedQuery("SELECT business_date || ' ' || bad_signatures"
                + " || ' ' || duplicates"
                + " FROM bank_day_tally WHERE bank_code = '" + bank + "' ORDER BY 1").execute())) {
            text.append(row.getString(0)).append('\n');
        }
        return text.toString();
    }

    private static void bank(String code) {
        await(DB.pool().query("INSERT INTO bank (bank_code, bin, name, created_at) VALUES ('" + code
                + "', '970422', 'x', now())").execute());
    }

    @Test
    void flushShouldAddWhatWasCountedToItsDay() {
        bank("adding");
        BankTallies tallies = new BankTallies(DB.pool(), clock);
        tallies.count("adding", new Refused());
        tallies.count("adding", recorded(Novelty.STORED, Novelty.DUPLICATE, Novelty.DUPLICATE, Novelty.CONFLICT));
        await(tallies.flush());
        tallies.count("adding", new Refused());
        tallies.count("adding", new DeliveryResult.Pinged());
        await(tallies.flush());
        clock.advance(Duration.ofDays(1));
        tallies.count("adding", recorded(Novelty.DUPLICATE));
        await(tallies.flush());
        await(tallies.flush());

        assertEquals("2026-11-23 2 2\n2026-11-24 0 1\n", kept("adding"));
    }

    @Test
    void flushShouldKeepWhatItCouldNotWrite() {
        BankTallies tallies = new BankTallies(DB.pool(), clock);
        tallies.count("unwritten", new Refused());
        assertThrows(Exception.class, () -> await(tallies.flush()), "the bank's row is not there");
        assertEquals("", kept("unwritten"));

        bank("unwritten");
        await(tallies.flush());
        assertEquals("2026-11-23 1 0\n", kept("unwritten"));
    }
}
