package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.identity.IdSource;
import vn.phopay.it.CaseCity.Staff;
import vn.phopay.reconciliation.WatchReversals;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Reversals that wait for their payment, seen a day later. */
class WatchReversalsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("watch_reversals").keepingInvariants();

    private static final String KIND = "REVERSAL_WITHOUT_ORIGINAL";
    private static CaseCity city;
    private static Staff lan;

    @BeforeAll
    static void start() {
        city = new CaseCity(DB);
        lan = city.staff("REGISTRAR");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void runShouldOpenOneCaseOnceAReversalWaitedADayAndCloseItWhenItsPaymentComes() throws Exception {
        tell("W1", 50_000, "O1");
        run(Duration.ofHours(23));
        assertEquals(List.of(), waiting("W1"));
        AtOnce.run(4, i -> {
            run(Duration.ofHours(25));
            return i;
        });
        String id = city.caseOf(KIND, "W1");
        assertEquals("O1", city.read(lan, id).getJsonObject("evidence").getString("reversalOf"));
        run(Duration.ofHours(26));
        assertEquals("OPEN", city.read(lan, id).getString("status"));
        city.tell(TestBank.transaction("O1", "4001", 50_000, ""));
        run(Duration.ofHours(26));
        JsonObject closed = city.read(lan, id);
        assertEquals("RESOLVED AUTO", closed.getString("status") + ' ' + closed.getString("resolution"));
        JsonObject act = closed.getJsonArray("acts").getJsonObject(0);
        assertEquals("ORIGINAL_CAME O1", act.getString("because") + ' '
                + act.getJsonObject("evidence").getString("bankReference"));
    }

    @Test
    void runShouldOpenNothingWhenThePaymentCameInTime() {
        tell("W2", 50_000, "O2");
        city.tell(TestBank.transaction("O2", "4001", 50_000, ""));
        run(Duration.ofHours(25));
        assertEquals(List.of(), waiting("W2"));
    }

    @Test
    void runShouldLeaveASecondReversalOfOnePaymentToAPerson() {
        city.tell(TestBank.transaction("O3", "4001", 50_000, ""));
        tell("W3", 50_000, "O3");
        tell("W3b", 50_000, "O3");
        run(Duration.ofHours(25));
        assertEquals("OPEN", city.read(lan, city.caseOf(KIND, "W3b")).getString("status"));
        assertEquals(List.of(), waiting("W3"));
    }

    private static void tell(String reference, long amount, String reversalOf) {
        city.tell(TestBank.transaction(reference, "4001", amount, "hoan").put("direction", "DEBIT")
                .put("reversalOf", reversalOf));
    }

    private static List<String> waiting(String reference) {
        return city.app.as(lan.token(), "GET", "/api/v1/cases?limit=500&kind=" + KIND, null).getJsonArray("items")
                .stream().map(JsonObject.class::cast)
                .filter(item -> item.getJsonObject("payment").getString("bankReference").equals(reference))
                .map(item -> item.getString("id")).toList();
    }

    private static void run(Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        await(new WatchReversals(DB.pool(), new IdSource(clock), clock).run());
    }
}
