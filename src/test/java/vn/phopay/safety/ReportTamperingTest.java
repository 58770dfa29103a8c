package vn.phopay.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import java.nio.file.Path;
import java.time.Duration;
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
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.SafetyReportId;
import vn.phopay.identity.SelfCheckId;
import vn.phopay.qr.QrPayload;
import vn.phopay.testing.AtOnce;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Reports of pasted-over codes: kept once, one case a place, and forgotten where they must be. */
class ReportTamperingTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("report_tampering").keepingInvariants();

    @TempDir
    static Path keys;

    private static final String THIEF = "7777777777";
    private static final Photo PHOTO = new Photo(Buffer.buffer(new byte[200]), 40, 30);

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
    void aFormThatIsSentManyTimesShouldBeOneReport() throws Exception {
        Shop shop = city.shops.shop();
        TamperReport told = ofOwner(shop, "bị dán đè");
        List<SafetyReportId> ids = AtOnce.run(20, i -> filed(told));
        assertEquals(1, ids.stream().distinct().count());
        assertEquals("1 1 1", counts(shop));
    }

    @Test
    void manyReportsOfOneOutletAtOnceShouldBeOneCaseWithAllTheEvidence() throws Exception {
        Shop shop = city.shops.shop();
        AtOnce.run(20, i -> filed(ofOwner(shop, "lần " + i)));
        assertEquals("20 1 20", counts(shop));
        UUID caseId = caseOf(shop).getUUID("case_id");
        assertEquals(19, city.count(
                "SELECT count(*) FROM case_act WHERE case_id = $1 AND act = 'EVIDENCE'", caseId));
        assertEquals("1 20", city.row("SELECT min(number) || ' ' || max(number) AS range FROM safety_photo"
                + " WHERE case_id = $1", caseId).getString("range"));
    }

    @Test
    void anOpenCaseShouldTakeReportsOfLaterDaysToo() throws Exception {
        SafetyFixture later = new SafetyFixture(DB, keys);
        Shop shop = later.shops.shop();
        later.report(ofOwner(shop, "hôm nay"));
        later.clock.advance(Duration.ofDays(3));
        later.report(ofOwner(shop, "ba hôm sau"));
        assertEquals("2 1 2", counts(shop));
        later.close();
    }

    @Test
    void aCaseThatEndedShouldHideNoReportOfTheSameDay() {
        Shop shop = city.shops.shop();
        for (int i = 1; i <= 3; i++) {
            filed(ofOwner(shop, "lần " + i));
            assertEquals(i, city.count("SELECT count(DISTINCT case_id) FROM safety_report WHERE merchant_id = $1",
                    shop.merchant()));
            end(shop);
        }
        assertEquals(3, city.count("SELECT count(*) FROM recon_case WHERE fingerprint LIKE $1",
                "outlet/" + shop.outlet().value() + "%"));
    }

    @Test
    void theCaseShouldHoldWhatTheDeskMustKnow() {
        Shop shop = city.shops.shop();
        SelfCheck alarm = city.scan(shop, unsigned());
        filed(ofOwner(shop, new TamperReport.Proof(
                Optional.of(alarm.id()), Optional.of("a text of the form"), Optional.empty(), Optional.empty())));
        Row row = caseOf(shop);
        JsonObject evidence = row.getJsonObject("evidence");
        assertEquals("CODE_TAMPERED 002", row.getString("kind") + ' ' + row.getString("district_code"));
        assertEquals(unsigned(), evidence.getString("payload"), "what the check read, not what the form says");
        assertEquals("UNSIGNED", evidence.getString("status"));
        assertEquals(THIEF, evidence.getJsonObject("payee").getString("accountNumber"));
        assertEquals(shop.outlet().toString(), evidence.getString("outletId"));
        assertEquals(SafetyFixture.owner(shop).toString(), evidence.getString("merchantId"));
        assertFalse(row.getString("fingerprint").contains(THIEF));
    }

    @Test
    void anotherShopsAlarmOrOutletShouldNotBeReportedAsOwn() {
        Shop shop = city.shops.shop();
        Shop other = city.shops.shop();
        SelfCheckId foreign = city.scan(other, unsigned()).id();
        filed(ofOwner(shop, new TamperReport.Proof(
                Optional.of(foreign), Optional.empty(), Optional.empty(), Optional.of("?"))));
        assertFalse(caseOf(shop).getJsonObject("evidence").containsKey("payload"));
        TamperReport stolen = new TamperReport(UUID.randomUUID(), Optional.of(SafetyFixture.owner(shop)),
                new TamperReport.AtOutlet(other.outlet()), note("x"), Optional.empty());
        assertInstanceOf(ReportTampering.UnknownPlace.class, city.report(stolen));
        TamperReport nobodys = new TamperReport(UUID.randomUUID(), Optional.empty(),
                new TamperReport.AtOutlet(other.outlet()), note("x"), Optional.empty());
        assertInstanceOf(ReportTampering.UnknownPlace.class, city.report(nobodys));
        assertEquals(0, city.count("SELECT count(*) FROM safety_submission WHERE submission_key = ANY ($1)",
                (Object) new UUID[] {stolen.key(), nobodys.key()}));
    }

    @Test
    void aFormsKeyShouldNotLeadToAnothersReport() {
        Shop shop = city.shops.shop();
        TamperReport told = ofOwner(shop, "của tôi");
        SafetyReportId id = filed(told);
        TamperReport copied = new TamperReport(told.key(), Optional.empty(),
                new TamperReport.AtPlace("002", "ở đâu đó"), note("x"), Optional.empty());
        assertInstanceOf(ReportTampering.KeyTaken.class, city.report(copied));
        assertEquals(Optional.empty(), receipt(id, Optional.empty()));
        assertEquals(Optional.empty(), receipt(id, Optional.of(SafetyFixture.owner(city.shops.shop()))));
        assertEquals("của tôi",
                receipt(id, Optional.of(SafetyFixture.owner(shop))).orElseThrow().note().orElseThrow());
    }

    @Test
    void passersByShouldShareACaseWhenPlaceOrAccountAreTheSame() {
        UUID first = caseIdOf(filed(ofPublic("003", "Bún chả Đắc Kim, 1 Hàng Mành", note("a"))));
        assertEquals(first, caseIdOf(filed(ofPublic("003", " bun cha DAC KIM 1 hàng mành.", note("b")))));
        UUID second = caseIdOf(filed(ofPublic("003", "Bún chả khác", note("c"))));
        UUID inAnotherDistrict = caseIdOf(filed(ofPublic("002", "Bún chả Đắc Kim, 1 Hàng Mành", note("d"))));
        UUID byAccount = caseIdOf(filed(ofPublic("003", "chỗ này", scanned())));
        assertEquals(byAccount, caseIdOf(filed(ofPublic("003", "chỗ kia", scanned()))));
        assertEquals(4, List.of(first, second, inAnotherDistrict, byAccount).stream().distinct().count());
        assertInstanceOf(ReportTampering.UnknownPlace.class, city.report(ofPublic("999", "đâu", note("e"))));
    }

    @Test
    void passersByShouldBeBoundedTogetherAndOwnersNot() throws Exception {
        SafetyFixture flood = new SafetyFixture(DB, keys);
        flood.clock.advance(Duration.ofDays(40));
        for (int i = 0; i < SafetyFixture.PUBLIC_REPORTS_MAX; i++) {
            assertInstanceOf(ReportTampering.Filed.class, flood.report(ofPublic("003", "quán " + i, note("x"))));
        }
        assertInstanceOf(ReportTampering.TooMany.class, flood.report(ofPublic("003", "quán", note("x"))));
        Shop shop = flood.shops.shop();
        assertInstanceOf(ReportTampering.Filed.class, flood.report(ofOwner(shop, "x")));
        flood.clock.advance(Duration.ofDays(1));
        assertInstanceOf(ReportTampering.Filed.class, flood.report(ofPublic("003", "quán", note("x"))));
        flood.close();
    }

    @Test
    void photosContactsAndAlarmsShouldBeForgottenInTime() throws Exception {
        SafetyFixture years = new SafetyFixture(DB, keys);
        years.clock.advance(Duration.ofDays(100));
        Shop shop = years.shops.shop();
        SelfCheckId alarm = years.scan(shop, unsigned()).id();
        TamperReport told = new TamperReport(UUID.randomUUID(), Optional.of(SafetyFixture.owner(shop)),
                new TamperReport.AtOutlet(shop.outlet()), photo(), Optional.of("0912 345 678"));
        years.report(told);
        PurgeSafety purge = new PurgeSafety(DB.pool(), years.clock, Duration.ofDays(180), 1_000);
        await(purge.purge());
        assertEquals("1 1 1", kept(shop, alarm));
        years.clock.advance(SafetyFixture.PAYLOAD_LIFE.plusSeconds(1));
        await(purge.purge());
        assertEquals("0 1 1", kept(shop, alarm));
        years.clock.advance(Duration.ofDays(400));
        await(purge.purge());
        assertEquals("0 1 1", kept(shop, alarm), "an open case keeps all");
        city.shops.run("UPDATE recon_case SET status = 'RESOLVED', resolution = 'FIXED', resolved_at = $2"
                + " WHERE case_id = (SELECT case_id FROM safety_report WHERE merchant_id = $1)",
                shop.merchant(), Moments.timestamp(years.clock.instant()));
        actFor(shop);
        years.clock.advance(Duration.ofDays(180));
        await(purge.purge());
        assertEquals("0 1 1", kept(shop, alarm));
        years.clock.advance(Duration.ofSeconds(1));
        await(purge.purge());
        assertEquals("0 0 0", kept(shop, alarm));
        assertEquals(1, city.count("SELECT count(*) FROM safety_report WHERE merchant_id = $1", shop.merchant()));
        years.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE safety_report SET note = 'x'", "DELETE FROM safety_report"})
    void databaseShouldRefuseToChangeAReport(String sql) {
        filed(ofOwner(city.shops.shop(), "x"));
        PgException refused = assertThrows(PgException.class, () -> city.shops.run(sql));
        assertEquals("safety_fact_frozen", refused.getConstraint());
    }

    private static TamperReport ofOwner(Shop shop, String note) {
        return ofOwner(shop, new TamperReport.Proof(
                Optional.empty(), Optional.empty(), Optional.of(PHOTO), Optional.of(note)));
    }

    private static TamperReport ofOwner(Shop shop, TamperReport.Proof proof) {
        return new TamperReport(UUID.randomUUID(), Optional.of(SafetyFixture.owner(shop)),
                new TamperReport.AtOutlet(shop.outlet()), proof, Optional.empty());
    }

    private static TamperReport ofPublic(String districtCode, String place, TamperReport.Proof proof) {
        return new TamperReport(UUID.randomUUID(), Optional.empty(),
                new TamperReport.AtPlace(districtCode, place), proof, Optional.empty());
    }

    private static TamperReport.Proof note(String note) {
        return new TamperReport.Proof(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(note));
    }

    private static TamperReport.Proof photo() {
        return new TamperReport.Proof(Optional.empty(), Optional.empty(), Optional.of(PHOTO), Optional.empty());
    }

    private static TamperReport.Proof scanned() {
        return new TamperReport.Proof(Optional.empty(), Optional.of(unsigned()), Optional.empty(), Optional.empty());
    }

    private static String unsigned() {
        return QrPayload.to(IssuingFixture.BIN, THIEF).build().encode();
    }

    private static SafetyReportId filed(TamperReport told) {
        return assertInstanceOf(ReportTampering.Filed.class, city.report(told)).id();
    }

    private static Optional<ReportStatus> receipt(SafetyReportId id, Optional<MerchantId> merchant) {
        return await(city.reports.receipt(DB.pool(), id, merchant));
    }

    private static UUID caseIdOf(SafetyReportId id) {
        return city.row("SELECT case_id FROM safety_report WHERE report_id = $1", id.value()).getUUID("case_id");
    }

    private static Row caseOf(Shop shop) {
        return city.row("SELECT * FROM recon_case WHERE fingerprint = $1", "outlet/" + shop.outlet().value());
    }

    /** Reports, cases and photos of a shop. */
    private static String counts(Shop shop) {
        return city.row("SELECT count(*) || ' ' || count(DISTINCT r.case_id) || ' ' || count(f.number) AS counts"
                + " FROM safety_report r LEFT JOIN safety_photo f USING (report_id) WHERE merchant_id = $1",
                shop.merchant()).getString("counts");
    }

    /** What an alarm read, photos and contacts that are still kept. */
    private static String kept(Shop shop, SelfCheckId alarm) {
        return city.row("SELECT (SELECT count(*) FROM self_check_payload WHERE check_id = $2) || ' ' ||"
                + " count(f.number) || ' ' || count(k.contact) AS counts FROM safety_report r"
                + " LEFT JOIN safety_photo f USING (report_id) LEFT JOIN safety_contact k USING (report_id)"
                + " WHERE merchant_id = $1", shop.merchant(), alarm.value()).getString("counts");
    }

    /** The desk ends the shop's open case, as {@code ResolveCase} writes it. */
    private static void end(Shop shop) {
        city.shops.run("UPDATE recon_case SET status = 'RESOLVED', resolution = 'ACCEPTED', resolved_at = now()"
                + " WHERE status <> 'RESOLVED' AND case_id IN"
                + " (SELECT case_id FROM safety_report WHERE merchant_id = $1)", shop.merchant());
        actFor(shop);
    }

    private static void actFor(Shop shop) {
        city.shops.run("INSERT INTO case_act (act_id, case_id, act, acted_at, actor_id, actor_role, action, resolution,"
                + " note) SELECT gen_random_uuid(), case_id, 'RESOLVE', now(), gen_random_uuid(), 'ADMIN',"
                + " CASE resolution WHEN 'FIXED' THEN 'CONFIRM' ELSE 'IGNORE' END, resolution, 'x'"
                + " FROM recon_case c WHERE status = 'RESOLVED' AND case_id IN"
                + " (SELECT case_id FROM safety_report WHERE merchant_id = $1)"
                + " AND NOT EXISTS (SELECT FROM case_act a WHERE a.case_id = c.case_id AND act = 'RESOLVE')",
                shop.merchant());
    }
}
