package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.http.ops.AnswerAgreement;
import vn.phopay.it.WebhookFixture.Owner;
import vn.phopay.testing.Eventually;
import vn.phopay.testing.InvariantsAfter;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;
import vn.phopay.testing.WebhookReceiver;
import vn.phopay.testing.WebhookReceiver.Answer;
import vn.phopay.testing.WebhookReceiver.Received;
import vn.phopay.webhook.PurgeDeliveries;

/** What owners do with endpoints and deliveries, over HTTP. */
class WebhookEndpointsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("webhook_endpoints").keepingInvariants();

    private static final String PATH = WebhookFixture.PATH;
    private static WebhookFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new WebhookFixture(DB, Map.of("PHOPAY_WEBHOOK_ENDPOINTS_MAX", "2"));
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void postShouldShowTheSecretOnceAndNeverAgain() {
        Owner owner = fixture.owner();
        HttpResponse<String> added = fixture.send(owner, "POST", "", wish("https://shop.example/hook", "payment.*"));
        assertEquals(201, added.statusCode(), added.body());
        assertEquals(List.of(), AnswerAgreement.findings("POST " + PATH, added));
        JsonObject endpoint = new JsonObject(added.body());
        assertTrue(endpoint.getString("secret").matches("whsec_[A-Za-z0-9+/]{43}="));
        String id = endpoint.getString("id");
        assertEquals(PATH + "/" + id, added.headers().firstValue("location").orElseThrow());
        HttpResponse<String> one = fixture.send(owner, "GET", "/" + id, null);
        HttpResponse<String> all = fixture.send(owner, "GET", "", null);
        assertFalse((one.body() + all.body()).contains("whsec_"));
        assertEquals(List.of(), AnswerAgreement.findings("GET " + PATH + "/{id}", one));
        assertEquals(List.of(), AnswerAgreement.findings("GET " + PATH, all));
    }

    @Test
    void postShouldRefuseWhatCannotBeAnEndpoint() {
        Owner owner = fixture.owner();
        for (JsonObject body : List.of(
                wish("http://10.0.0.1/", "*"), wish("ftp://shop.example/", "*"), wish("http://169.254.169.254/", "*"),
                wish("https://shop.example/"), wish("https://shop.example/", "payment.lost"),
                wish("https://shop.example/", "PAYMENT.*"), new JsonObject().put("events", new JsonArray().add("*")),
                wish("https://shop.example/", "*").put("secret", "whsec_mine"))) {
            assertEquals(400, fixture.send(owner, "POST", "", body).statusCode(), body.encode());
        }
    }

    @Test
    void postShouldBeRefusedWhenTheMerchantHasEnoughEndpoints() {
        Owner owner = fixture.owner();
        String first = fixture.endpoint(owner, "https://a.example/", "*").getString("id");
        fixture.endpoint(owner, "https://b.example/", "*");
        HttpResponse<String> third = fixture.send(owner, "POST", "", wish("https://c.example/", "*"));
        assertEquals(409, third.statusCode());
        assertEquals("WEBHOOK_LIMIT", new JsonObject(third.body()).getString("code"));
        assertEquals(204, fixture.send(owner, "DELETE", "/" + first, null).statusCode());
        assertEquals(201, fixture.send(owner, "POST", "", wish("https://c.example/", "*")).statusCode());
    }

    @Test
    void endpointShouldBeItsOwnersAlone() {
        Owner owner = fixture.owner();
        Owner stranger = fixture.owner();
        String id = fixture.endpoint(owner, "https://shop.example/", "*").getString("id");
        for (String[] call : new String[][] {{"GET", ""}, {"DELETE", ""}, {"POST", "/rotate-secret"}, {"POST", "/ping"},
            {"GET", "/deliveries"}}) {
            assertEquals(404, fixture.send(stranger, call[0], "/" + id + call[1], null).statusCode(), call[1]);
        }
        assertEquals(404, fixture.send(stranger, "POST", "/" + id + "/replay",
                new JsonObject().put("fromSequence", 1)).statusCode());
        assertEquals(404, fixture.send(stranger, "PATCH", "/" + id, new JsonObject().put("disabled", true),
                "if-match", "*").statusCode());
        assertEquals(0, fixture.get(stranger, "").getJsonArray("items").size());
        assertEquals(401, fixture.app.send("GET", PATH, null).statusCode());
        assertEquals(403, fixture.app.send("GET", PATH, null, "authorization", "Bearer " + fixture.app.adminToken())
                .statusCode());
    }

    @Test
    void patchShouldWantTheVersionThatWasRead() {
        Owner owner = fixture.owner();
        String path = "/" + fixture.endpoint(owner, "https://shop.example/", "*").getString("id");
        String tag = fixture.send(owner, "GET", path, null).headers().firstValue("etag").orElseThrow();
        JsonObject patch = new JsonObject().put("url", "https://new.example/").put("disabled", true)
                .put("events", new JsonArray().add("payment.reversed"));
        assertEquals(428, fixture.send(owner, "PATCH", path, patch).statusCode());
        HttpResponse<String> edited = fixture.send(owner, "PATCH", path, patch, "if-match", tag);
        assertEquals(200, edited.statusCode(), edited.body());
        assertEquals(List.of(), AnswerAgreement.findings("PATCH " + PATH + "/{id}", edited));
        JsonObject now = fixture.get(owner, path);
        assertEquals("https://new.example/", now.getString("url"));
        assertEquals("OWNER", now.getString("disabledReason"));
        assertEquals(new JsonArray().add("payment.reversed"), now.getJsonArray("events"));
        assertEquals(412, fixture.send(owner, "PATCH", path, patch, "if-match", tag).statusCode());
        for (JsonObject bad : List.of(new JsonObject().putNull("url"), new JsonObject().put("disabled", "yes"),
                new JsonObject().put("events", new JsonArray()), new JsonObject().put("url", "http://[::1]:99999/"))) {
            assertEquals(400, fixture.send(owner, "PATCH", path, bad, "if-match", "*").statusCode(), bad.encode());
        }
    }

    @Test
    void rotateShouldSignWithBothSecretsForADay() {
        Owner owner = fixture.owner();
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(200))) {
            JsonObject endpoint = fixture.endpoint(owner, receiver.url("/"), "*");
            String path = "/" + endpoint.getString("id");
            HttpResponse<String> rotated = fixture.send(owner, "POST", path + "/rotate-secret", null);
            assertEquals(200, rotated.statusCode(), rotated.body());
            assertEquals(List.of(), AnswerAgreement.findings("POST " + PATH + "/{id}/rotate-secret", rotated));
            String before = endpoint.getString("secret");
            String after = new JsonObject(rotated.body()).getString("secret");
            fixture.clock.advance(Duration.ofHours(24).minusSeconds(1));
            fixture.pay(owner, "R1");
            Received within = Eventually.until(receiver::received, all -> all.size() == 1).getFirst();
            assertEquals(List.of(1L, 1L), List.of(within.signaturesBy(before), within.signaturesBy(after)));
            fixture.clock.advance(Duration.ofSeconds(1));
            fixture.pay(owner, "R2");
            Received later = Eventually.until(receiver::received, all -> all.size() == 2).getLast();
            assertEquals(List.of(0L, 1L), List.of(later.signaturesBy(before), later.signaturesBy(after)));
            for (int i = 0; i < 3; i++) {
                assertEquals(200, fixture.send(owner, "POST", path + "/rotate-secret", null).statusCode());
            }
            assertEquals(409, fixture.send(owner, "POST", path + "/rotate-secret", null).statusCode());
        }
    }

    @Test
    void replayShouldSendARangeAgainUnderTheSameIds() {
        Owner owner = fixture.owner();
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(200))) {
            String path = "/" + fixture.endpoint(owner, receiver.url("/"), "payment.*").getString("id");
            fixture.pay(owner, "S1", "S2", "S3");
            Eventually.until(receiver::received, all -> all.size() == 3);
            fixture.clock.advance(Duration.ofMinutes(1));
            String noon = fixture.clock.instant().toString();
            fixture.pay(owner, "S4");
            String delivered = path + "/deliveries?status=DELIVERED";
            Eventually.until(() -> fixture.get(owner, delivered).getJsonArray("items").size(), count -> count == 4);
            HttpResponse<String> bySequence = fixture.send(owner, "POST", path + "/replay",
                    new JsonObject().put("fromSequence", 2).put("toSequence", 3));
            assertEquals(202, bySequence.statusCode(), bySequence.body());
            assertEquals(List.of(), AnswerAgreement.findings("POST " + PATH + "/{id}/replay", bySequence));
            assertEquals(2, new JsonObject(bySequence.body()).getInteger("replayed"));
            Eventually.until(receiver::received, all -> all.size() == 6);
            HttpResponse<String> byTime = fixture.send(owner, "POST", path + "/replay",
                    new JsonObject().put("from", noon));
            assertEquals(1, new JsonObject(byTime.body()).getInteger("replayed"));
            List<Received> all = Eventually.until(receiver::received, received -> received.size() == 7);
            assertEquals(List.of(1L, 2L, 3L, 4L, 2L, 3L, 4L), all.stream().map(Received::sequence).toList());
            assertEquals(4, all.stream().map(Received::id).distinct().count());
            assertEquals(400, fixture.send(owner, "POST", path + "/replay", new JsonObject()).statusCode());
            assertEquals(400, fixture.send(owner, "POST", path + "/replay",
                    new JsonObject().put("from", "yesterday")).statusCode());
        }
    }

    @Test
    void deliveriesShouldComeInPagesAndByStatus() {
        Owner owner = fixture.owner();
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(200))) {
            String path = "/" + fixture.endpoint(owner, receiver.url("/"), "*").getString("id") + "/deliveries";
            fixture.pay(owner, "P1", "P2", "P3");
            Eventually.until(() -> fixture.get(owner, path + "?status=DELIVERED").getJsonArray("items").size(),
                    count -> count == 3);
            HttpResponse<String> first = fixture.send(owner, "GET", path + "?limit=2", null);
            assertEquals(List.of(), AnswerAgreement.findings("GET " + PATH + "/{id}/deliveries", first));
            JsonObject page = new JsonObject(first.body());
            assertEquals(List.of(3L, 2L), sequences(page));
            JsonObject last = fixture.get(owner, path + "?limit=2&after=" + page.getString("next"));
            assertEquals(List.of(1L), sequences(last));
            assertEquals(null, last.getString("next"));
            assertEquals(List.of(), sequences(fixture.get(owner, path + "?status=DEAD")));
            String id = page.getJsonArray("items").getJsonObject(0).getString("id");
            HttpResponse<String> one = fixture.send(owner, "GET", path + "/" + id, null);
            assertEquals(List.of(), AnswerAgreement.findings("GET " + PATH + "/{id}/deliveries/{deliveryId}", one));
            for (String bad : List.of("?status=LOST", "?limit=0", "?after=x")) {
                assertEquals(400, fixture.send(owner, "GET", path + bad, null).statusCode(), bad);
            }
            assertEquals(404, fixture.send(owner, "GET", path + "/whd_1", null).statusCode());
        }
    }

    @Test
    void logShouldBeForgottenOldestFirstUpToWhatStillWaits() {
        Owner owner = fixture.owner();
        try (WebhookReceiver receiver = WebhookReceiver.start(
                one -> Answer.of(one.reference().equals("O2") ? 500 : 200))) {
            String id = fixture.endpoint(owner, receiver.url("/"), "*").getString("id");
            fixture.pay(owner, "O1", "O2", "O3");
            Eventually.until(receiver::received, all -> all.size() == 3);
            fixture.row("WITH old AS (UPDATE webhook_delivery SET created_at = $1::timestamptz - interval '90 days 1 s'"
                    + " WHERE endpoint_id = (SELECT endpoint_id FROM webhook_endpoint WHERE url = $2) RETURNING 1)"
                    + " SELECT count(*) FROM old", fixture.clock.instant().atOffset(ZoneOffset.UTC),
                    receiver.url("/"));
            PurgeDeliveries purge = new PurgeDeliveries(DB.pool(), Duration.ofDays(90), fixture.clock);
            Eventually.equal(List.of(2L, 3L), () -> {
                TestPostgres.await(purge.purge());
                return fixture.deliveries(owner, id).stream().map(one -> one.getLong("sequence")).toList();
            });
            InvariantsAfter.check(DB.pool());
        }
    }

    @Test
    void deleteShouldGiveUpWhatWaits() {
        Owner owner = fixture.owner();
        try (WebhookReceiver receiver = WebhookReceiver.start(one -> Answer.of(500))) {
            String path = "/" + fixture.endpoint(owner, receiver.url("/gone"), "*").getString("id");
            fixture.pay(owner, "Q1");
            Eventually.until(receiver::received, all -> all.size() == 1);
            assertEquals(204, fixture.send(owner, "DELETE", path, null).statusCode());
            assertEquals(404, fixture.send(owner, "GET", path, null).statusCode());
            fixture.pay(owner, "Q2");
            assertEquals("DEAD", fixture.row("SELECT d.status FROM webhook_delivery d JOIN webhook_endpoint e"
                    + " USING (endpoint_id) WHERE e.url = $1", receiver.url("/gone")).getString(0));
            assertEquals(0L, fixture.row("SELECT count(*) FROM webhook_secret s JOIN webhook_endpoint e"
                    + " USING (endpoint_id) WHERE e.url = $1", receiver.url("/gone")).getLong(0));
        }
    }

    @Test
    void actsShouldBeInTheAuditLog() {
        Owner owner = fixture.owner();
        String id = fixture.endpoint(owner, "https://shop.example/", "*").getString("id");
        fixture.send(owner, "POST", "/" + id + "/rotate-secret", null);
        fixture.send(owner, "DELETE", "/" + id, null);
        assertEquals("webhook.add,webhook.rotate-secret,webhook.delete",
                fixture.row("SELECT string_agg(action, ',' ORDER BY audit_entry_id) FROM audit_entry"
                        + " WHERE subject_id = $1", id).getString(0));
    }

    private static List<Long> sequences(JsonObject page) {
        return page.getJsonArray("items").stream().map(item -> ((JsonObject) item).getLong("sequence")).toList();
    }

    private static JsonObject wish(String url, String... events) {
        return new JsonObject().put("url", url).put("events", new JsonArray(List.of(events)));
    }
}
