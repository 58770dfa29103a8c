package vn.phopay.http.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.http.issuing.IssuingFixture.body;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.access.Role;
import vn.phopay.http.issuing.IssuingFixture.Shop;
import vn.phopay.qr.Jwks;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class QrCodesTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("qr_codes");

    @TempDir
    static Path keys;

    private static IssuingFixture fixture;

    @BeforeAll
    static void open() throws Exception {
        fixture = new IssuingFixture(DB, keys, everyDrawTwice());
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    /** Every sequence of eight digits comes twice: each reference but the first collides with the one before. */
    private static RandomGenerator everyDrawTwice() {
        return new RandomGenerator() {
            private long calls;

            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("references draw whole digits only");
            }

            @Override
            public synchronized int nextInt(int bound) {
                long draw = calls / 8 / 2;
                int digit = (int) (calls++ % 8);
                return (int) (draw >> (5 * (7 - digit)) & 31);
            }
        };
    }

    @Test
    void postShouldIssueADistinctCodeWhenTheRandomSourceRepeatsItself() {
        Shop shop = fixture.shop();
        Set<String> references = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            references.add(fixture.issued(shop).getString("reference"));
        }
        assertEquals(6, references.size());
    }

    @Test
    void postShouldAnswerTheSignedCodeWhenTheShopIsApproved() {
        Shop shop = fixture.shop();
        JsonObject code = body(201, fixture.post(shop.codesPath(), new JsonObject()
                .put("type", "STATIC").put("label", "Quầy 1").put("terminal", "T01"), shop.token()));
        assertEquals("ACTIVE", code.getString("status"));
        assertEquals(fixture.ring.signingKey().trusted().id(), code.getString("keyId"));
        assertEquals("2026-11-23T09:00:00+07:00", code.getString("issuedAt"));
        assertEquals("2027-11-23T09:00:00+07:00", code.getString("expiresAt"));
        String url = "https://pay.example.vn/api/v1/qr-codes/" + code.getString("id");
        assertEquals(new JsonObject().put("svg", url + ".svg").put("png", url + ".png").put("pdf", url + ".pdf"),
                code.getJsonObject("links"));
        assertEquals("GENUINE", fixture.verify(code.getString("payload")).getString("status"));
    }

    @Test
    void postShouldRefuseWhenOutletApprovalOrFieldsAreWrong() {
        Shop shop = fixture.shop();
        JsonObject order = new JsonObject().put("type", "STATIC");
        assertEquals(404, fixture.post(fixture.shop().codesPath(), order, shop.token()).statusCode());
        assertEquals(404, fixture.post("/api/v1/outlets/out_x/qr-codes", order, shop.token()).statusCode());
        assertEquals(401, fixture.http.send("POST", shop.codesPath(), order).statusCode());
        assertEquals(403, fixture.post(shop.codesPath(), order, fixture.staff(Role.ADMIN)).statusCode());
        Shop pending = fixture.shop("PENDING", "PENDING");
        assertEquals("MERCHANT_NOT_APPROVED",
                body(409, fixture.post(pending.codesPath(), order, pending.token())).getString("code"));
        Shop newAccount = fixture.shop("APPROVED", "PENDING");
        assertEquals(409, fixture.post(newAccount.codesPath(), order, newAccount.token()).statusCode());
        Shop suspended = fixture.shop("SUSPENDED", "APPROVED");
        assertEquals(409, fixture.post(suspended.codesPath(), order, suspended.token()).statusCode());
        JsonObject faults = body(400, fixture.post(shop.codesPath(), new JsonObject().put("type", "DYNAMIC")
                .put("terminal", "x".repeat(26)).put("expiresAt", "tomorrow"), shop.token()));
        assertEquals(3, faults.getJsonArray("errors").size());
    }

    @Test
    void postShouldHoldTheLifeTo400Days() {
        Shop shop = fixture.shop();
        assertEquals(201, postUntil(shop, Duration.ofDays(400)));
        assertEquals(400, postUntil(shop, Duration.ofDays(400).plusSeconds(1)));
        assertEquals(201, postUntil(shop, Duration.ofSeconds(1)));
        assertEquals(400, postUntil(shop, Duration.ZERO));
    }

    private static int postUntil(Shop shop, Duration life) {
        JsonObject order = new JsonObject().put("type", "STATIC")
                .put("expiresAt", fixture.clock.instant().plus(life).toString());
        return fixture.post(shop.codesPath(), order, shop.token()).statusCode();
    }

    @Test
    void postShouldIssueOnceWhenTwoCallsWithOneKeyComeAtOnce() throws Exception {
        Shop shop = fixture.shop();
        JsonObject order = new JsonObject().put("type", "STATIC");
        List<HttpResponse<String>> answers = AtOnce.run(2, i -> fixture.http.send("POST", shop.codesPath(), order,
                "authorization", "Bearer " + shop.token(), "idempotency-key", "k1"));
        assertEquals(201, answers.get(0).statusCode());
        assertEquals(answers.get(0).body(), answers.get(1).body());
        assertEquals(1, fixture.count("SELECT count(*) FROM qr_code WHERE outlet_id = $1", shop.outlet().value()));
        assertEquals(1, fixture.count("SELECT count(*) FROM reference WHERE outlet_id = $1", shop.outlet().value()));
    }

    @Test
    void getShouldListNewestFirstPageByPageToOwnerAndStaffOfTheDistrict() {
        Shop shop = fixture.shop();
        String first = fixture.issued(shop).getString("id");
        String second = fixture.issued(shop).getString("id");
        JsonObject page = body(200, fixture.get(shop.codesPath() + "?limit=1", shop.token()));
        assertEquals(second, page.getJsonArray("items").getJsonObject(0).getString("id"));
        JsonObject rest = body(200, fixture.get(
                shop.codesPath() + "?limit=1&after=" + page.getString("next"), fixture.staff(Role.ANALYST, "002")));
        assertEquals(first, rest.getJsonArray("items").getJsonObject(0).getString("id"));
        assertNull(rest.getString("next"));
        assertEquals(404, fixture.get(shop.codesPath(), fixture.staff(Role.ANALYST, "001")).statusCode());
        assertEquals(404, fixture.get(shop.codesPath(), fixture.shop().token()).statusCode());
    }

    @Test
    void revokeShouldTakeBackOnceAndSaySoEverywhere() {
        Shop shop = fixture.shop();
        JsonObject code = fixture.issued(shop);
        String path = "/api/v1/qr-codes/" + code.getString("id") + "/revoke";
        JsonObject reason = new JsonObject().put("reason", "mất nhãn");
        assertEquals(404, fixture.post(path, reason, fixture.shop().token()).statusCode());
        assertEquals(404, fixture.post(path, reason, fixture.staff(Role.REGISTRAR, "001")).statusCode());
        assertEquals(400, fixture.post(path, new JsonObject(), shop.token()).statusCode());
        JsonObject revoked = body(200, fixture.post(path, reason, fixture.staff(Role.REGISTRAR, "002")));
        assertEquals("REVOKED", revoked.getString("status"));
        assertEquals("QR_ALREADY_REVOKED", body(409, fixture.post(path, reason, shop.token())).getString("code"));
        assertEquals("REVOKED", fixture.verify(code.getString("payload")).getString("status"));
        assertTrue(publishedSerials().contains(code.getString("serial")));
        assertEquals(404, fixture.get("/api/v1/qr-codes/" + code.getString("id") + ".svg", null).statusCode());
        assertEquals(1, fixture.count("SELECT count(*) FROM audit_entry WHERE action = 'qr.revoke' AND subject_id = $1"
                + " AND reason = 'mất nhãn'", code.getString("id")));
    }

    private static Set<String> publishedSerials() {
        return Jwks.read(fixture.get("/.well-known/jwks.json", null).body()).revokedSerials();
    }

    @Test
    void keyListShouldNameKeysAndTimesAndAnswer304WhenUnchanged() {
        HttpResponse<String> answer = fixture.get("/.well-known/jwks.json", null);
        JsonObject list = body(200, answer);
        JsonArray listed = list.getJsonArray("keys");
        assertEquals(fixture.ring.signingKey().trusted().id(), listed.getJsonObject(0).getString("kid"));
        assertEquals("active", listed.getJsonObject(0).getString("status"));
        assertFalse(list.getString("issuedAt").isEmpty());
        assertNotEquals(list.getString("issuedAt"), list.getString("nextUpdate"));
        String tag = answer.headers().firstValue("etag").orElseThrow();
        assertEquals(304, fixture.http.send("GET", "/.well-known/jwks.json", null, "if-none-match", tag).statusCode());
    }
}
