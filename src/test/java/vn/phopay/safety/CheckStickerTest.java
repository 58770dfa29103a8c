package vn.phopay.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.http.issuing.IssuingFixture;
import vn.phopay.http.issuing.IssuingFixture.Shop;
import vn.phopay.identity.SelfCheckId;
import vn.phopay.qr.QrPayload;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** What an owner is told about a code on her wall, and what is kept of it. */
class CheckStickerTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("check_sticker").keepingInvariants();

    @TempDir
    static Path keys;

    private static final String THIEF = "6666666666";

    private static SafetyFixture city;

    @BeforeAll
    static void open() throws Exception {
        city = new SafetyFixture(DB, keys);
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void ownCodeShouldBeGreenAndNamed() {
        Shop shop = city.shops.shop();
        JsonObject code = city.code(shop);
        SelfCheck check = city.scan(shop, code.getString("payload"));
        assertEquals(CheckVerdict.GREEN, check.verdict());
        SelfCheck.CheckedCode checked = check.code().orElseThrow();
        assertEquals(code.getString("id"), checked.id().toString());
        assertEquals("Phở Hoa Phở Hoa", checked.shopName() + ' ' + checked.outletName());
        assertTrue(code.getString("payload").contains(checked.serial()));
        assertFalse(check.keepsPayload());
    }

    @Test
    void blanksAroundThePayloadShouldNotMatter() {
        Shop shop = city.shops.shop();
        assertEquals(CheckVerdict.GREEN,
                city.verdict(shop, " \n" + city.code(shop).getString("payload") + "\r\n"));
    }

    @Test
    void anotherShopsCodeShouldAlarmWhateverItsState() {
        Shop shop = city.shops.shop();
        Shop other = city.shops.shop();
        JsonObject code = city.code(other);
        SelfCheck check = city.scan(shop, code.getString("payload"));
        assertEquals(CheckVerdict.OTHER_SHOP, check.verdict());
        assertEquals(Optional.empty(), check.code());
        assertTrue(check.keepsPayload());
        assertEquals(CheckVerdict.OTHER_SHOP,
                city.verdict(shop, city.shops.requested(other, 50_000).getString("payload")));
        revoke(other, code);
        assertEquals(CheckVerdict.OTHER_SHOP, city.verdict(shop, code.getString("payload")));
    }

    @Test
    void anUnsignedCodeShouldAlarmUnlessItPaysTheOwner() {
        Shop shop = city.shops.shop();
        assertEquals(CheckVerdict.OTHER_ACCOUNT, city.verdict(shop, unsigned(THIEF)));
        assertEquals(CheckVerdict.OWN_UNSIGNED, city.verdict(shop, unsigned(shop.accountNumber())));
        assertEquals(CheckVerdict.OTHER_ACCOUNT, city.verdict(city.shops.shop(), unsigned(shop.accountNumber())));
        assertEquals(CheckVerdict.OTHER_ACCOUNT, city.verdict(shop,
                QrPayload.to("970436", shop.accountNumber()).build().encode()), "another bank's account");
        city.shops.run("INSERT INTO virtual_account (bank_bin, account_number, account_id, merchant_id, created_at)"
                + " VALUES ($1, $2, $3, $4, now())",
                IssuingFixture.BIN, "VQR" + shop.accountNumber(), shop.account(), shop.merchant());
        assertEquals(CheckVerdict.OWN_UNSIGNED, city.verdict(shop, unsigned("VQR" + shop.accountNumber())));
    }

    @Test
    void aChangedCopyShouldBeForged() {
        Shop shop = city.shops.shop();
        JsonObject code = city.code(shop);
        String other = "00" + "9".repeat(shop.accountNumber().length() - 2);
        String changed = IssuingFixture.withCrc(code.getString("payload").replace(shop.accountNumber(), other));
        assertEquals(CheckVerdict.FORGED, city.verdict(shop, changed));
        assertEquals(CheckVerdict.FORGED, city.verdict(shop,
                QrPayload.to(IssuingFixture.BIN, THIEF).reference(code.getString("reference")).build().encode()));
    }

    @Test
    void aSignedCodeThatWasNeverIssuedShouldBeForged() {
        Shop shop = city.shops.shop();
        String payload = city.code(shop).getString("payload");
        city.shops.run("DELETE FROM qr_code WHERE payload = $1", payload);
        assertEquals(CheckVerdict.FORGED, city.verdict(shop, payload));
        city.shops.run("DELETE FROM reference WHERE merchant_id = $1", shop.merchant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://nhan-tien.example/", "000201", "x", "WIFI:S:quan;P:1;;"})
    void whatIsNoVietQrShouldAlarm(String text) {
        assertEquals(CheckVerdict.NOT_VIETQR, city.verdict(city.shops.shop(), text));
    }

    @Test
    void aTextBeyondAnyCodeShouldBeJudgedAndNotKept() {
        Shop shop = city.shops.shop();
        SelfCheck check = city.scan(shop, "9".repeat(CheckSticker.PAYLOAD_LENGTH_MAX + 1));
        assertEquals(CheckVerdict.NOT_VIETQR, check.verdict());
        assertFalse(check.keepsPayload());
    }

    @Test
    void nothingReadShouldBeUnreadable() {
        assertEquals(CheckVerdict.UNREADABLE, city.scan(city.shops.shop(), null).verdict());
        assertEquals(CheckVerdict.UNREADABLE, city.verdict(city.shops.shop(), " \n"));
    }

    @Test
    void aRetiredCodeOfTheOwnerShouldSayWhy() {
        Shop shop = city.shops.shop();
        JsonObject code = city.code(shop);
        String payload = code.getString("payload");
        set(shop, "merchant SET status = 'SUSPENDED'");
        assertEquals(CheckVerdict.SUSPENDED, city.verdict(shop, payload));
        set(shop, "merchant SET status = 'APPROVED'");
        set(shop, "merchant_account SET status = 'REPLACED'");
        assertEquals(CheckVerdict.OLD_ACCOUNT, city.verdict(shop, payload));
        assertEquals(CheckVerdict.OLD_ACCOUNT, city.verdict(shop, unsigned(shop.accountNumber())));
        set(shop, "merchant_account SET status = 'APPROVED'");
        assertEquals(CheckVerdict.GREEN, city.verdict(shop, payload));
        revoke(shop, code);
        assertEquals(CheckVerdict.REVOKED, city.verdict(shop, payload));
    }

    @Test
    void aCodeShouldBeGreenUntilItsLastMoment() throws Exception {
        SafetyFixture later = new SafetyFixture(DB, keys);
        Shop shop = later.shops.shop();
        String payload = later.code(shop).getString("payload");
        later.clock.advance(Duration.ofDays(365));
        assertEquals(CheckVerdict.GREEN, later.verdict(shop, payload));
        later.clock.advance(Duration.ofSeconds(1));
        assertEquals(CheckVerdict.EXPIRED, later.verdict(shop, payload));
        later.close();
    }

    @Test
    void aCodeForOnePaymentShouldBeNoSticker() {
        Shop shop = city.shops.shop();
        assertEquals(CheckVerdict.ONE_PAYMENT,
                city.verdict(shop, city.shops.requested(shop, 50_000).getString("payload")));
    }

    @Test
    void anAttemptThatIsSentTwiceShouldBeOneCheck() throws Exception {
        Shop shop = city.shops.shop();
        String payload = city.code(shop).getString("payload");
        UUID key = UUID.randomUUID();
        List<SelfCheckId> ids = AtOnce.run(20, i -> city.scan(shop, key, payload).id());
        assertEquals(1, ids.stream().distinct().count());
        assertEquals(1, city.count("SELECT count(*) FROM self_check WHERE merchant_id = $1", shop.merchant()));
        assertEquals(CheckVerdict.GREEN, city.scan(shop, key, unsigned(THIEF)).verdict(), "the first one stands");
    }

    @Test
    void anotherShopShouldNotSeeACheckNorShareItsKey() {
        Shop shop = city.shops.shop();
        Shop other = city.shops.shop();
        UUID key = UUID.randomUUID();
        SelfCheck check = city.scan(shop, key, city.code(shop).getString("payload"));
        assertEquals(Optional.empty(),
                await(city.checks.find(DB.pool(), SafetyFixture.owner(other), check.id())));
        assertEquals(CheckVerdict.OTHER_ACCOUNT, city.scan(other, key, unsigned(THIEF)).verdict());
    }

    @Test
    void anAlarmShouldKeepWhatItReadForAWhileAndTheFactNothingOfIt() {
        Shop shop = city.shops.shop();
        SelfCheck check = city.scan(shop, unsigned(THIEF));
        Row fact = city.row("SELECT to_jsonb(c)::text AS text FROM self_check c WHERE check_id = $1",
                check.id().value());
        assertFalse(fact.getString("text").contains(THIEF));
        Row kept = city.row("SELECT payload, keep_until FROM self_check_payload WHERE check_id = $1",
                check.id().value());
        assertEquals(unsigned(THIEF), kept.getString("payload"));
        assertEquals(city.clock.instant().plus(SafetyFixture.PAYLOAD_LIFE),
                kept.getOffsetDateTime("keep_until").toInstant());
    }

    @Test
    void aCheckShouldBelongToTheVietnameseDay() throws Exception {
        SafetyFixture night = new SafetyFixture(DB, keys);
        Shop shop = night.shops.shop();
        String payload = night.code(shop).getString("payload");
        night.clock.advance(Duration.ofHours(14).plusMinutes(59));
        assertEquals(LocalDate.of(2026, 11, 23), night.scan(shop, payload).businessDate());
        night.clock.advance(Duration.ofMinutes(1));
        assertEquals(LocalDate.of(2026, 11, 24), night.scan(shop, payload).businessDate());
        night.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE self_check SET verdict = 'GREEN'", "DELETE FROM self_check"})
    void databaseShouldRefuseToChangeACheck(String sql) {
        city.scan(city.shops.shop(), null);
        PgException refused = assertThrows(PgException.class, () -> city.shops.run(sql));
        assertEquals("safety_fact_frozen", refused.getConstraint());
    }

    private static String unsigned(String account) {
        return QrPayload.to(IssuingFixture.BIN, account).build().encode();
    }

    private static void set(Shop shop, String what) {
        city.shops.run("UPDATE " + what + " WHERE merchant_id = $1", shop.merchant());
    }

    private static void revoke(Shop shop, JsonObject code) {
        assertEquals(200, city.shops.post("/api/v1/qr-codes/" + code.getString("id") + "/revoke",
                new JsonObject().put("reason", "hỏng"), shop.token()).statusCode());
    }
}
