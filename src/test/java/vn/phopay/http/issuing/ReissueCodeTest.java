package vn.phopay.http.issuing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.http.issuing.IssuingFixture.Shop;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.QrId;
import vn.phopay.issuing.IssueQrCode;
import vn.phopay.issuing.OldAccountCode;
import vn.phopay.issuing.OldAccountCodes;
import vn.phopay.issuing.QrCode;
import vn.phopay.issuing.ReissueCode;
import vn.phopay.issuing.RevocationStore;
import vn.phopay.issuing.RevokeQrCode;
import vn.phopay.merchant.Caller;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Codes that pay into an account given up: found, warned about, and replaced by one tap. */
class ReissueCodeTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("reissue_code").keepingInvariants();

    @TempDir
    static Path keys;

    private static IssuingFixture fixture;
    private static ReissueCode reissue;
    private static OldAccountCodes oldCodes;
    private static VirtualThreads threads;

    @BeforeAll
    static void open() throws Exception {
        fixture = new IssuingFixture(DB, keys);
        threads = await(VirtualThreads.open(TestPostgres.vertx()));
        AuditLog audit = new AuditLog(new IdSource(fixture.clock), fixture.clock);
        reissue = new ReissueCode(fixture.parts, new IssueQrCode(fixture.parts, Duration.ofDays(365)),
                new RevokeQrCode(fixture.parts, new RevocationStore(), audit));
        oldCodes = new OldAccountCodes(fixture.clock);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void listShouldNameTheCodesOfAnAccountGivenUpAndNoOthers() {
        Shop shop = fixture.shop();
        JsonObject old = fixture.issued(shop);
        JsonObject revoked = fixture.issued(shop);
        fixture.post("/api/v1/qr-codes/" + revoked.getString("id") + "/revoke", new JsonObject().put("reason", "x"),
                shop.token());
        assertEquals(List.of(), list(shop), "while the account is in force there is nothing to warn about");

        String newNumber = replaceAccount(shop);
        fixture.issued(shop);

        OldAccountCode code = single(shop);
        assertEquals(old.getString("id"), code.id().toString());
        assertEquals(IssuingFixture.BIN, code.bankBin());
        assertEquals(end(shop.accountNumber()), code.accountEnd());
        assertNotEquals(end(newNumber), code.accountEnd());
        assertEquals("GENUINE", fixture.verify(old.getString("payload")).getString("status"),
                "it is a genuine code and goes on paying: only its owner can be warned");
        assertEquals(List.of(), list(fixture.shop()));
    }

    @ParameterizedTest
    @CsvSource({"REPLACED, false, true", "REJECTED, false, true", "WITHDRAWN, false, true", "PENDING, true, true",
        "PENDING, false, false", "APPROVED, true, false"})
    void listShouldGoByWhetherTheAccountIsTheMerchants(String status, boolean replaces, boolean old) {
        Shop shop = fixture.shop();
        fixture.issued(shop);
        String newNumber = replaceAccount(shop);

        fixture.run("UPDATE merchant_account SET status = 'REJECTED' WHERE account_number = $1", newNumber);
        fixture.run("UPDATE merchant_account SET status = $2, replaces_account_id = CASE WHEN $3 THEN"
                + " (SELECT account_id FROM merchant_account WHERE account_number = $4) END"
                + " WHERE account_id = $1", shop.account(), status, replaces, newNumber);

        assertEquals(old ? 1 : 0, list(shop).size());
    }

    @Test
    void codeShouldNotBeWarnedAboutOnceItIsOver() {
        Shop shop = fixture.shop();
        fixture.issued(shop);
        replaceAccount(shop);
        assertEquals(1, list(shop).size());

        fixture.run("UPDATE qr_code SET issued_at = $2::timestamptz - interval '1 day', expires_at = $2"
                + " WHERE merchant_id = $1", shop.merchant(),
                fixture.clock.instant().atOffset(ZoneOffset.UTC));

        assertEquals(List.of(), list(shop));
    }

    @Test
    void reissueShouldMakeACodeForTheNewAccountAndTakeTheOldOneBack() {
        Shop shop = fixture.shop();
        JsonObject old = IssuingFixture.body(201, fixture.post(shop.codesPath(), new JsonObject()
                .put("type", "STATIC").put("label", "Quầy 1").put("terminal", "T01"), shop.token()));
        String newNumber = replaceAccount(shop);
        QrId id = single(shop).id();

        QrCode made = assertInstanceOf(ReissueCode.Reissued.class, reissue(shop, id)).code();

        assertEquals("Quầy 1", made.label().orElseThrow());
        assertEquals("T01", made.terminal().orElseThrow());
        assertTrue(made.payload().contains(newNumber));
        assertNotEquals(old.getString("reference"), made.reference().value());
        assertEquals("GENUINE", fixture.verify(made.payload()).getString("status"));
        assertEquals("REVOKED", fixture.verify(old.getString("payload")).getString("status"));
        assertEquals(List.of(), list(shop));
        assertInstanceOf(ReissueCode.RevokedBefore.class, reissue(shop, id));
    }

    @Test
    void reissueShouldHappenOnceWhenTheButtonIsTappedManyTimes() throws Exception {
        Shop shop = fixture.shop();
        fixture.issued(shop);
        replaceAccount(shop);
        QrId id = single(shop).id();

        List<Object> outcomes = AtOnce.run(6, i -> reissue(shop, id));

        assertEquals(1, outcomes.stream().filter(ReissueCode.Reissued.class::isInstance).count(), outcomes.toString());
        assertEquals(2L, fixture.count("SELECT count(*) FROM qr_code WHERE merchant_id = $1", shop.merchant()));
    }

    @Test
    void reissueShouldDoNothingWhereThereIsNothingToReplaceOrNothingToReplaceItBy() {
        Shop shop = fixture.shop();
        QrId good = QrId.parse(fixture.issued(shop).getString("id")).orElseThrow();
        assertInstanceOf(ReissueCode.NotOld.class, reissue(shop, good));
        assertInstanceOf(ReissueCode.NotFound.class, reissue(fixture.shop(), good), "another shop's");

        fixture.run("UPDATE merchant_account SET status = 'REPLACED' WHERE account_id = $1", shop.account());

        assertInstanceOf(ReissueCode.NotApproved.class, reissue(shop, good));
        assertEquals(1L, fixture.count("SELECT count(*) FROM qr_code WHERE merchant_id = $1", shop.merchant()));
        assertEquals(1, list(shop).size());
    }

    /** As staff do by approving another account. */
    private static String replaceAccount(Shop shop) {
        String number = shop.accountNumber() + "88";
        fixture.run("UPDATE merchant_account SET status = 'REPLACED', replaced_at = now() WHERE account_id = $1",
                shop.account());
        fixture.run("INSERT INTO merchant_account (account_id, merchant_id, bank_bin, account_number, account_name,"
                + " status, created_at, replaces_account_id) VALUES ($1, $2, $3, $4, 'NGUYEN THI HOA', 'APPROVED',"
                + " now(), $5)", UUID.randomUUID(), shop.merchant(), IssuingFixture.BIN, number, shop.account());
        return number;
    }

    private static OldAccountCode single(Shop shop) {
        List<OldAccountCode> found = list(shop);
        assertEquals(1, found.size(), found.toString());
        return found.getFirst();
    }

    private static List<OldAccountCode> list(Shop shop) {
        return await(oldCodes.list(fixture.pool, new MerchantId(shop.merchant())));
    }

    /** Rolls back as the page does for every outcome but the good one. */
    private static Object reissue(Shop shop, QrId id) {
        Caller caller = new Caller(new Principal(shop.merchant(), Role.MERCHANT, Set.of()), "req-1");
        return await(fixture.pool.getConnection().compose(connection -> connection.begin().compose(tx -> threads
                .call(() -> reissue.reissue(connection, id, "account changed", caller))
                .compose(outcome -> (outcome instanceof ReissueCode.Reissued ? tx.commit() : tx.rollback())
                        .map((Object) outcome)))
                .eventually(connection::close)));
    }

    private static String end(String number) {
        return number.substring(number.length() - 4);
    }
}
