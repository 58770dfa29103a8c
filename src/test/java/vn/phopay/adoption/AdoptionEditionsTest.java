package vn.phopay.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.access.Authenticator;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.city.ReadCity;
import vn.phopay.city.ReadRanking;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.figure.RankDistricts;
import vn.phopay.figure.ReadFigures;
import vn.phopay.figure.ReadWithheldValues;
import vn.phopay.http.EditionTag;
import vn.phopay.http.KeptAnswers;
import vn.phopay.http.adoption.AdoptionEdge;
import vn.phopay.http.adoption.GetDistrict;
import vn.phopay.http.adoption.GetDistricts;
import vn.phopay.http.adoption.GetRanking;
import vn.phopay.http.adoption.GetSeries;
import vn.phopay.metric.MetricBook;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

/** Whoever holds the answer of an edition is told so without the database; the next edition has another tag. */
class AdoptionEditionsTest {
    private static final Map<String, Principal> TOKEN_TO_PRINCIPAL = Map.of(
            "analyst", new Principal(new UUID(0, 1), Role.ANALYST, Set.of()),
            "limited", new Principal(new UUID(0, 2), Role.ANALYST, Set.of("002")));

    private final AtomicReference<Optional<String>> edition = new AtomicReference<>(Optional.of("7"));
    private final MovableClock clock = new MovableClock(Instant.parse("2026-03-31T05:00:00Z"));
    private TestDatabase db;
    private Pool pool;
    private TestHttp http;

