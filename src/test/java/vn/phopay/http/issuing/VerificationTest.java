package vn.phopay.http.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.http.issuing.IssuingFixture.Shop;
import vn.phopay.qr.QrPayload;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

class VerificationTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("verification");

    @TempDir
    static Path keys;

    private static final String THIEF = "6666666666";

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
    void verifyShouldNameThePayeeWhenTheCodeIsGenuine() {
        Shop shop = fixture.shop();
        JsonObject verdict = fixture.verify(fixture.issued(shop).getString("payload"));
        assertEquals("GENUINE", verdict.getString("status"));
        assertEquals(new JsonObject()
                .put("displayName", "Phở Hoa").put("accountName", "NGUYEN THI HOA").put("bank", "MBBank")
                .put("street", "Hàng Ngang").put("district", verdict.getJsonObject("merchant").getString("district")),
                verdict.getJsonObject("merchant"));
        assertTrue(verdict.getJsonObject("merchant").getString("district").contains("Hoàn Kiếm"));
        assertEquals(fixture.ring.signingKey().trusted().id(), verdict.getString("keyId"));
    }

    @Test
    void verifyShouldSaySuspendedWhileTheMerchantIs() {
        Shop shop = fixture.shop();
        String payload = fixture.issued(shop).getString("payload");
        fixture.run("UPDATE merchant SET status = 'SUSPENDED' WHERE merchant_id = $1", shop.merchant());
        assertEquals("SUSPENDED", fixture.verify(payload).getString("status"));
        fixture.run("UPDATE merchant SET status = 'APPROVED' WHERE merchant_id = $1", shop.merchant());
        assertEquals("GENUINE", fixture.verify(payload).getString("status"));
    }

    @Test
    void verifyShouldSayExpiredOnlyAfterTheLastMoment() {
        String payload = fixture.requested(fixture.shop(), 50_000).getString("payload");
        fixture.clock.advance(Duration.ofSeconds(900));
        assertEquals("GENUINE", fixture.verify(payload).getString("status"));
        fixture.clock.advance(Duration.ofSeconds(1));
        JsonObject verdict = fixture.verify(payload);
        assertEquals("EXPIRED", verdict.getString("status"));
        assertEquals("Phở Hoa", verdict.getJsonObject("merchant").getString("displayName"));
    }

    @Test
    void verifyShouldTellAMisprintFromAForgeryWhenOneCharacterIsChanged() {
        String payload = fixture.issued(fixture.shop()).getString("payload");
        int at = payload.indexOf("Pho Hoa");
        String changed = payload.substring(0, at) + 'R' + payload.substring(at + 1);
        JsonObject misprint = fixture.verify(changed);
        assertEquals("MALFORMED", misprint.getString("status"));
        assertTrue(misprint.getString("detail").startsWith("BAD_CRC at character " + (payload.length() - 3)));
        JsonObject forgery = fixture.verify(IssuingFixture.withCrc(changed));
        assertEquals("FORGED", forgery.getString("status"));
        assertFalse(forgery.containsKey("merchant"));
    }

    @Test
    void verifyShouldSayForgedWhenTheAccountWasChangedAndTheSignatureKept() {
        Shop shop = fixture.shop();
        String payload = fixture.issued(shop).getString("payload");
        String other = "00" + "9".repeat(shop.accountNumber().length() - 2);
        assertEquals("FORGED", fixture.verify(IssuingFixture.withCrc(payload.replace(shop.accountNumber(), other)))
                .getString("status"));
    }

    @Test
    void verifyShouldSayForgedWhenAnUnsignedCopyPaysElsewhere() {
        Shop shop = fixture.shop();
        String reference = fixture.issued(shop).getString("reference");
        String dynamicReference = fixture.requested(shop, 50_000).getString("reference");
        assertEquals("UNSIGNED", statusOf(QrPayload.to("970422", shop.accountNumber()).reference(reference).build()));
        assertEquals("FORGED", statusOf(QrPayload.to("970422", THIEF).reference(reference).build()));
        assertEquals("FORGED", statusOf(QrPayload.to("970436", shop.accountNumber()).memo(reference).build()));
        assertEquals("FORGED", statusOf(QrPayload.to("970422", THIEF).memo("CK " + dynamicReference).build()));
        assertEquals("UNSIGNED", statusOf(QrPayload.to("970422", THIEF).memo("an trua").build()));
        JsonObject forgery = fixture.verify(QrPayload.to("970422", THIEF).reference(reference).build().encode());
        assertFalse(forgery.encode().contains(shop.accountNumber()));
        assertFalse(forgery.containsKey("merchant"));
    }

    private static String statusOf(QrPayload payload) {
        return fixture.verify(payload.encode()).getString("status");
    }

    @Test
    void verifyShouldDistrustACompromisedKeyWhateverItSigned() {
        String payload = fixture.issued(fixture.shop()).getString("payload");
        fixture.clock.advance(Duration.ofSeconds(1));
        String keyId = fixture.ring.signingKey().trusted().id();
        fixture.ring.rotate();
        assertEquals("GENUINE", fixture.verify(payload).getString("status"));
        fixture.ring.markCompromised(keyId);
        assertEquals("REVOKED", fixture.verify(payload).getString("status"));
    }

    @Test
    void verifyShouldRefuseAnEmptyOrOverlongPayloadAndJudgeAnyOther() {
        assertEquals(400, fixture.http.send("POST", "/api/v1/qr-codes/verify",
                new JsonObject().put("payload", "")).statusCode());
        assertEquals(400, fixture.http.send("POST", "/api/v1/qr-codes/verify",
                new JsonObject().put("payload", "0".repeat(4097))).statusCode());
        assertEquals("MALFORMED", fixture.verify("0".repeat(4096)).getString("status"));
        assertEquals("MALFORMED", fixture.verify("https://example.vn/pay").getString("status"));
    }
}
