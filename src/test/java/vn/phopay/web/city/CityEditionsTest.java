package vn.phopay.web.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.access.Authenticator;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.city.ReadCity;
import vn.phopay.city.ReadPulse;
import vn.phopay.city.ReadRanking;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.figure.FigureEditions;
import vn.phopay.figure.RankDistricts;
import vn.phopay.figure.ReadFigures;
import vn.phopay.http.EditionTag;
import vn.phopay.http.KeptAnswers;
import vn.phopay.metric.MetricBook;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.SeedPlaces;
import vn.phopay.programme.ReadCampaigns;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;
import vn.phopay.web.AssetBook;
import vn.phopay.web.PageKit;

/** Parts and files of the city's pages are answered without a connection where the caller has them; never a page. */
class CityEditionsTest {
    private static final Map<String, Principal> TOKEN_TO_PRINCIPAL = Map.of(
            "admin", new Principal(new UUID(0, 1), Role.ADMIN, Set.of()),
            "colleague", new Principal(new UUID(0, 3), Role.ADMIN, Set.of()),
            "limited", new Principal(new UUID(0, 2), Role.ANALYST, Set.of("006")));

    private final MovableClock clock = MovableClock.morning();
    private TestDatabase db;
    private Pool pool;
    private CityRows rows;
    private FigureEditions edition;
    private TestHttp http;

    @BeforeEach
    void start() throws Exception {
        db = TestPostgres.newDatabase("city_editions");
        PlaceStore store = new PlaceStore();
        PlaceDirectory places = await(db.pool().withTransaction(new SeedPlaces(store)::seed)
                .compose(seeded -> store.load(db.pool())));
        rows = new CityRows(db.pool(), LocalDate.of(2026, 11, 23));
        rows.write();
        pool = db.pool(TestPostgres.vertx());
        edition = new FigureEditions(db.pool(), clock);
        await(edition.refresh());
        MetricBook book = MetricBook.load();
        EditionTag tags = new EditionTag(edition::current, clock, "code");
        CityAnswers answers = new CityAnswers(tags,
                new KeptAnswers(tags::present, new KeptAnswers.Limits(100, 10_000_000)), pool,
                await(VirtualThreads.open(TestPostgres.vertx(), 2)));
        CityParts parts = new CityParts(new PageKit(AssetBook.load()), book, places, new ReadFigures(),
                new ReadCity(), new ReadCampaigns(), answers, clock);
        ReadRanking ranking = new ReadRanking(
                new ReadFigures(), new RankDistricts(book.sizeClasses()), new ReadCity());
        ReadPulse pulse = new ReadPulse(clock);
        Authenticator sessions = token -> Future.succeededFuture(Optional.ofNullable(TOKEN_TO_PRINCIPAL.get(token))
                .map(principal -> new Authenticator.Session(principal, "csrf-of-" + token)));
        http = new TestHttp.Builder(TestPostgres.vertx(), clock, sessions)
                .add(new GetOverviewPage(parts)).add(new GetOverviewLive(parts))
                .add(new GetDistrictsCsv(parts)).add(new GetRankingPage(parts, ranking))
                .add(new GetRankingCsv(parts, ranking)).add(new GetTrendsPage(parts)).add(new GetTrendsCsv(parts))
                .add(new GetWallPage(parts, pulse)).add(new GetWallLive(parts, pulse))
                .start();
    }