    @BeforeEach
    void start() {
        db = TestPostgres.newDatabase("adoption_editions");
        new AdoptionFixture(db.pool()).city();
        pool = db.pool(TestPostgres.vertx());
        VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));
        EditionTag tags = new EditionTag(edition::get, clock, "code");
        AdoptionEdge edge = new AdoptionEdge(threads, clock, Duration.ofSeconds(5), tags,
                new KeptAnswers(tags::present, new KeptAnswers.Limits(100, 10_000_000)));
        OutsiderRules rules = OutsiderRules.of(5, new ReadWithheldValues(pool));
        Authenticator sessions = token -> Future.succeededFuture(Optional.ofNullable(TOKEN_TO_PRINCIPAL.get(token))
                .map(principal -> new Authenticator.Session(principal, "csrf")));
        ReadRanking ranking = new ReadRanking(new ReadFigures(),
                new RankDistricts(MetricBook.load().sizeClasses()), new ReadCity());
        http = new TestHttp.Builder(TestPostgres.vertx(), clock, sessions)
                .add(new GetDistricts(new ReadDistricts(pool, rules), edge))
                .add(new GetDistrict(new ReadDistrict(pool, rules), edge))
                .add(new GetSeries(new ReadSeries(pool, rules), edge))
                .add(new GetRanking(ranking, rules.counts(), pool, new PlaceDirectory(List.of(), List.of()), edge))
                .start();
    }

    @AfterEach
    void stop() {
        http.close();
        db.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/districts", "/districts/001", "/series?interval=week", "/ranking", "/ranking?month=2026-02"})
    void knownAnswerShouldBeToldWithoutTheDatabase(String path) {
        String tag = tag(get(path));
        assertTrue(tag.startsWith("\""), tag);
        await(pool.close());
        HttpResponse<String> known = get(path, "if-none-match", tag);
        assertEquals(304, known.statusCode(), known.body());
        assertEquals(tag, tag(known));
        assertEquals("public, max-age=5", known.headers().firstValue("cache-control").orElseThrow());
        HttpResponse<String> kept = get(path);
        assertEquals(200, kept.statusCode(), "kept here, too");
        assertEquals(tag, tag(kept));
        edition.set(Optional.of("8"));
        assertEquals(500, get(path, "if-none-match", tag).statusCode(), "the next edition is not known to the caller");
    }

    @Test
    void tagShouldFollowEverythingThatTheAnswerDependsOn() {
        String first = tag(get("/districts"));
        assertEquals(first, tag(get("/districts")));
        assertNotEquals(first, tag(get("/districts?to=2026-03-01")));
        String analyst = tag(get("/districts", "authorization", "Bearer analyst"));
        assertNotEquals(first, analyst);
        assertNotEquals(analyst, tag(get("/districts", "authorization", "Bearer limited")));
        clock.advance(Duration.ofDays(1));
        assertNotEquals(first, tag(get("/districts")), "the days that are meant are others tomorrow");
        clock.advance(Duration.ofDays(-1));
        edition.set(Optional.of("8"));
        assertNotEquals(first, tag(get("/districts")));
    }

    @Test
    void staffsAnswersShouldBeKeptByTheirBrowserOnly() {
        HttpResponse<String> answer = get("/ranking", "authorization", "Bearer limited");
        assertEquals("private, no-cache", answer.headers().firstValue("cache-control").orElseThrow());
        assertEquals("Authorization, Cookie", answer.headers().firstValue("vary").orElseThrow());
        assertEquals(304, get("/ranking", "authorization", "Bearer limited", "if-none-match", tag(answer))
                .statusCode());
        assertEquals(200, get("/ranking", "if-none-match", tag(answer)).statusCode(), "a stranger's is another one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/districts", "/districts/001", "/series?interval=week", "/series?districtCode=001",
        "/ranking", "/ranking?month=2026-02"})
    void keptAnswerShouldNeverBeToldToWhoeverMaySeeOtherThings(String path) {
        get(path, "authorization", "Bearer analyst");
        await(pool.close());
        assertEquals(200, get(path, "authorization", "Bearer analyst").statusCode(), "the same reader");
        assertEquals(500, get(path).statusCode(), "strangers are answered from the database");
        if (!path.startsWith("/ranking")) {
            // All staff see the same ranking.
            assertEquals(500, get(path, "authorization", "Bearer limited").statusCode(), "staff of one district, too");
        }
    }

    @Test
    void smallDistrictShouldStayWithheldFromStrangersThoughStaffsAnswerIsKept() {
        AdoptionFixture fixture = new AdoptionFixture(db.pool());
        for (int outlet = 0; outlet < 4; outlet++) {
            fixture.record(AdoptionFixture.Fact.credit(
                    "FT" + outlet, fixture.outlet("district-003", "", ""), 40_000, LocalDate.of(2026, 3, 30)));
        }
        await(new FoldPayments(db.pool(), Clock.systemUTC(), 1000).fold());
        for (int round = 0; round < 2; round++) {
            String staffs = get("/districts", "authorization", "Bearer analyst").body();
            String strangers = get("/districts").body();
            String ofAnother = get("/districts", "authorization", "Bearer limited").body();
            assertEquals(4, district(staffs, 2).getInteger("transactions"));
            assertNull(district(strangers, 2).getValue("transactions"), strangers);
            assertEquals(true, district(strangers, 2).getBoolean("suppressed"));
            assertNull(district(ofAnother, 2).getValue("transactions"), ofAnother);
        }
    }

    @Test
    void keptAnswerShouldNotOutliveItsEditionOrItsDay() {
        get("/districts");
        await(pool.close());
        assertEquals(200, get("/districts").statusCode());
        clock.advance(Duration.ofDays(1));
        assertEquals(500, get("/districts").statusCode());
        clock.advance(Duration.ofDays(-1));
        assertEquals(200, get("/districts").statusCode());
        edition.set(Optional.empty());
        assertEquals(500, get("/districts").statusCode(), "nobody knows whether it still holds");
        edition.set(Optional.of("8"));
        assertEquals(500, get("/districts").statusCode());
    }

    @Test
    void whatCannotBeFoundShouldNotBeKept() {
        assertEquals(404, get("/districts/077").statusCode());
        await(pool.close());
        assertEquals(500, get("/districts/077").statusCode());
    }

    @Test
    void unknownEditionShouldGiveNoTagToStaff() {
        edition.set(Optional.empty());
        HttpResponse<String> answer = get("/districts", "authorization", "Bearer analyst");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("etag").isEmpty());
    }

    @Test
    void monthsThatCannotBeShouldBeRefused() {
        assertEquals(400, get("/ranking?month=2026-13").statusCode());
        assertEquals(400, get("/ranking?month=2026-04").statusCode());
        assertEquals(400, get("/ranking?month=2019-12").statusCode());
        assertEquals(200, get("/ranking?month=2020-01").statusCode());
    }

    private static JsonObject district(String body, int at) {
        return new JsonObject(body).getJsonArray("items").getJsonObject(at);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("etag").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private HttpResponse<String> get(String path, String... headers) {
        return http.send("GET", "/api/v1/adoption" + path, null, headers);
    }
}
