package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.identity.IdSource;
import vn.phopay.it.CaseCity.Staff;
import vn.phopay.payment.SettleCase;
import vn.phopay.reconciliation.AttributeLateAccounts;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Money that came before its account was registered. */
class LateAccountsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("late_accounts").keepingInvariants();

    private static CaseCity city;
    private static Staff lan;
    private static VirtualThreads threads;

    @BeforeAll
    static void start() {
        city = new CaseCity(DB);
        lan = city.staff("REGISTRAR");
        threads = await(VirtualThreads.open(TestPostgres.vertx()));
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void runShouldGiveTheMoneyToTheMerchantAndCloseTheCase() {
        String reference = city.pay("3001", 50_000, "");
        String id = city.caseOf("UNMATCHED", reference);
        run();
        assertEquals("OPEN", city.read(lan, id).getString("status"), "nobody registered the account yet");
        ShopRows.Shop shop = city.shop("3001", "002");
        run();
        JsonObject file = city.read(lan, id);
        assertEquals("RESOLVED AUTO", file.getString("status") + ' ' + file.getString("resolution"));
        assertEquals(CaseCity.idOf(shop), file.getJsonObject("payment").getString("merchantId"));
        assertEquals("ACCOUNT_REGISTERED", file.getJsonArray("acts").getJsonObject(0).getString("because"));
        assertEquals(List.of("ASSIGNMENT"), city.facts(reference));
        assertEquals(List.of("SYSTEM case.solve: "
                + "The credited account was registered; the payment is its merchant's."), city.audited(id));
    }

    @Test
    void runShouldWaitWhileTheAccountIsNotApproved() {
        String id = city.caseOf("UNMATCHED", city.pay("3002", 50_000, ""));
        ShopRows.Shop shop = city.shop("3002", "002");
        city.run("UPDATE merchant_account SET status = 'PENDING' WHERE account_id = $1", Tuple.of(shop.account()));
        run();
        assertEquals("OPEN", city.read(lan, id).getString("status"));
        city.run("UPDATE merchant_account SET status = 'APPROVED' WHERE account_id = $1", Tuple.of(shop.account()));
        run();
        assertEquals("RESOLVED", city.read(lan, id).getString("status"));
    }

    @Test
    void runShouldLeaveTheChoiceToAPersonWhenTheMerchantHasSeveralOutlets() {
        String id = city.caseOf("UNMATCHED", city.pay("3003", 50_000, ""));
        ShopRows.Shop shop = city.shop("3003", "002");
        city.run("INSERT INTO outlet (outlet_id, merchant_id, name, address, created_at)"
                + " VALUES ($1, $2, 'y', 'y', now())", Tuple.of(UUID.randomUUID(), shop.merchant()));
        run();
        assertEquals("OPEN", city.read(lan, id).getString("status"));
        assertEquals(2, city.read(lan, id).getJsonArray("suggestions").size());
    }

    @Test
    void runShouldLeaveWhatIsResolvedProposedOrReversedWithoutMoving() {
        String resolved = city.caseOf("UNMATCHED", city.pay("3004", 50_000, ""));
        city.acted(200, lan, resolved, "resolve", CaseCity.ignore());
        String proposed = city.caseOf("UNMATCHED", city.pay("3004", 50_000, ""));
        city.shop("3004", "002");
        city.acted(202, lan, proposed, "resolve", CaseCity.ignore());
        run();
        assertEquals("ACCEPTED", city.read(lan, resolved).getString("resolution"));
        assertEquals("ACKNOWLEDGED", city.read(lan, proposed).getString("status"));
    }

    @Test
    void runShouldCountNothingForAPaymentThatWasTakenBack() {
        String reference = city.pay("3005", 50_000, "");
        city.tell(TestBank.transaction("R" + reference, "3005", 50_000, "").put("direction", "DEBIT")
                .put("reversalOf", reference));
        String id = city.caseOf("UNMATCHED", reference);
        city.shop("3005", "002");
        run();
        assertEquals("REVERSED", city.read(lan, id).getJsonObject("payment").getString("outcome"));
    }

    @Test
    void runShouldCloseEachOnceWhenManyInstancesRun() throws Exception {
        List<String> references = IntStream.range(0, 20)
                .mapToObj(i -> city.pay("3006", 1_000 + i, "")).toList();
        city.shop("3006", "002");
        AtOnce.run(6, i -> run());
        run();
        for (String reference : references) {
            assertEquals(List.of("ASSIGNMENT"), city.facts(reference));
        }
    }

    private static int run() {
        AttributeLateAccounts late = new AttributeLateAccounts(DB.pool(),
                new SettleCase(new IdSource(Clock.systemUTC()), Clock.systemUTC()),
                new IdSource(Clock.systemUTC()), Clock.systemUTC());
        try {
            return threads.call(late::run).await(30, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
