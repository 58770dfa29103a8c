package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.it.WebhookFixture.Owner;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.TestApp;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WebhookReceiver;
import vn.phopay.testing.WebhookReceiver.Answer;
import vn.phopay.testing.WebhookReceiver.Received;

/** Two instances relay and send under load, to receivers that refuse at random. */
class WebhookLoadTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("webhook_load").keepingInvariants();

    private static final int OWNERS = 5;
    private static final int CALLS = 60;
    private static final int PER_CALL = 10;
    private static final Map<String, String> SETTINGS = Map.of(
            "PHOPAY_WEBHOOK_RETRY_MS_MIN", "10", "PHOPAY_WEBHOOK_LEASE_MS", "600000",
            // On a busy machine an answer may take its time, and who is not answered sends again.
            "PHOPAY_WEBHOOK_TIMEOUT_MS", "60000");

    @Test
    void eachPaymentShouldBeTakenOnceUnderItsOwnNumberWhenTwoInstancesSendAndReceiversRefuseAtRandom()
            throws Exception {
        long seed = Long.getLong("phopay.seed", new Random().nextLong());
        Random moods = new Random(seed);
        Map<String, List<Received>> pathToTaken = new ConcurrentHashMap<>();
        try (WebhookFixture fixture = new WebhookFixture(DB, SETTINGS);
                TestApp second = fixture.start(SETTINGS);
                WebhookReceiver receiver = WebhookReceiver.start(one -> {
                    boolean refuses;
                    synchronized (moods) {
                        refuses = moods.nextInt(5) == 0;
                    }
                    if (!refuses) {
                        pathToTaken.computeIfAbsent(one.path(), none -> new CopyOnWriteArrayList<>()).add(one);
                    }
                    return Answer.of(refuses ? 503 : 200);
                })) {
            TestPostgres.await(second.refreshBanks());
            List<Owner> owners = new ArrayList<>();
            for (int i = 0; i < OWNERS; i++) {
                owners.add(fixture.owner());
                fixture.endpoint(owners.get(i), receiver.url("/" + i), "payment.*");
            }
            pay(List.of(fixture.app, second), fixture, owners, new Random(seed));
            Eventually.equal(0L, () -> {
                fixture.clock.advance(Duration.ofMillis(500));
                return fixture.row("SELECT (SELECT count(*) FROM payment) - (SELECT count(*) FROM webhook_delivery"
                        + " WHERE status = 'DELIVERED')").getLong(0);
            });
            assertEquals((long) receiver.received().size(),
                    fixture.row("SELECT count(*) FROM webhook_attempt WHERE status_code IN (200, 503)").getLong(0),
                    "seed " + seed + ": every call is in the log");
            for (int i = 0; i < OWNERS; i++) {
                assertTaken(owners.get(i), pathToTaken.get("/" + i), "seed " + seed + " owner " + i);
            }
        }
    }

    private static void assertTaken(Owner owner, List<Received> taken, String message) {
        Map<Long, String> numberToReference = new HashMap<>();
        taken.forEach(one -> numberToReference.put(one.sequence(), one.reference()));
        List<String> recorded = new ArrayList<>();
        TestPostgres.await(DB.pool().preparedQuery("SELECT bank_reference FROM payment WHERE merchant_id = $1"
                + " ORDER BY recorded_xid, payment_id").execute(Tuple.of(owner.shop().merchant())))
                .forEach(row -> recorded.add(row.getString(0)));
        assertEquals(recorded, LongStream.rangeClosed(1, recorded.size()).mapToObj(numberToReference::get).toList(),
                message);
        assertEquals(recorded.size(), taken.size(), message + ": nothing is sent again after it was taken");
    }

    private static void pay(List<TestApp> apps, WebhookFixture fixture, List<Owner> owners, Random random)
            throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int call = 0; call < CALLS; call++) {
                List<JsonObject> transactions = new ArrayList<>();
                for (int i = 0; i < PER_CALL; i++) {
                    transactions.add(TestBank.transaction("T" + call + "-" + i,
                            owners.get(random.nextInt(OWNERS)).account(), 1_000, ""));
                }
                TestApp first = apps.get(random.nextInt(2));
                calls.add(threads.submit(() -> fixture.call(first, transactions)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
    }
}
