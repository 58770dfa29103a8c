package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.it.WebhookFixture.Owner;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WebhookReceiver;
import vn.phopay.testing.WebhookReceiver.Answer;
import vn.phopay.testing.WebhookReceiver.Received;

/** From the bank's call to the merchant's server, over HTTP at both ends. */
class WebhookDeliveryTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("webhook_delivery").keepingInvariants();

    private static WebhookFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new WebhookFixture(DB, Map.of());
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void paymentShouldBeToldSignedAndNumbered() {
        Owner owner = fixture.owner();
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> new Answer(200, Map.of(), "cám ơn"))) {
            JsonObject endpoint = fixture.endpoint(owner, receiver.url("/hook"), "payment.*");
            fixture.pay(owner, "A1");
            fixture.reverse(owner, "A1");
            List<Received> received = Eventually.until(receiver::received, all -> all.size() == 2);
            Received first = received.getFirst();
            assertEquals(1, first.signaturesBy(endpoint.getString("secret")));
            assertEquals(0, first.signaturesBy("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
            assertEquals(fixture.clock.instant().getEpochSecond(), Long.parseLong(first.timestamp()));
            assertEquals(first.id(), first.json().getString("id"));
            assertEquals("payment.received", first.json().getString("type"));
            assertEquals("A1", first.reference());
            assertEquals("payment.reversed", received.getLast().json().getString("type"));
            assertEquals(List.of(1L, 2L), received.stream().map(Received::sequence).toList());
            JsonObject payment = fixture.app.as(owner.token(), "GET", "/api/v1/payments", null)
                    .getJsonArray("items").getJsonObject(1);
            assertEquals(payment.getString("id"), first.json().getJsonObject("data").getString("id"));
            JsonObject log = delivered(owner, endpoint.getString("id"), 2).getFirst();
            JsonObject attempt = log.getJsonArray("attempts").getJsonObject(0);
            assertEquals(200, attempt.getInteger("statusCode"));
            assertEquals("cám ơn", attempt.getString("response"));
            assertNull(attempt.getString("error"));
        }
    }

    @Test
    void endpointShouldHearOnlyWhatItAskedForAndOnlyOfItsOwnMerchant() {
        Owner owner = fixture.owner();
        Owner other = fixture.owner();
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(204))) {
            fixture.endpoint(owner, receiver.url("/reversed"), "payment.reversed");
            fixture.endpoint(owner, receiver.url("/all"), "*");
            fixture.pay(other, "B1");
            fixture.pay(owner, "B2");
            fixture.reverse(owner, "B2");
            Eventually.until(() -> receiver.received("/all"), all -> all.size() == 2);
            Eventually.until(() -> receiver.received("/reversed"), all -> all.size() == 1);
            assertEquals(3, receiver.received().size());
            assertEquals("RB2", receiver.received("/reversed").getFirst().reference());
        }
    }

    @Test
    void deliveryShouldBeTriedAgainUnderTheSameIdUntilItIsTaken() {
        Owner owner = fixture.owner();
        AtomicInteger calls = new AtomicInteger();
        try (WebhookReceiver receiver =
                WebhookReceiver.start(one -> Answer.of(calls.incrementAndGet() < 3 ? 500 : 200))) {
            String id = fixture.endpoint(owner, receiver.url("/"), "*").getString("id");
            fixture.pay(owner, "C1");
            waitAttempts(owner, id, 1);
            fixture.clock.advance(Duration.ofSeconds(3));
            assertEquals(1, receiver.received().size(), "five seconds, at most a fifth less");
            fixture.clock.advance(Duration.ofSeconds(4));
            waitAttempts(owner, id, 2);
            fixture.clock.advance(Duration.ofSeconds(20));
            JsonObject done = delivered(owner, id, 1).getFirst();
            assertEquals(3, done.getInteger("attemptCount"));
            assertEquals("answered 500", done.getJsonArray("attempts").getJsonObject(0).getString("error"));
            assertEquals(1, receiver.received().stream().map(Received::id).distinct().count());
            assertEquals(1, receiver.received().stream().map(Received::body).distinct().count());
            assertTrue(receiver.received().stream().map(Received::timestamp).distinct().count() == 3);
        }
    }

    @Test
    void deliveryShouldBeDeadAfterThreeDaysAndBeSentAgainByHand() {
        Owner owner = fixture.owner();
        AtomicBoolean well = new AtomicBoolean();
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(well.get() ? 200 : 503))) {
            String id = fixture.endpoint(owner, receiver.url("/"), "*").getString("id");
            fixture.pay(owner, "D1");
            OffsetDateTime start = fixture.clock.instant().atOffset(ZoneOffset.UTC);
            JsonObject delivery = waitAttempts(owner, id, 1);
            while (delivery.getString("status").equals("SCHEDULED")) {
                OffsetDateTime next = OffsetDateTime.parse(delivery.getString("nextAttemptAt"));
                fixture.clock.advance(Duration.between(fixture.clock.instant(), next.toInstant())
                        .plus(Duration.ofMinutes(6)));
                delivery = waitAttempts(owner, id, delivery.getInteger("attemptCount") + 1);
            }
            assertEquals("DEAD", delivery.getString("status"));
            int attempts = delivery.getInteger("attemptCount");
            assertTrue(attempts >= 10 && attempts <= 14, attempts + " attempts");
            assertEquals(attempts, receiver.received().size());
            Duration life = Duration.between(start, OffsetDateTime.parse(delivery.getString("finishedAt")));
            assertTrue(life.compareTo(Duration.ofDays(3)) >= 0 && life.toHours() < 74, "dead after " + life);
            String dead = "/" + id + "/deliveries?status=DEAD";
            assertEquals(1, fixture.get(owner, dead).getJsonArray("items").size());
            well.set(true);
            String path = "/" + id + "/deliveries/" + delivery.getString("id");
            // The receiver failed so often that it is left alone for a while.
            fixture.clock.advance(Duration.ofMinutes(6));
            assertEquals(202, fixture.send(owner, "POST", path + "/replay", null).statusCode());
            assertEquals(attempts + 1, delivered(owner, id, 1).getFirst().getInteger("attemptCount"));
            assertEquals(1, receiver.received().stream().map(Received::id).distinct().count());
            assertEquals(0, fixture.get(owner, dead).getJsonArray("items").size());
            assertEquals("DELIVERED", fixture.get(owner, path).getString("status"));
        }
    }

    @Test
    void endpointShouldBeLeftAloneForAsLongAsItAsksFor() {
        Owner owner = fixture.owner();
        AtomicInteger calls = new AtomicInteger();
        try (WebhookReceiver receiver = WebhookReceiver.start(
                one -> calls.incrementAndGet() == 1 ? Answer.of(429, "retry-after", "600") : Answer.of(200))) {
            String id = fixture.endpoint(owner, receiver.url("/"), "*").getString("id");
            fixture.pay(owner, "E1");
            JsonObject waiting = waitAttempts(owner, id, 1);
            assertEquals(fixture.clock.instant().plusSeconds(600),
                    OffsetDateTime.parse(waiting.getString("nextAttemptAt")).toInstant());
            fixture.pay(owner, "E2");
            Eventually.until(() -> fixture.deliveries(owner, id), all -> all.size() == 2);
            fixture.clock.advance(Duration.ofSeconds(599));
            assertEquals(1, receiver.received().size(), "the second one waits too: the receiver asked for a pause");
            fixture.clock.advance(Duration.ofSeconds(2));
            delivered(owner, id, 2);
            assertEquals(List.of("E1", "E1", "E2"), receiver.received().stream().map(Received::reference).toList());
        }
    }

    @Test
    void endpointShouldBeSwitchedOffWhenItsReceiverIsGoneAndGoOnWhenItIsSwitchedOn() {
        Owner owner = fixture.owner();
        AtomicBoolean gone = new AtomicBoolean(true);
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(gone.get() ? 410 : 200))) {
            String id = fixture.endpoint(owner, receiver.url("/"), "*").getString("id");
            fixture.pay(owner, "F1");
            waitAttempts(owner, id, 1);
            JsonObject endpoint = fixture.get(owner, "/" + id);
            assertEquals(true, endpoint.getBoolean("disabled"));
            assertEquals("GONE", endpoint.getString("disabledReason"));
            fixture.clock.advance(Duration.ofMinutes(1));
            fixture.pay(owner, "F2");
            assertEquals(409, fixture.send(owner, "POST", "/" + id + "/ping", null).statusCode());
            gone.set(false);
            assertEquals(200, fixture.send(owner, "PATCH", "/" + id, new JsonObject().put("disabled", false),
                    "if-match", "*").statusCode());
            delivered(owner, id, 1);
            fixture.pay(owner, "F3");
            delivered(owner, id, 2);
            assertEquals(List.of("F1", "F1", "F3"), receiver.received().stream().map(Received::reference).toList(),
                    "what happened while it was off is not made up for");
        }
    }

    @Test
    void endpointsThatHangOrFailShouldDelayNobodyElse() {
        Set<String> served = ConcurrentHashMap.newKeySet();
        try (WebhookReceiver bad = WebhookReceiver.start(one -> Answer.of(one.path().contains("hang") ? 0 : 500));
                WebhookReceiver good = WebhookReceiver.start(one -> {
                    served.add(one.reference());
                    return Answer.of(200);
                })) {
            List<Owner> owners = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Owner owner = fixture.owner();
                owners.add(owner);
                fixture.endpoint(owner, bad.url("/hang" + i), "*");
                fixture.endpoint(owner, bad.url("/fail" + i), "*");
                fixture.endpoint(owner, good.url("/"), "*");
            }
            long startedNs = System.nanoTime();
            for (int i = 0; i < 8; i++) {
                fixture.pay(owners.get(i), "G" + i, "H" + i);
            }
            Eventually.until(() -> served.size(), all -> all == 16);
            assertTrue(Duration.ofNanos(System.nanoTime() - startedNs).toSeconds() < 10);
        }
    }

    @Test
    void deliveryThatFailsShouldNotHoldThoseBehindIt() {
        Owner owner = fixture.owner();
        try (WebhookReceiver receiver = WebhookReceiver.start(
                one -> Answer.of(one.reference().equals("I1") ? 500 : 200))) {
            String id = fixture.endpoint(owner, receiver.url("/"), "*").getString("id");
            fixture.pay(owner, "I1");
            waitAttempts(owner, id, 1);
            fixture.pay(owner, "I2", "I3");
            Eventually.until(receiver::received, all -> all.size() >= 3);
            List<JsonObject> all = Eventually.until(() -> fixture.deliveries(owner, id), log ->
                    log.stream().filter(one -> one.getString("status").equals("DELIVERED")).count() == 2);
            assertEquals("SCHEDULED", all.getFirst().getString("status"));
        }
    }

    @Test
    void deliveryShouldBeSentAgainWhenItsSenderDiedBetweenCallAndMark() {
        Owner owner = fixture.owner();
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(200))) {
            String id = fixture.endpoint(owner, receiver.url("/"), "*").getString("id");
            // A sender that has the endpoint for ten seconds and will never be heard of again.
            TestPostgres.await(DB.pool().preparedQuery("UPDATE webhook_queue SET lease_id = gen_random_uuid(),"
                    + " lease_until = $2 WHERE endpoint_id = (SELECT endpoint_id FROM webhook_endpoint"
                    + " WHERE url = $1)").execute(Tuple.of(receiver.url("/"),
                            fixture.clock.instant().plusSeconds(10).atOffset(ZoneOffset.UTC))));
            fixture.pay(owner, "J1");
            Eventually.until(() -> fixture.deliveries(owner, id), all -> all.size() == 1);
            fixture.clock.advance(Duration.ofSeconds(9));
            Owner witness = fixture.owner();
            String other = fixture.endpoint(witness, receiver.url("/witness"), "*").getString("id");
            fixture.pay(witness, "J2");
            delivered(witness, other, 1);
            assertEquals(0, receiver.received("/").size(), "somebody else holds the lease");
            fixture.clock.advance(Duration.ofSeconds(2));
            delivered(owner, id, 1);
            assertEquals(1, receiver.received("/").size());
        }
    }

    @Test
    void pingShouldBeSentWhateverTheEndpointAskedFor() {
        Owner owner = fixture.owner();
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(200))) {
            String id = fixture.endpoint(owner, receiver.url("/"), "payment_request.paid").getString("id");
            assertEquals(202, fixture.send(owner, "POST", "/" + id + "/ping", null).statusCode());
            Received ping = Eventually.until(receiver::received, all -> all.size() == 1).getFirst();
            assertEquals("ping", ping.json().getString("type"));
            assertNotNull(ping.json().getString("timestamp"));
        }
    }

    private static List<JsonObject> delivered(Owner owner, String endpointId, int count) {
        return Eventually.until(() -> fixture.deliveries(owner, endpointId), all -> all.size() == count
                && all.stream().allMatch(one -> one.getString("status").equals("DELIVERED")));
    }

    private static JsonObject waitAttempts(Owner owner, String endpointId, int attempts) {
        return Eventually.until(() -> fixture.deliveries(owner, endpointId), all -> !all.isEmpty()
                && all.getFirst().getInteger("attemptCount") == attempts).getFirst();
    }
}
