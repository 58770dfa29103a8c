package vn.phopay.http.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.phopay.http.issuing.IssuingFixture.body;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Authenticator.Session;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.issuing.IssuingFixture;
import vn.phopay.http.issuing.IssuingFixture.Credit;
import vn.phopay.http.issuing.IssuingFixture.Shop;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.payment.PaymentReader;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class PaymentsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("payments");

    @TempDir
    static Path keys;

    private static final String PATH = "/api/v1/payments";

    private static IssuingFixture fixture;

    @BeforeAll
    static void open() throws Exception {
        fixture = new IssuingFixture(DB, keys);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void getShouldShowEveryFieldWithThePayerMasked() {
        Shop shop = fixture.shop();
        JsonObject request = fixture.requested(shop, 50_000);
        fixture.credit(shop, request.getString("id"), new Credit("G1", 50_000, "MATCHED"));
        fixture.reverse(shop, "G1", 50_000);
        JsonObject credit = items(PATH + "?outcome=MATCHED", shop.token()).getJsonObject(0);
        assertEquals("G1", credit.getString("bankReference"));
        assertEquals(50_000, credit.getLong("amount"));
        assertEquals("VND", credit.getString("currency"));
        assertEquals("CREDIT", credit.getString("direction"));
        assertEquals("2026-11-23", credit.getString("businessDate"));
        assertEquals("2026-11-23T09:00:00+07:00", credit.getString("bookedAt"));
        assertEquals(shop.outlet().toString(), credit.getString("outletId"));
        assertEquals(request.getString("id"), credit.getString("paymentRequestId"));
        assertNull(credit.getString("qrId"));
        assertEquals(true, credit.getBoolean("reversed"));
        assertEquals("••••1234", credit.getString("payerAccount"));
        assertEquals("CALLBACK", credit.getString("source"));
        assertEquals(false, credit.getBoolean("assigned"));
        assertEquals(0, credit.getLong("refundedAmount"));
        assertEquals(24, credit.size());
    }

    @Test
    void getShouldPageWithoutGapOrRepeatWhenDaysDiffer() {
        Shop shop = fixture.shop();
        for (int i = 0; i < 5; i++) {
            fixture.credit(shop, null, new Credit("H" + i, 1_000 + i, "OUTLET"));
        }
        fixture.run("UPDATE payment SET business_date = '2026-11-22' WHERE bank_reference IN ('H1', 'H4')");
        assertEquals(List.of("H3", "H2", "H0", "H4", "H1"), references(items(PATH, shop.token())));
        JsonObject first = body(200, fixture.get(PATH + "?limit=2", shop.token()));
        JsonObject second = body(200, fixture.get(PATH + "?limit=2&after=" + first.getString("next"), shop.token()));
        JsonObject third = body(200, fixture.get(PATH + "?limit=2&after=" + second.getString("next"), shop.token()));
        assertEquals(List.of("H3", "H2"), references(first.getJsonArray("items")));
        assertEquals(List.of("H0", "H4"), references(second.getJsonArray("items")));
        assertEquals(List.of("H1"), references(third.getJsonArray("items")));
        assertNull(third.getString("next"));
        assertEquals(List.of("H4", "H1"),
                references(items(PATH + "?from=2026-11-22&to=2026-11-22", shop.token())));
    }

    @Test
    void getShouldKeepToWhatTheCallerMaySee() {
        Shop shop = fixture.shop();
        fixture.credit(shop, null, new Credit("S1", 1_000, "OUTLET"));
        String ofOutlet = PATH + "?outletId=" + shop.outlet();
        assertEquals(List.of("S1"), references(items(ofOutlet, shop.token())));
        assertEquals(List.of("S1"), references(items(ofOutlet, fixture.staff(Role.ANALYST, "002"))));
        assertEquals(404, fixture.get(ofOutlet, fixture.staff(Role.ANALYST, "001")).statusCode());
        assertEquals(404, fixture.get(ofOutlet, fixture.shop().token()).statusCode());
        assertEquals(List.of(), references(items(PATH, fixture.shop().token())));
        assertEquals(List.of(), references(items(PATH, fixture.staff(Role.ANALYST, "001"))));
        assertEquals("S1", references(items(PATH + "?limit=1", fixture.staff(Role.ADMIN, "002"))).getFirst());
        assertEquals(401, fixture.get(PATH, null).statusCode());
    }

    @Test
    void getShouldShowNobodysMoneyToStaffOfAllDistrictsOnly() {
        Shop shop = fixture.shop();
        fixture.credit(shop, null, new Credit("N1", 1_000, "UNMATCHED"));
        fixture.run("UPDATE payment SET merchant_id = NULL, outlet_id = NULL WHERE bank_reference = 'N1'");
        String unmatched = PATH + "?outcome=UNMATCHED";
        assertEquals(List.of("N1"), references(items(unmatched, fixture.staff(Role.REGISTRAR))));
        assertEquals(List.of(), references(items(unmatched, fixture.staff(Role.REGISTRAR, "002"))));
    }

    @Test
    void getShouldSuggestTheOneOpenRequestOfTheAccountWithThisAmountAndNeverCloseIt() {
        fixture.run("INSERT INTO bank (bank_code, bin, name, created_at) VALUES ('mb', '970422', 'x', now())");
        Shop shop = fixture.shop();
        JsonObject request = fixture.requested(shop, 50_000);
        fixture.requested(shop, 60_000);
        fixture.requested(shop, 60_000);
        fixture.requested(fixture.shop(), 50_000);
        fixture.credit(shop, null, new Credit("Q1", 50_000, "ACCOUNT"));
        fixture.credit(shop, null, new Credit("Q2", 60_000, "ACCOUNT"));
        fixture.credit(shop, null, new Credit("Q3", 50_000, "OUTLET"));
        fixture.credit(shop, null, new Credit("Q4", 50_001, "ACCOUNT"));
        assertEquals(request.getString("id"), suggestion(shop, "Q1"));
        assertNull(suggestion(shop, "Q2"), "two fit");
        assertNull(suggestion(shop, "Q3"), "it named a code");
        assertNull(suggestion(shop, "Q4"), "one đồng more");
        assertEquals("PENDING", body(200, fixture.get("/api/v1/payment-requests/" + request.getString("id"),
                shop.token())).getString("status"));
        fixture.credit(shop, request.getString("id"), new Credit("Q5", 50_000, "MATCHED"));
        assertNull(suggestion(shop, "Q1"), "it is paid now");
    }

    @Test
    void getShouldFollowAssignmentsAndLeaveTwinsOut() {
        Shop shop = fixture.shop();
        Shop other = fixture.shop();
        JsonObject request = fixture.requested(other, 50_000);
        UUID moved = fixture.credit(shop, null, new Credit("W1", 50_000, "ACCOUNT"));
        UUID counted = fixture.credit(shop, null, new Credit("W2", 50_000, "ACCOUNT"));
        UUID twin = fixture.credit(shop, null, new Credit("W3", 50_000, "ACCOUNT"));
        fixture.run("UPDATE payment SET twin_of = $2, merchant_id = NULL, outlet_id = NULL WHERE payment_id = $1", twin,
                counted);
        fixture.run("INSERT INTO payment_fact (fact_id, payment_id, kind, fact_key, sequence, outcome, merchant_id,"
                + " outlet_id, payment_request_id, evidence, business_date) VALUES (gen_random_uuid(), $1,"
                + " 'ASSIGNMENT', 'w1', 1, 'MATCHED', $2, $3, $4, '{}', '2026-11-23')", moved, other.merchant(),
                other.outlet().value(), PaymentRequestId.parse(request.getString("id")).orElseThrow().value());
        assertEquals(List.of("W2"), references(items(PATH, shop.token())));
        assertEquals(List.of("W1"), references(items(PATH + "?outcome=MATCHED", other.token())));
        assertEquals(List.of("W1"), references(items(PATH + "?outletId=" + other.outlet(), other.token())));
        JsonObject paid = body(200, fixture.get("/api/v1/payment-requests/" + request.getString("id"), other.token()));
        assertEquals("PAID", paid.getString("status"));
        assertEquals(50_000, paid.getLong("paidAmount"));
        List<String> ofStaff = references(items(PATH + "?limit=500", fixture.staff(Role.ADMIN)));
        assertEquals(true, ofStaff.contains("W3"), "staff see the twin as evidence");
    }

    private static String suggestion(Shop shop, String reference) {
        return items(PATH, shop.token()).stream()
                .map(JsonObject.class::cast)
                .filter(payment -> payment.getString("bankReference").equals(reference))
                .findFirst()
                .orElseThrow()
                .getString("suggestedPaymentRequestId");
    }

    @Test
    void getShouldRefuseQueriesThatCannotBeRead() {
        String token = fixture.shop().token();
        for (String query : List.of("from=yesterday", "to=2026-13-01", "from=2026-11-23&to=2026-11-22",
                "from=2025-11-22&to=2026-11-23", "outcome=PAID", "outletId=x", "limit=0", "limit=501", "after=x",
                "after=99999999~pay_x")) {
            assertEquals(400, fixture.get(PATH + '?' + query, token).statusCode(), query);
        }
        assertEquals(200, fixture.get(PATH + "?from=2025-11-23&to=2026-11-23", token).statusCode());
    }

    @Test
    void csvShouldQuoteCellsAndDisarmFormulas() {
        Shop shop = fixture.shop();
        fixture.credit(shop, null, new Credit("V1", 1_000, "OUTLET"));
        fixture.run("UPDATE payment SET memo = $1 WHERE bank_reference = 'V1'", "=HYPERLINK(\"http://x\",\"a\")");
        HttpResponse<String> answer = fixture.get("/api/v1/payments.csv", shop.token());
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("text/csv; charset=utf-8; header=present",
                answer.headers().firstValue("content-type").orElseThrow());
        List<String> lines = answer.body().lines().toList();
        assertEquals(2, lines.size());
        assertEquals("id,bankCode,bankReference,amount,currency,direction,memo,outcome,bookedAt,receivedAt,recordedAt,"
                + "businessDate,outletId,qrId,paymentRequestId,reversed,payerAccount,source,bankTrace,virtualAccount,"
                + "twinOf,assigned,refundedAmount,suggestedPaymentRequestId", lines.getFirst());
        assertEquals("mb,V1,1000,VND,CREDIT,\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\",OUTLET",
                lines.get(1).substring(lines.get(1).indexOf(",mb,") + 1, lines.get(1).indexOf(",2026-")));
    }

    @Test
    void csvShouldHoldEveryPaymentOnceWhenThereAreSeveralPages() {
        Shop shop = fixture.shop();
        fixture.run("INSERT INTO payment (payment_id, bank_code, bank_reference, direction, account_number, amount_vnd,"
                + " memo, booked_at, received_at, business_date, outcome, merchant_id)"
                + " SELECT gen_random_uuid(), 'vcb', 'W' || n, 'CREDIT', '1', n, '', now(), now(),"
                + " date '2026-11-23' - n % 7, 'ACCOUNT', $1 FROM generate_series(1, 2500) n", shop.merchant());
        List<String> lines = fixture.get("/api/v1/payments.csv", shop.token()).body().lines().skip(1).toList();
        assertEquals(2500, lines.size());
        assertEquals(2500, lines.stream().map(line -> line.split(",")[2]).distinct().count());
    }

    @Test
    void csvShouldBeRefusedInsteadOfCutWhenItWouldBeTooLong() {
        Shop shop = fixture.shop();
        fixture.credit(shop, null, new Credit("L1", 1_000, "OUTLET"));
        fixture.credit(shop, null, new Credit("L2", 1_000, "OUTLET"));
        assertEquals(200, await(csvOfAtMost(2).handle(call(shop))).status());
        fixture.credit(shop, null, new Credit("L3", 1_000, "OUTLET"));
        ProblemException refused = assertThrows(
                ProblemException.class, () -> await(csvOfAtMost(2).handle(call(shop))));
        assertEquals(ProblemCode.REQUEST_INVALID, refused.problem().code());
    }

    private static GetPaymentsCsv csvOfAtMost(int rows) {
        PaymentQuery query = new PaymentQuery(
                fixture.parts.merchants(), new AuditLog(new IdSource(fixture.clock), fixture.clock), fixture.clock);
        return new GetPaymentsCsv(query, new PaymentReader(), fixture.pool, rows);
    }

    private static Call call(Shop shop) {
        Call anyone = new Call("request-1", fixture.clock.instant(), "127.0.0.1", "/", Map.of(), "",
                MultiMap.caseInsensitiveMultiMap(), MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(), null, null);
        return anyone.by(new Session(new Principal(shop.merchant(), Role.MERCHANT, Set.of()), ""));
    }

    private static JsonArray items(String path, String token) {
        return body(200, fixture.get(path, token)).getJsonArray("items");
    }

    private static List<String> references(JsonArray items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> items.getJsonObject(i).getString("bankReference"))
                .toList();
    }
}