    @AfterEach
    void stop() {
        http.close();
        db.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thanh-pho/song", "/thanh-pho/song?chi-so=amount", "/thanh-pho/quan.csv",
        "/thanh-pho/xep-hang.csv?thang=2026-10", "/thanh-pho/xu-huong.csv?noi=district-002&ky=week", "/man-hinh/song"})
    void knownPartShouldBeToldWithoutAConnection(String path) {
        HttpResponse<String> first = get(path, "admin");
        assertEquals(200, first.statusCode(), first.body());
        assertEquals("private, no-cache", header(first, "cache-control"));
        assertFalse(first.body().contains("csrf-of-"), "what may be kept holds no token");
        String tag = header(first, "etag");
        await(pool.close());
        HttpResponse<String> known = get(path, "admin", "if-none-match", tag);
        assertEquals(304, known.statusCode(), known.body());
        assertEquals(tag, header(known, "etag"));
        assertEquals(200, get(path, "admin").statusCode(), "without the tag it is told as it is kept here");
        assertEquals(500, get(path, "limited", "if-none-match", tag).statusCode(), "of other districts");
        assertEquals(500, get(path, "admin", "if-none-match", tag, "cookie", "phopay_lang=en").statusCode());
        rows.edition(2);
        await(edition.refresh());
        assertEquals(500, get(path, "admin", "if-none-match", tag).statusCode(), "of the edition before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thanh-pho", "/thanh-pho?chi-so=amount", "/thanh-pho/xep-hang?thang=2026-10",
        "/thanh-pho/xu-huong?noi=city&noi=district-002&ky=week", "/man-hinh"})
    void pageShouldBeMadeOfKeptFiguresAndOfTheVisitorsOwnSession(String path) {
        String first = get(path, "admin").body();
        await(pool.close());
        HttpResponse<String> kept = get(path, "admin");
        assertEquals(200, kept.statusCode(), kept.body());
        assertEquals(first, kept.body());
        String colleagues = get(path, "colleague").body();
        assertTrue(colleagues.contains("csrf-of-colleague"), colleagues);
        assertFalse(colleagues.contains("csrf-of-admin"), colleagues);
        assertEquals(first.replace("csrf-of-admin", "csrf-of-colleague"), colleagues);
        assertEquals(500, get(path, "limited").statusCode(), "who has other districts is not told what was made");
        assertEquals(500, get(path, "admin", "cookie", "phopay_lang=en").statusCode());
        rows.edition(2);
        await(edition.refresh());
        assertEquals(500, get(path, "admin").statusCode(), "nobody is told what an older edition said");
    }

    @Test
    void noticeShouldBeSaidToItsVisitorOnlyThoughFiguresAreKept() {
        assertTrue(get("/thanh-pho?noti=cases.acknowledged", "admin").body().contains("Bạn đã nhận vụ này."));
        assertFalse(get("/thanh-pho", "admin").body().contains("Bạn đã nhận vụ này."));
    }

    @Test
    void streetsShouldStayHiddenFromStaffOfOtherDistrictsWhoeverAskedFirst() {
        for (int round = 0; round < 2; round++) {
            assertTrue(get("/thanh-pho", "admin").body().contains("Hàng Ngang"));
            assertFalse(get("/thanh-pho", "limited").body().contains("Hàng Ngang"));
            assertFalse(get("/thanh-pho/song", "limited").body().contains("Hàng Ngang"));
        }
        assertEquals(200, get("/thanh-pho/xu-huong?noi=street-hang-ngang", "admin").statusCode());
        assertEquals(404, get("/thanh-pho/xu-huong?noi=street-hang-ngang", "limited").statusCode());
        assertEquals(404, get("/thanh-pho/xu-huong.csv?noi=street-hang-ngang", "limited").statusCode());
    }

    @Test
    void wrongDaysShouldBeSaidAgainWhenTheyAreAskedAgain() {
        for (int round = 0; round < 2; round++) {
            HttpResponse<String> page = get("/thanh-pho/xu-huong?tu=2026-11-30&den=2026-11-01", "admin");
            assertEquals(422, page.statusCode());
            assertTrue(page.body().contains("2026-11-30"), page.body());
        }
        assertEquals(200, get("/thanh-pho/xu-huong", "admin").statusCode());
    }

    @Test
    void newCampaignShouldBeAnotherEditionToo() {
        get("/thanh-pho/xu-huong?noi=city", "admin");
        Optional<String> before = edition.current();
        rows.campaign("Tuần lễ không tiền mặt", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8));
        await(edition.refresh());
        assertNotEquals(before, edition.current());
        assertTrue(get("/thanh-pho/xu-huong?noi=city", "admin").body().contains("Tuần lễ không tiền mặt"));
    }

    @Test
    void foldedPaymentsAndNotedChangesShouldBeAnotherEditionOfRollupsOnly() {
        Optional<String> figures = edition.current();
        Optional<String> rollups = edition.withRollups();
        await(db.pool().query("UPDATE adoption_watermark SET folded_xid = folded_xid + 1").execute());
        await(edition.refresh());
        assertNotEquals(rollups, edition.withRollups());
        rollups = edition.withRollups();
        await(db.pool().query("INSERT INTO figure_mark (day_from, day_to) VALUES ('2026-11-23', '2026-11-23')")
                .execute());
        await(edition.refresh());
        assertNotEquals(rollups, edition.withRollups());
        rollups = edition.withRollups();
        await(db.pool().query("DELETE FROM figure_mark").execute());
        await(edition.refresh());
        assertNotEquals(rollups, edition.withRollups());
        assertEquals(figures, edition.current());
    }

    @Test
    void changedFigureShouldComeWithAnotherTag() {
        String before = header(get("/thanh-pho/song", "admin"), "etag");
        rows.change("activeOutlets30", 21_999, 2);
        await(edition.refresh());
        HttpResponse<String> after = get("/thanh-pho/song", "admin", "if-none-match", before);
        assertEquals(200, after.statusCode());
        assertTrue(after.body().contains("21.999"), after.body());
        assertNotEquals(before, header(after, "etag"));
    }

    @Test
    void changedTargetShouldBeAnotherEditionToo() {
        Optional<String> before = edition.current();
        await(edition.refresh());
        assertEquals(before, edition.current());
        await(db.pool().query("UPDATE baseline SET target_rate = 0.4 WHERE place_id = 'district-002'").execute());
        await(edition.refresh());
        assertNotEquals(before, edition.current());
    }

    @Test
    void targetShouldStandInTheFileOfATrendAndMakeAnEdition() {
        String path = "/thanh-pho/xu-huong.csv?noi=district-002&ky=week";
        HttpResponse<String> before = get(path, "admin");
        assertFalse(before.body().startsWith("period,activeOutlets30 (count)\r\n"), "a share is aimed at already");
        await(db.pool().query("INSERT INTO target (target_id, place_id, metric, value, due_on) VALUES"
                + " (gen_random_uuid(), 'district-002', 'activeOutlets30', 1234, '2026-12-31')").execute());
        await(edition.refresh());
        HttpResponse<String> after = get(path, "admin", "if-none-match", header(before, "etag"));
        assertEquals(200, after.statusCode());
        String[] lines = after.body().split("\r\n", -1);
        assertEquals("period,activeOutlets30 (count),activeOutlets30 target (count)", lines[0]);
        assertTrue(lines[1].endsWith(",1234"), lines[1]);
        assertTrue(get("/thanh-pho/xu-huong.csv?noi=district-002&chi-so=transactions&ky=week", "admin").body()
                .startsWith("period,transactions (count)\r\n"), "nothing is aimed at for payments");
    }

    @Test
    void wallShouldMoveOnWithTheMinuteThoughNoFigureChanges() {
        String before = header(get("/man-hinh/song", "admin"), "etag");
        clock.advance(Duration.ofMinutes(1));
        await(edition.refresh());
        assertEquals(200, get("/man-hinh/song", "admin", "if-none-match", before).statusCode());
    }

    @Test
    void editionThatWasNotReadForLongShouldNotBeBelieved() {
        assertTrue(edition.current().orElseThrow().startsWith("1."));
        clock.advance(FigureEditions.HOLDS_FOR);
        assertTrue(edition.current().isPresent());
        clock.advance(Duration.ofMillis(1));
        assertEquals(Optional.empty(), edition.current());
        HttpResponse<String> answer = get("/thanh-pho/song", "admin");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("etag").isEmpty());
        assertEquals("private, no-store", header(answer, "cache-control"));
    }

    @Test
    void pageItselfShouldNeverBeKeptBecauseItHoldsTheSessionsToken() {
        HttpResponse<String> page = get("/thanh-pho", "admin");
        assertTrue(page.body().contains("csrf-of-admin"), page.body());
        assertEquals("no-store", header(page, "cache-control"));
        assertTrue(page.headers().firstValue("etag").isEmpty());
    }

    @Test
    void filesShouldHoldOneHeadWithIdsAndUnitsAndARowADistrict() {
        String file = get("/thanh-pho/quan.csv?chi-so=adoptionRate", "admin").body();
        String[] lines = file.split("\r\n", -1);
        assertEquals("districtName,districtCode,adoptionRate (rate)", lines[0]);
        assertEquals(32, lines.length, "a head, 30 districts and the end");
        assertEquals("Huyện Mỹ Đức,282,", lines[30]);
        assertTrue(get("/thanh-pho/xep-hang.csv", "admin").body().startsWith("sizeClass,rankInSizeClass (rank),"));
        assertTrue(get("/thanh-pho/xu-huong.csv?noi=city", "admin").body()
                .startsWith("period,activeOutlets30 (count)\r\n"));
    }

    private HttpResponse<String> get(String path, String token, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "authorization";
        all[1] = "Bearer " + token;
        return http.send("GET", path, null, all);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError(name + ": " + answer.body()));
    }
}
