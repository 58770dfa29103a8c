package vn.phopay.adoption;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.phopay.access.Authenticator;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.adoption.AdoptionFixture.Fact;
import vn.phopay.adoption.AdoptionFixture.Outlet;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.figure.ReadWithheldValues;
import vn.phopay.http.EditionTag;
import vn.phopay.http.KeptAnswers;
import vn.phopay.http.adoption.AdoptionEdge;
import vn.phopay.http.adoption.GetDistrict;
import vn.phopay.http.adoption.GetDistricts;
import vn.phopay.http.adoption.GetSeries;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestHttp;
import vn.phopay.testing.TestPostgres;

/** The three reads over HTTP, for outsiders, for staff and for staff limited to a district. */
@NullUnmarked // A request without a body is sent by null.
final class AdoptionEndpointsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final String LIST = "/api/v1/adoption/districts";
    private static final Map<String, Principal> TOKEN_TO_PRINCIPAL = Map.of(
            "analyst", new Principal(UUID.randomUUID(), Role.ANALYST, Set.of()),
            "of001", new Principal(UUID.randomUUID(), Role.ANALYST, Set.of("001")),
            "merchant", new Principal(UUID.randomUUID(), Role.MERCHANT, Set.of()));

    private TestDatabase db;
    private TestHttp http;
    private AdoptionFixture fixture;
    private FoldPayments fold;
    private LocalDate day = TODAY;
    private int serial;

    @BeforeEach
    void start() {
        db = TestPostgres.newDatabase("adoption_http");
        Pool pool = db.pool();
        fixture = new AdoptionFixture(pool);
        fixture.city();
        fold = new FoldPayments(pool, Clock.systemUTC(), 1000);
        MovableClock clock = new MovableClock(Instant.parse("2026-03-31T05:00:00Z"));
        VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));
        EditionTag tags = new EditionTag(Optional::empty, clock, "test");
        AdoptionEdge edge = new AdoptionEdge(threads, clock, Duration.ofSeconds(5), tags,
                new KeptAnswers(tags::present, new KeptAnswers.Limits(10, 1_000_000)));
        OutsiderRules rules = OutsiderRules.of(5, new ReadWithheldValues(pool));
        Authenticator sessions = token -> Future.succeededFuture(Optional.ofNullable(TOKEN_TO_PRINCIPAL.get(token))
                .map(principal -> new Authenticator.Session(principal, "csrf")));
        http = new TestHttp.Builder(TestPostgres.vertx(), clock, sessions)
                .add(new GetDistricts(new ReadDistricts(pool, rules), edge))
                .add(new GetDistrict(new ReadDistrict(pool, rules), edge))
                .add(new GetSeries(new ReadSeries(pool, rules), edge))
                .start();
    }

    @AfterEach
    void stop() {
        http.close();
        db.close();
    }

    @Test
    void districtsShouldListAllThirtyWithZerosWhenNothingHappened() {
        JsonObject body = json(get(LIST));

        assertEquals("2026-03-02", body.getString("from"));
        assertEquals("2026-03-31", body.getString("to"));
        assertEquals(30, body.getJsonArray("items").size());
        for (int i = 0; i < 30; i++) {
            JsonObject row = body.getJsonArray("items").getJsonObject(i);
            assertEquals("%03d".formatted(i + 1), row.getString("districtCode"));
            assertEquals(0, row.getInteger("transactions"));
            assertEquals(0, row.getInteger("registeredMerchants"));
            assertEquals(false, row.getBoolean("suppressed"));
        }
    }

    @Test
    void districtsShouldWithholdFourOutletsAndShowFiveFromOutsidersWhenStaffSeeBoth() {
        trade(4, "district-001", "", "");
        trade(5, "district-002", "", "");
        await(fold.fold());

        JsonObject four = row(json(get(LIST)), 0);
        JsonObject five = row(json(get(LIST)), 1);
        for (String figure : Set.of(
                "transactions", "amount", "medianAmount", "activeOutlets7d", "activeOutlets30d", "adoptionRate",
                "registeredMerchants", "approvedMerchants", "requestsPaidRate")) {
            assertTrue(four.containsKey(figure));
            assertNull(four.getValue(figure), figure);
        }
        assertEquals(true, four.getBoolean("suppressed"));
        assertEquals(5, five.getInteger("transactions"));
        assertEquals(5, five.getInteger("registeredMerchants"));

        assertEquals(four, row(json(get(LIST, "authorization", "Bearer merchant")), 0));
        JsonObject seen = row(json(get(LIST, "authorization", "Bearer analyst")), 0);
        assertEquals(4, seen.getInteger("transactions"));
        assertEquals(200_000, seen.getInteger("amount"));
        assertEquals(50_000, seen.getInteger("medianAmount"));
        assertEquals(4, seen.getInteger("activeOutlets7d"));
    }

    @Test
    void districtsShouldWithholdMoneyOfNineOutletsAndShowThatOfTenWhenBothMayBeCounted() {
        trade(9, "district-001", "", "");
        trade(10, "district-002", "", "");
        await(fold.fold());

        JsonObject nine = row(json(get(LIST)), 0);
        JsonObject ten = row(json(get(LIST)), 1);

        assertEquals(9, nine.getInteger("transactions"));
        assertNull(nine.getValue("amount"));
        assertNull(nine.getValue("medianAmount"));
        assertEquals(true, nine.getBoolean("suppressed"));
        assertEquals(500_000, ten.getInteger("amount"));
        assertEquals(50_000, ten.getInteger("medianAmount"));
        assertEquals(false, ten.getBoolean("suppressed"));
    }

    @Test
    void moneyShouldBeWithheldWhenTheRulesOfTheMonthWithholdIt() {
        trade(12, "district-001", "ward-00070", "");
        trade(12, "district-002", "", "");
        await(fold.fold());
        decided("city", "2026-03-01", 0);
        decided("district-001", "2026-03-01", 1);
        decided("ward-00070", "2026-03-01", 1);
        String series = "/api/v1/adoption/series?districtCode=001&from=2026-03-31&to=2026-03-31";

        JsonObject list = json(get(LIST));
        JsonObject district = json(get(LIST + "/001"));
        JsonObject point = json(get(series)).getJsonArray("points").getJsonObject(0);

        assertNull(row(list, 0).getValue("amount"));
        assertEquals(true, row(list, 0).getBoolean("suppressed"));
        assertEquals(12, row(list, 0).getInteger("transactions"));
        assertEquals(600_000, row(list, 1).getInteger("amount"));
        assertNull(district.getValue("amount"));
        assertNull(district.getJsonArray("wards").getJsonObject(0).getValue("amount"));
        assertNull(point.getValue("amount"));
        assertNull(point.getValue("medianAmount"));
        assertEquals(12, point.getInteger("activeOutlets"));
        assertEquals(600_000, row(json(get(LIST, "authorization", "Bearer analyst")), 0).getInteger("amount"));
        assertEquals(600_000, row(json(get(LIST, "authorization", "Bearer of001")), 0).getInteger("amount"));
    }

    /** A month that has begun, and of which no day is over, goes by the month before. */
    @Test
    void moneyShouldBeWithheldByTheMonthBeforeWhenTheMonthIsNotDecidedYet() {
        trade(12, "district-001", "", "");
        trade(12, "district-002", "", "");
        await(fold.fold());
        decided("city", "2026-02-01", 0);
        decided("district-001", "2026-02-01", 1);

        JsonObject list = json(get(LIST + "?from=2026-03-31&to=2026-03-31"));

        assertNull(row(list, 0).getValue("amount"));
        assertEquals(600_000, row(list, 1).getInteger("amount"));
    }

    @Test
    void rangeThatReachesIntoDaysToComeShouldTellWhoIsActiveToday() {
        trade(12, "district-001", "", "");
        await(fold.fold());

        JsonObject month =
                row(json(get(LIST + "?from=2026-03-01&to=2026-04-30", "authorization", "Bearer analyst")), 0);
        JsonObject one =
                json(get(LIST + "/001?from=2026-03-01&to=2026-04-30", "authorization", "Bearer analyst"));

        for (JsonObject row : List.of(month, one)) {
            assertEquals(12, row.getInteger("activeOutlets7d"), row::encode);
            assertEquals(12, row.getInteger("activeOutlets30d"), row::encode);
            assertEquals(12, row.getInteger("transactions"), row::encode);
        }
        assertEquals("2026-04-30", one.getString("to"), "the range is told as it was asked for");
    }

    private void decided(String scope, String month, int withheld) {
        fixture.run("INSERT INTO figure (scope_id, interval, period_start, measures, computed_at) VALUES ($1, 'MONTH', "
                + "$2::text::date, jsonb_build_object('valueWithheld', $3::integer), now())", scope, month, withheld);
    }

    @Test
    void districtsShouldShowLimitedStaffOnlyTheirDistrictWholeWhenOthersAreSmall() {
        trade(4, "district-001", "", "");
        trade(4, "district-002", "", "");
        await(fold.fold());

        JsonObject body = json(get(LIST, "authorization", "Bearer of001"));

        assertEquals(4, row(body, 0).getInteger("transactions"));
        assertNull(row(body, 1).getValue("transactions"));
    }

    @Test
    void districtsShouldTellEveryFigureWhenStaffAsk() {
        fixture.baseline("district-001", LocalDate.of(2026, 1, 1), 3, 0.8);
        Outlet old = fixture.outlet("district-001", "", "");
        Outlet recent = fixture.outlet("district-001", "", "");
        fixture.outlet(fixture.merchant("PENDING"), "district-001", "", "");
        fixture.outlet(fixture.merchant("REJECTED"), "district-001", "", "");
        UUID paid = fixture.request(old, 30_000, TODAY.minusDays(20));
        fixture.request(old, 30_000, TODAY.minusDays(20));
        fixture.request(recent, 30_000, TODAY.minusDays(20));
        fixture.record(Fact.credit("A1", old, 30_000, TODAY.minusDays(20)).forRequest(paid));
        fixture.record(Fact.credit("A2", recent, 12_345, TODAY));
        fixture.record(Fact.credit("A3", recent, 999_999, TODAY.minusDays(40)));
        await(fold.fold());

        JsonObject row = row(json(get(LIST, "authorization", "Bearer analyst")), 0);

        assertEquals(3, row.getInteger("registeredMerchants"));
        assertEquals(2, row.getInteger("approvedMerchants"));
        assertEquals(1, row.getInteger("activeOutlets7d"));
        assertEquals(2, row.getInteger("activeOutlets30d"));
        assertEquals(0.6667, row.getDouble("adoptionRate"));
        assertEquals(0.8, row.getDouble("target"));
        assertEquals(3, row.getInteger("premises"));
        assertEquals(2, row.getInteger("transactions"));
        assertEquals(42_345, row.getInteger("amount"));
        assertEquals(12_000, row.getInteger("medianAmount"));
        assertEquals(0.3333, row.getDouble("requestsPaidRate"));
    }

    @Test
    void districtsShouldCountStatusOfThatDayWhenMerchantWasApprovedLater() {
        UUID merchant = fixture.merchant("APPROVED");
        fixture.outlet(merchant, "district-001", "", "");
        fixture.run("INSERT INTO merchant_transition (merchant_id, from_status, to_status, recorded_at, business_date, "
                + "actor_role) VALUES ($1, 'PENDING', 'APPROVED', now(), '2026-03-20', 'ADMIN')", merchant);

        JsonObject before = row(json(get(LIST + "?to=2026-03-19", "authorization", "Bearer analyst")), 0);
        JsonObject after = row(json(get(LIST + "?to=2026-03-20", "authorization", "Bearer analyst")), 0);

        assertEquals(1, before.getInteger("registeredMerchants"));
        assertEquals(0, before.getInteger("approvedMerchants"));
        assertEquals(1, after.getInteger("approvedMerchants"));
    }

    @Test
    void districtShouldShowItsWardsAndStreetsAndNothingThatSubtractsToFewOutlets() {
        trade(6, "district-001", "ward-00070", "");
        trade(2, "district-001", "ward-00082", "");
        await(fold.fold());

        JsonObject outsider = json(get(LIST + "/001"));
        JsonObject staff = json(get(LIST + "/001", "authorization", "Bearer analyst"));

        assertEquals(8, outsider.getInteger("transactions"));
        assertEquals("00070", outsider.getJsonArray("wards").getJsonObject(0).getString("wardCode"));
        assertNull(outsider.getJsonArray("wards").getJsonObject(0).getValue("transactions"));
        assertNull(outsider.getJsonArray("wards").getJsonObject(1).getValue("transactions"));
        assertEquals(2, outsider.getJsonArray("streets").size());
        assertEquals(0, outsider.getJsonArray("streets").getJsonObject(0).getInteger("transactions"));
        assertEquals(6, staff.getJsonArray("wards").getJsonObject(0).getInteger("transactions"));
        assertEquals(2, staff.getJsonArray("wards").getJsonObject(1).getInteger("activeOutlets30d"));
        assertEquals(404, get(LIST + "/999").statusCode());
    }

    @Test
    void seriesShouldCoverEveryPointWhenSomeAreEmptyOrSmall() {
        trade(5, "district-001", "", "");
        day = TODAY.minusDays(1);
        trade(3, "district-001", "", "");
        await(fold.fold());
        String path = "/api/v1/adoption/series?districtCode=001&from=2026-03-29&to=2026-03-31";

        JsonObject days = json(get(path));
        JsonObject month = json(get(path + "&interval=month", "authorization", "Bearer analyst"));

        assertEquals(3, days.getJsonArray("points").size());
        assertEquals(0, days.getJsonArray("points").getJsonObject(0).getInteger("transactions"));
        assertNull(days.getJsonArray("points").getJsonObject(1).getValue("transactions"));
        assertEquals(5, days.getJsonArray("points").getJsonObject(2).getInteger("activeOutlets"));
        assertEquals(1, month.getJsonArray("points").size());
        assertEquals(8, month.getJsonArray("points").getJsonObject(0).getInteger("activeOutlets"));
        assertEquals(404, get("/api/v1/adoption/series?districtCode=999").statusCode());
    }

    @Test
    void seriesOfTheCityShouldHideTotalWhenTheOnlyHiddenDistrictCouldBeSubtracted() {
        trade(6, "district-001", "", "");
        trade(2, "district-002", "", "");
        await(fold.fold());
        String path = "/api/v1/adoption/series?from=2026-03-31&to=2026-03-31";

        assertNull(json(get(path)).getJsonArray("points").getJsonObject(0).getValue("amount"));
        JsonObject staff = json(get(path + "&interval=week", "authorization", "Bearer analyst"));
        assertEquals(8, staff.getJsonArray("points").getJsonObject(0).getInteger("activeOutlets"));
        assertEquals(400_000, staff.getJsonArray("points").getJsonObject(0).getInteger("amount"));
    }

    @Test
    void rangeShouldBeRefusedWhenItIsInvertedTooLongOrNoDate() {
        assertEquals(200, get(LIST + "?from=2025-02-25&to=2026-03-31").statusCode());
        assertEquals(400, get(LIST + "?from=2025-02-24&to=2026-03-31").statusCode());
        assertEquals(400, get(LIST + "?from=2026-03-02&to=2026-03-01").statusCode());
        assertEquals(400, get(LIST + "?from=yesterday").statusCode());
        assertEquals(400, get(LIST + "?from=%2B12026-01-01").statusCode());
        assertEquals(400, get("/api/v1/adoption/series?interval=year").statusCode());
    }

    @Test
    void outsidersAnswerShouldBe304WhenNothingChangedAndStaffAnswerKeptNowhere() {
        HttpResponse<String> first = get(LIST);
        String etag = first.headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again = get(LIST, "if-none-match", "\"other\", W/" + etag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals("public, max-age=5", again.headers().firstValue("cache-control").orElseThrow());

        trade(5, "district-001", "", "");
        await(fold.fold());
        assertEquals(200, get(LIST, "if-none-match", etag).statusCode());

        HttpResponse<String> staff = get(LIST, "authorization", "Bearer analyst");
        assertEquals("private, no-store", staff.headers().firstValue("cache-control").orElseThrow());
        assertTrue(staff.headers().firstValue("etag").isEmpty());
    }

    /** One credit each to so many new outlets. */
    private void trade(int outlets, String district, String ward, String street) {
        for (int i = 0; i < outlets; i++) {
            Outlet outlet = fixture.outlet(district, ward, street);
            fixture.record(Fact.credit("FT" + serial++, outlet, 50_000, day));
        }
    }

    private HttpResponse<String> get(String path, String... headers) {
        return http.send("GET", path, null, headers);
    }

    private static JsonObject json(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return new JsonObject(response.body());
    }

    private static JsonObject row(JsonObject body, int index) {
        return body.getJsonArray("items").getJsonObject(index);
    }
}
