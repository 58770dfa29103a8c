package vn.phopay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.simulator.DemoLogin;
import vn.phopay.simulator.DemoRefusedException;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The demo in the real service on a real database. */
class DemoTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("demo").keepingInvariants();

    @RegisterExtension
    static final TestDatabase REAL = TestPostgres.newDatabase("demo_refused");

    private static final String DISTRICTS_OF =
            "SELECT count(*) FROM (SELECT district_place_id FROM outlet_location GROUP BY 1 HAVING count(*) %s) d";

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void demoShouldBuildItsCityOnceAndKeepPaymentsComing() throws Exception {
        try (TestApp app = TestApp.start(DB)) {
            Demo demo = Demo.start(app.app()).await(100, TimeUnit.SECONDS);
            for (DemoLogin login : demo.logins()) {
                assertFalse(app.token(login.login(), login.password()).isEmpty());
            }
            waitForLivePayments(1);
            await(demo.stop());
        }
        long merchants = count("SELECT count(*) FROM merchant");
        assertTrue(merchants > 250 && merchants < 350, "about 300: " + merchants);
        assertEquals(30, count(DISTRICTS_OF.formatted("> 0")));
        assertEquals(5, count(DISTRICTS_OF.formatted("< 5")));
        assertTrue(count("SELECT count(*) FROM merchant WHERE status <> 'APPROVED'") > 20);
        assertEquals(30 + 2, count("SELECT count(*) FROM baseline WHERE source LIKE 'demo%'"), "two streets, too");
        long premises = count("SELECT count(*) FROM premises");
        assertTrue(premises >= 7 && premises < 30, "a handful: " + premises);
        long codes = count("SELECT count(*) FROM qr_code");
        long live = countLive();

        try (TestApp app = TestApp.start(DB)) {
            Demo demo = Demo.start(app.app()).await(100, TimeUnit.SECONDS);
            waitForLivePayments(live + 1);
            await(demo.stop());
        }
        assertEquals(merchants, count("SELECT count(*) FROM merchant"));
        assertEquals(codes, count("SELECT count(*) FROM qr_code"));
        assertEquals(premises, count("SELECT count(*) FROM premises"));
        assertEquals(1, count("SELECT count(*) FROM campaign"));
        assertEquals(3, count("SELECT count(*) FROM target"));
        assertEquals(1, count("SELECT count(*) FROM bank_key"));
        assertTrue(count("SELECT count(*) FROM payment WHERE bank_reference LIKE 'DEMO%'") >= 450);
    }

    @Test
    void demoShouldRefuseADatabaseOfRealMerchants() {
        new ShopRows(REAL.pool()).insert("970422", "1");
        try (TestApp app = TestApp.start(REAL)) {
            assertThrows(DemoRefusedException.class, () -> Demo.start(app.app()).await(60, TimeUnit.SECONDS));
        }
        assertEquals(0, await(REAL.pool().query("SELECT count(*) FROM bank").execute()).iterator().next().getLong(0));
        assertEquals(1, await(REAL.pool().query("SELECT count(*) FROM merchant").execute())
                .iterator().next().getLong(0));
    }

    private static void waitForLivePayments(long atLeast) {
        while (countLive() < atLeast) {
            Thread.onSpinWait();
        }
    }

    private static long countLive() {
        return count("SELECT count(*) FROM payment WHERE bank_reference LIKE 'SIM%'");
    }

    private static long count(String sql) {
        return await(DB.pool().query(sql).execute()).iterator().next().getLong(0);
    }
}
