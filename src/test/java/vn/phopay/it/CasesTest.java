package vn.phopay.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.it.CaseCity.assign;
import static vn.phopay.it.CaseCity.ignore;
import static vn.phopay.it.CaseCity.refund;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.http.ops.AnswerAgreement;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.it.CaseCity.Staff;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.reconciliation.CaseKind;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestBank;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What one member of staff sees of cases and decides alone, over HTTP. */
class CasesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("cases").keepingInvariants();

    private static final Random RANDOM = new Random(23);
    private static CaseCity city;
    private static Staff lan;
    private static Staff analyst;
    private static ShopRows.Shop hoa;
    private static ShopRows.Shop xuan;

    @BeforeAll
    static void start() {
        city = new CaseCity(DB);
        lan = city.staff("REGISTRAR");
        analyst = city.staff("ANALYST");
        hoa = city.shop("1001", "002");
        xuan = city.shop("1002", "003");
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void listShouldFilterAndPageWithoutGapOrRepeat() {
        List<String> opened = IntStream.range(0, 5).mapToObj(i -> city.unmatched()).toList();
        city.acted(200, lan, opened.get(2), "resolve", ignore());
        String open = "/api/v1/cases?kind=UNMATCHED&status=OPEN&bankCode=mbbank";
        List<String> seen = ids(open + "&limit=500").stream().filter(opened::contains).toList();
        assertEquals(List.of(opened.get(4), opened.get(3), opened.get(1), opened.get(0)), seen);
        String after = opened.get(4);
        JsonObject page = get(open + "&limit=2&after=" + after);
        assertEquals(List.of(opened.get(3), opened.get(1)), ids(page));
        assertEquals(opened.get(1), page.getString("next"));
        assertEquals(List.of(opened.get(2)), ids("/api/v1/cases?limit=500&status=RESOLVED").stream()
                .filter(opened::contains).toList());
        assertEquals(List.of(), ids("/api/v1/cases?bankCode=nobank"));
    }

    @Test
    void listShouldRefuseWhatItCannotRead() {
        for (String query : List.of("kind=LOST", "status=open", "limit=0", "limit=501", "after=cas_1")) {
            HttpResponse<String> answer = city.app.send(
                    "GET", "/api/v1/cases?" + query, null, "authorization", "Bearer " + lan.token());
            assertEquals(400, answer.statusCode(), query);
        }
    }

    @Test
    void getShouldShowEvidencePaymentActsAndSuggestions() {
        String reference = city.pay("1001", 70_000, "sai " + xuan.code());
        String id = city.caseOf("WRONG_ACCOUNT", reference);
        city.acted(200, lan, id, "acknowledge", new JsonObject().put("note", "gọi ngân hàng"));
        JsonObject file = city.read(analyst, id);
        assertEquals("ACKNOWLEDGED", file.getString("status"));
        assertEquals(70_000, file.getJsonObject("evidence").getLong("amount"));
        assertEquals(new JsonArray().add(xuan.code().value()), file.getJsonObject("evidence").getJsonArray("codes"));
        assertEquals("UNMATCHED", file.getJsonObject("payment").getString("outcome"));
        assertEquals("1001", file.getString("accountNumber"));
        JsonObject act = file.getJsonArray("acts").getJsonObject(0);
        assertEquals("ACKNOWLEDGE gọi ngân hàng REGISTRAR " + lan.id(), act.getString("act") + ' '
                + act.getString("note") + ' ' + act.getJsonObject("actor").getString("role") + ' '
                + act.getJsonObject("actor").getString("id"));
        assertTrue(act.getJsonObject("actor").getString("name").startsWith("Chị"));
        assertEquals(List.of("CODE " + CaseCity.idOf(xuan), "ACCOUNT " + CaseCity.idOf(hoa)),
                file.getJsonArray("suggestions").stream().map(JsonObject.class::cast)
                        .map(offer -> offer.getString("hint") + ' ' + offer.getString("merchantId")).toList());
        assertEquals(new JsonArray().add("ASSIGN").add("REFUND").add("IGNORE"), file.getJsonArray("actions"));
    }

    @Test
    void getShouldSuggestTheOnlyOpenRequestOfTheAmountAndNoneOfTwo() {
        ShopRows.Shop shop = city.shop("1077", "002");
        ReferenceCode foreign = xuan.code();
        Instant expiry = Instant.now().plusSeconds(600);
        UUID request = city.request(shop, ReferenceCode.draw(RANDOM).value(), 61_000, expiry);
        String one = city.caseOf("WRONG_ACCOUNT", city.pay("1077", 61_000, "ck " + foreign));
        assertEquals(List.of(new PaymentRequestId(request).toString()), requestsSuggested(one));
        city.request(shop, ReferenceCode.draw(RANDOM).value(), 61_000, expiry);
        assertEquals(List.of(), requestsSuggested(one));
    }

    @Test
    void resolveShouldGiveTheMoneyToTheOutletThatIsNamed() {
        String reference = city.pay("777001", 40_000, "khong ro");
        String id = city.caseOf("UNMATCHED", reference);
        JsonObject done = city.acted(200, lan, id, "resolve", assign(hoa));
        assertEquals("RESOLVED FIXED", done.getString("status") + ' ' + done.getString("resolution"));
        assertNotNull(done.getString("resolvedAt"));
        assertEquals(CaseCity.idOf(hoa), done.getJsonObject("payment").getString("merchantId"));
        assertEquals("OUTLET", done.getJsonObject("payment").getString("outcome"));
        assertEquals(List.of("ASSIGNMENT"), city.facts(reference));
        assertEquals(List.of("REGISTRAR case.resolve: theo biên lai"), city.audited(id));
    }

    @Test
    void resolveShouldPayTheRequestThatIsNamed() {
        UUID request = city.request(hoa, ReferenceCode.draw(RANDOM).value(), 90_000, Instant.now().plusSeconds(600));
        String reference = city.pay("777002", 90_000, "quen ma");
        JsonObject body = assign(hoa).put("paymentRequestId", new PaymentRequestId(request).toString());
        JsonObject done = city.acted(200, lan, city.caseOf("UNMATCHED", reference), "resolve", body);
        assertEquals("MATCHED", done.getJsonObject("payment").getString("outcome"));
        assertEquals(new PaymentRequestId(request).toString(),
                done.getJsonObject("payment").getString("paymentRequestId"));
    }

    @Test
    void resolveShouldRecordTheRefundAndTheAcceptance() {
        String refunded = city.pay("777003", 30_000, "nham");
        city.acted(200, lan, city.caseOf("UNMATCHED", refunded), "resolve", refund());
        assertEquals(List.of("REFUND"), city.facts(refunded));
        ReferenceCode code = ReferenceCode.draw(RANDOM);
        city.request(hoa, code.value(), 20_000, Instant.now().minus(Duration.ofDays(2)));
        String late = city.pay("1001", 20_000, "ck " + code);
        JsonObject done = city.acted(200, lan, city.caseOf("LATE", late), "resolve", ignore());
        assertEquals("ACCEPTED", done.getString("resolution"));
        assertEquals(CaseCity.idOf(hoa), done.getJsonObject("payment").getString("merchantId"));
        assertEquals(List.of("ACCEPTANCE"), city.facts(late));
    }

    @Test
    void resolveShouldRefuseAPaymentOfWhichNothingIsLeft() {
        String reference = city.pay("777004", 30_000, "nham");
        city.tell(TestBank.transaction("R" + reference, "777004", 30_000, "hoan").put("direction", "DEBIT")
                .put("reversalOf", reference));
        String id = city.caseOf("UNMATCHED", reference);
        assertEquals("RECON_DECISION_REFUSED",
                city.acted(409, lan, id, "resolve", refund()).getString("code"));
        assertEquals("OPEN", city.read(lan, id).getString("status"));
        assertEquals(List.of(), city.facts(reference));
        assertEquals(List.of(), city.audited(id));
    }

    @Test
    void resolveShouldRefuseABodyThatDoesNotFit() {
        String id = city.unmatched();
        String outlet = assign(hoa).getString("outletId");
        UUID request = city.request(hoa, ReferenceCode.draw(RANDOM).value(), 1_000, Instant.now());
        List<JsonObject> bodies = List.of(
                new JsonObject(),
                ignore().put("note", "   "),
                ignore().put("note", "x".repeat(1_001)),
                ignore().put("action", "FORGET"),
                ignore().put("outletId", outlet),
                refund().put("paymentRequestId", new PaymentRequestId(request).toString()),
                new JsonObject().put("action", "ASSIGN").put("note", "n"),
                assign(hoa).put("outletId", "out_1"),
                assign(hoa).put("outletId", new OutletId(UUID.randomUUID()).toString()),
                assign(xuan).put("paymentRequestId", new PaymentRequestId(request).toString()),
                ignore().put("amount", 5));
        for (JsonObject body : bodies) {
            assertEquals("REQUEST_INVALID", city.acted(400, lan, id, "resolve", body).getString("code"), body.encode());
        }
        assertEquals("OPEN", city.read(lan, id).getString("status"));
        city.acted(200, lan, id, "resolve", ignore().put("note", "x".repeat(1_000)));
    }

    @Test
    void stepsShouldBeRefusedWhereTheStateDoesNotAllowThem() {
        String id = city.unmatched();
        assertEquals("RECON_NO_PROPOSAL", city.acted(409, lan, id, "approve", new JsonObject()).getString("code"));
        city.acted(200, lan, id, "acknowledge", new JsonObject());
        assertEquals("RECON_CASE_WRONG_STATE",
                city.acted(409, lan, id, "acknowledge", new JsonObject()).getString("code"));
        city.acted(200, lan, id, "resolve", ignore());
        for (String step : List.of("acknowledge", "approve", "resolve", "reject")) {
            JsonObject body = step.equals("resolve") ? ignore() : new JsonObject().put("note", "n");
            assertEquals("RECON_CASE_WRONG_STATE", city.acted(409, lan, id, step, body).getString("code"), step);
        }
        assertEquals(List.of("REGISTRAR case.acknowledge: ", "REGISTRAR case.resolve: đã kiểm tra"), city.audited(id));
    }

    @Test
    void resolveShouldHoldToTheVersionThatWasRead() {
        String id = city.unmatched();
        HttpResponse<String> acknowledged = city.act(lan, id, "acknowledge", new JsonObject(), "If-Match", "\"1\"");
        assertEquals("\"2\"", acknowledged.headers().firstValue("etag").orElseThrow());
        HttpResponse<String> stale = city.act(lan, id, "resolve", ignore(), "If-Match", "\"1\"");
        assertEquals(412, stale.statusCode(), stale.body());
        assertEquals(200, city.act(lan, id, "resolve", ignore(), "If-Match", "\"2\"").statusCode());
    }

    @Test
    void resolveShouldGiveTheFirstAnswerWhenTheIdempotencyKeyIsRepeated() {
        String id = city.unmatched();
        HttpResponse<String> first = city.act(lan, id, "resolve", ignore(), "Idempotency-Key", "k1");
        HttpResponse<String> again = city.act(lan, id, "resolve", ignore(), "Idempotency-Key", "k1");
        assertEquals(200, first.statusCode());
        assertEquals(first.body(), again.body());
        assertEquals(422, city.act(lan, id, "resolve", refund(), "Idempotency-Key", "k1").statusCode());
        assertEquals(1, city.audited(id).size());
    }

    @Test
    void resolveShouldHappenOnceWhenManyDecideAtOnce() throws Exception {
        String reference = city.pay("777009", 40_000, "");
        String id = city.caseOf("UNMATCHED", reference);
        Staff other = city.staff("REGISTRAR");
        List<Integer> statuses = AtOnce.run(10, i -> city.act(
                i % 2 == 0 ? lan : other, id, "resolve", i % 3 == 0 ? refund() : assign(hoa)).statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
        assertEquals(9, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(1, city.facts(reference).size());
        assertEquals(1, city.audited(id).size());
    }

    @Test
    void onlyStaffShouldSeeCasesAndOnlyRegistrarsAndAdministratorsDecide() {
        String id = city.unmatched();
        assertEquals("OPEN", city.read(analyst, id).getString("status"));
        for (String step : List.of("acknowledge", "resolve", "approve", "reject")) {
            assertEquals(403, city.act(analyst, id, step, ignore()).statusCode(), step);
        }
        assertEquals(401, city.app.send("GET", "/api/v1/cases", null).statusCode());
        assertEquals(404, city.act(lan, "cas_nothing", "resolve", ignore()).statusCode());
    }

    @Test
    void staffOfADistrictShouldSeeAndDecideWhatItsMerchantsMayClaim() {
        Staff ofHoa = city.staff("REGISTRAR", "002");
        Staff ofXuan = city.staff("REGISTRAR", "003");
        Staff elsewhere = city.staff("REGISTRAR", "004");
        String nobodys = city.unmatched();
        String both = city.caseOf("WRONG_ACCOUNT", city.pay("1001", 1_000, "ck " + xuan.code()));
        assertTrue(visible(ofHoa).contains(both) && visible(ofXuan).contains(both));
        assertTrue(visible(elsewhere).isEmpty() && !visible(ofHoa).contains(nobodys));
        for (String hidden : List.of(nobodys, both)) {
            assertEquals(404, city.act(elsewhere, hidden, "acknowledge", new JsonObject()).statusCode());
        }
        JsonObject refused = city.acted(400, ofHoa, both, "resolve", assign(xuan));
        assertEquals("/outletId", refused.getJsonArray("errors").getJsonObject(0).getString("pointer"));
        JsonObject own = city.acted(200, ofHoa, both, "resolve", assign(hoa));
        assertEquals(CaseCity.idOf(hoa), own.getJsonObject("payment").getString("merchantId"));
        assertNull(own.getJsonObject("pendingApproval"));
    }

    @Test
    void metricsShouldNameEveryKindAndState() {
        String metrics = city.app.send("GET", "/metrics", null).body();
        for (CaseKind kind : CaseKind.values()) {
            for (String status : List.of("OPEN", "ACKNOWLEDGED")) {
                String tags = "{kind=\"" + kind + "\",status=\"" + status + "\"}";
                assertTrue(metrics.contains("phopay_cases" + tags), tags);
                assertTrue(metrics.contains("phopay_cases_oldest_age_seconds" + tags), tags);
            }
        }
    }

    @Test
    void oneTransferToldWithManyMeaningsShouldBeOneCaseWithAllOfThem() {
        String reference = city.pay("1001", 5_000, "a");
        for (long amount : new long[] {5_001, 5_002, 5_001, 5_003}) {
            city.tell(TestBank.transaction(reference, "1001", amount, "a"));
        }
        JsonObject file = city.read(lan, city.caseOf("CONFLICT", reference));
        assertEquals(5_001, file.getJsonObject("evidence").getLong("amount"));
        assertEquals(List.of(5_002, 5_003), file.getJsonArray("acts").stream().map(JsonObject.class::cast)
                .map(act -> act.getJsonObject("evidence").getInteger("amount")).toList());
    }

    private static List<String> visible(Staff who) {
        return ids(city.app.as(who.token(), "GET", "/api/v1/cases?limit=500", null));
    }

    private static List<String> requestsSuggested(String id) {
        return city.read(lan, id).getJsonArray("suggestions").stream().map(JsonObject.class::cast)
                .filter(offer -> offer.getString("hint").equals("AMOUNT"))
                .map(offer -> offer.getString("paymentRequestId")).toList();
    }

    private static JsonObject get(String path) {
        HttpResponse<String> answer = city.app.send("GET", path, null, "authorization", "Bearer " + lan.token());
        assertEquals(List.of(), AnswerAgreement.findings("GET /api/v1/cases", answer), answer.body());
        return new JsonObject(answer.body());
    }

    private static List<String> ids(String path) {
        return ids(get(path));
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").stream().map(item -> ((JsonObject) item).getString("id")).toList();
    }
}
