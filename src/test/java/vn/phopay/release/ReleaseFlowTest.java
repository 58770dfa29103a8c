package vn.phopay.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.access.AuditEntry.Actor;
import vn.phopay.db.SqlOutcome;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ReleaseOffice;
import vn.phopay.testing.ReleaseTown;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** A month from its figures to its publication, by two people, and its correction. */
class ReleaseFlowTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @TempDir
    Path keyDir;

    private TestDatabase database;
    private ReleaseOffice office;
    private ReleaseTown town;
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-06T02:00:00Z"));

    @BeforeEach
    void open() {
        database = TestPostgres.newDatabase("release_flow");
        office = new ReleaseOffice(database.pool(), clock, keyDir);
        town = new ReleaseTown(database.pool(), 1)
                .shops(24, "district-002", "ward-00070-2025", "street-hang-ngang")
                .shops(30, "district-002", "ward-00070-2025", "")
                .shops(26, "district-001", "ward-00004-2025", "")
                .shops(3, "district-003", "ward-00103-2025", "")
                .premises("district-001", 60).premises("district-002", 100).premises("district-003", 20);
        town.trade(OCTOBER, 1_000);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void draftShouldHaveTheSameBytesWhereverAndWheneverItIsMade() {
        Actor analyst = office.staff("ANALYST");
        Map<String, String> first = office.draftInVain(OCTOBER, analyst);
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            clock.advance(Duration.ofHours(3));
            assertEquals(first, office.draftInVain(OCTOBER, office.staff("ADMIN")));
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
        assertTrue(first.size() > 130, "bulletins of all wards among them: " + first.size());
        town.trade(OCTOBER, 70);
        assertNotEquals(first.get("manifest.json"), office.draftInVain(OCTOBER, analyst).get("manifest.json"));
    }

    @Test
    void releaseShouldTakeTwoPeopleAndNeverChangeAfterwards() {
        Actor boss = office.staff("ADMIN");
        Actor other = office.staff("ADMIN");
        Release release = drafted(OCTOBER, "");
        assertEquals("2026-10.r1", release.number().toString());
        assertEquals(ReleaseState.DRAFT, state());
        assertInstanceOf(DecideRelease.NotNow.class, office.approve(release, other), "nobody proposed it");
        assertInstanceOf(DecideRelease.Done.class, office.propose(release, boss));
        assertEquals(ReleaseState.PROPOSED, state());
        assertInstanceOf(DecideRelease.SamePerson.class, office.approve(release, boss));
        assertInstanceOf(DecideRelease.AdminOnly.class, office.approve(release, office.staff("ANALYST")));
        assertInstanceOf(DecideRelease.Done.class, office.approve(release, other));
        assertEquals(ReleaseState.PUBLISHED, state());
        assertInstanceOf(DecideRelease.NotNow.class, office.reject(release, "too late", other));

        byte[] manifest = office.file(release, "manifest.json").bytes().getBytes();
        byte[] signature = office.file(release, "manifest.json.sig").bytes().getBytes();
        assertTrue(office.keys().keys().getFirst().key().verifies(signature, manifest));
        assertRefused("release_frozen", "UPDATE release_file SET content = 'x' WHERE path = 'manifest.json'");
        assertRefused("release_frozen", "DELETE FROM release_act");
        assertRefused("release_frozen", "TRUNCATE release CASCADE");
        assertRefused("release_file_after_decision", "INSERT INTO release_file (release_id, path, media_type, sha256,"
                + " content) VALUES ('" + release.id() + "', 'more.txt', 'text/plain',"
                + " encode(sha256('x'), 'hex'), 'x')");
        Release last = office.list(OCTOBER).getFirst();
        assertEquals(List.of("release.approve", "release.draft", "release.propose"), actions());
        assertEquals(boss.id(), last.act(ReleaseAct.Kind.PROPOSE).orElseThrow().actor());
    }

    @Test
    void databaseShouldRefuseAnApprovalByWhoeverProposed() {
        Actor boss = office.staff("ADMIN");
        Release release = drafted(OCTOBER, "");
        office.propose(release, boss);
        ReleaseAct proposal = office.list(OCTOBER).getFirst().act(ReleaseAct.Kind.PROPOSE).orElseThrow();
        PgException refused = assertThrows(PgException.class, () -> await(database.pool().preparedQuery(
                "INSERT INTO release_act (act_id, release_id, month, revision, content_hash, act, acted_at, actor_id,"
                        + " actor_role, note, key_id, answers_act_id, answers_actor_id) VALUES ($1, $2, '2026-10-01',"
                        + " 1, $3, 'APPROVE', now(), $4, 'ADMIN', '', 'k', $5, $4)")
                .execute(Tuple.of(UUID.randomUUID(), release.id(), release.contentHash(), boss.id(), proposal.id()))));
        assertTrue(SqlOutcome.broke(refused, "release_second_person"), refused.getMessage());
    }

    @Test
    void withheldFigureShouldBeNullWithAReasonAndNeverZero() {
        Release release = drafted(OCTOBER, "");
        JsonObject json = new JsonObject(office.file(release, "release.json").bytes());
        JsonObject tayHo = item(json, "003");
        assertTrue(tayHo.getBoolean("suppressed"));
        assertEquals(null, tayHo.getValue("amount"));
        assertTrue(tayHo.containsKey("amount"));
        assertEquals(20, tayHo.getInteger("premises"), "premises say nothing about a shop");
        JsonObject empty = item(json, "250");
        assertEquals(0, empty.getInteger("transactions"), "nobody's zero hides nobody");
        assertFalse(empty.getBoolean("suppressed"));
        assertEquals("0.5400", text(office.file(release, "adoption-districts.csv"),
                "2026-10,district-002,002,Quận Hoàn Kiếm,,adoptionRate,"));
        String csv = office.file(release, "adoption-districts.csv").bytes().toString();
        assertTrue(csv.contains("district-003,003,Quận Tây Hồ,,activeOutlets30,,COUNT,FEW_SHOPS\n"), csv);
        assertEquals(30, office.file(release, "districts.csv").bytes().toString().lines().skip(1).count());
    }

    @Test
    void correctionShouldBeARevisionWithReasonsAndLeaveTheFirstAsItWas() {
        Release first = office.publish(OCTOBER, "");
        byte[] before = office.file(first, "districts.csv").bytes().getBytes();
        Actor analyst = office.staff("ANALYST");
        assertInstanceOf(DraftRelease.NeedsReasons.class, office.draft(OCTOBER, " ", analyst));
        assertInstanceOf(DraftRelease.Unchanged.class, office.draft(OCTOBER, "Nothing changed at all.", analyst));
        town.shops(25, "district-001", "ward-00004-2025", "").trade(OCTOBER, 1_000);
        clock.advance(Duration.ofDays(3));
        Release second = office.publish(OCTOBER, "Một ngân hàng gửi thiếu hai ngày sao kê.");
        assertEquals("2026-10.r2", second.number().toString());
        String changes = office.file(second, "changes.csv").bytes().toString();
        assertTrue(changes.contains("2026-10,district-001,activeOutlets30,26,51\n"), changes);
        JsonObject manifest = new JsonObject(office.file(second, "manifest.json").bytes());
        assertEquals("2026-10.r1", manifest.getString("corrects"));
        assertArrayEquals(before, office.file(first, "districts.csv").bytes().getBytes());
        assertEquals(2, office.list(OCTOBER).size());
    }

    @Test
    void rejectedDraftShouldGiveItsNumberBack() {
        Actor analyst = office.staff("ANALYST");
        Release release = drafted(OCTOBER, "");
        assertInstanceOf(DraftRelease.OpenAlready.class, office.draft(OCTOBER, "", analyst));
        assertInstanceOf(DecideRelease.NeedsReason.class, office.reject(release, " ", analyst));
        assertInstanceOf(DecideRelease.Done.class, office.reject(release, "Thiếu hai ngày.", analyst));
        Release again = drafted(OCTOBER, "");
        assertEquals("2026-10.r1", again.number().toString());
        assertEquals(2, again.attempt());
    }

    @Test
    void monthShouldNotBeFrozenWhileAFigureOfItIsOutOfDate() {
        town.disturb(OCTOBER.atDay(17));

        assertInstanceOf(DraftRelease.NoFigures.class, office.draft(OCTOBER, "", office.staff("ANALYST")));
        town.trade(OCTOBER, 1_000);
        assertInstanceOf(DraftRelease.Drafted.class, office.draft(OCTOBER, "", office.staff("ANALYST")));
    }

    @Test
    void jobShouldDraftOnceAndOnlyWhenDue() {
        DraftDueReleases due = new DraftDueReleases(
                database.pool(), new ReleaseStore(), office.drafter(), clock, 5);
        MovableClock early = new MovableClock(Instant.parse("2026-11-04T16:59:00Z"));
        assertFalse(office.call(() -> new DraftDueReleases(
                database.pool(), new ReleaseStore(), office.drafter(), early, 5).run()), "4 November in Hanoi");
        assertTrue(office.call(due::run));
        assertFalse(office.call(due::run));
        Release release = office.list(OCTOBER).getFirst();
        assertEquals(ReleaseState.DRAFT, release.state(), "a job never publishes");
        office.reject(release, "Not yet.", office.staff("ANALYST"));
        assertFalse(office.call(due::run), "from here on it is a person's");
        assertInstanceOf(DraftRelease.NotOver.class,
                office.draft(YearMonth.of(2026, 11), "", office.staff("ANALYST")));
        assertInstanceOf(DraftRelease.NoFigures.class,
                office.draft(YearMonth.of(2026, 9), "", office.staff("ANALYST")));
    }

    @Test
    void jobShouldCatchUpOnMonthsThatNobodyWasThereFor() {
        DraftDueReleases due = new DraftDueReleases(
                database.pool(), new ReleaseStore(), office.drafter(), clock, 5);
        assertTrue(office.call(due::run));
        YearMonth november = OCTOBER.plusMonths(1);
        YearMonth december = OCTOBER.plusMonths(2);
        town.trade(november, 1_000).trade(december, 1_000);
        clock.advance(Duration.ofDays(75));
        assertTrue(office.call(due::run), "20 January: two months are due");
        assertEquals(1, office.list(november).size(), "the one that passed");
        assertEquals(1, office.list(december).size());
        assertEquals(1, office.list(OCTOBER).size());
        assertFalse(office.call(due::run));
    }

    private Release drafted(YearMonth month, String reasons) {
        return assertInstanceOf(
                DraftRelease.Drafted.class, office.draft(month, reasons, office.staff("ANALYST"))).release();
    }

    private ReleaseState state() {
        return office.list(OCTOBER).getFirst().state();
    }

    private List<String> actions() {
        List<String> actions = new ArrayList<>();
        await(database.pool().query("SELECT action FROM audit_entry WHERE action LIKE 'release.%' ORDER BY action")
                .execute()).forEach(row -> actions.add(row.getString(0)));
        return actions;
    }

    private void assertRefused(String constraint, String sql) {
        PgException refused = assertThrows(PgException.class, () -> await(database.pool().query(sql).execute()));
        assertTrue(SqlOutcome.broke(refused, constraint), refused.getMessage());
    }

    private static JsonObject item(JsonObject release, String code) {
        return release.getJsonArray("items").stream().map(JsonObject.class::cast)
                .filter(item -> item.getString("districtCode").equals(code)).findFirst().orElseThrow();
    }

    private static String text(ReleaseFile csv, String start) {
        return csv.bytes().toString().lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow()
                .substring(start.length()).split(",", -1)[0];
    }
}
