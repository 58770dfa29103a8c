package vn.phopay.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.concurrent.VirtualThreads;
import vn.phopay.identity.IdSource;
import vn.phopay.identity.OutletId;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceStore;
import vn.phopay.place.SeedPlaces;
import vn.phopay.testing.MovableClock;
import vn.phopay.testing.ShopRows;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** The life of an edition in a real database: proposed, confirmed, undone, applied on its day, outlets placed. */
class EditionsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("editions");

    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 1, 1);
    private static final Principal ADMIN = new Principal(UUID.randomUUID(), Role.ADMIN, Set.of());
    private static final Principal OTHER = new Principal(UUID.randomUUID(), Role.ADMIN, Set.of());

    private static final ShopRows SHOPS = new ShopRows(DB.pool());
    private static final AtomicInteger SERIAL = new AtomicInteger(100_000);

    private final Pool pool = DB.pool();
    private final MovableClock clock = MovableClock.morning();
    private final IdSource ids = new IdSource(clock);
    private final AuditLog audit = new AuditLog(ids, clock);
    private final EditionStore editions = new EditionStore();
    private final ProposeEdition propose = new ProposeEdition(editions, audit, ids, clock);
    private final DecideEdition decide = new DecideEdition(editions, audit, clock);
    private final ApplyEditions apply = new ApplyEditions(pool, editions, audit, clock);
    private final PlaceOutlets placeOutlets = new PlaceOutlets(audit, clock);
    private final VirtualThreads threads = await(VirtualThreads.open(TestPostgres.vertx()));

    @BeforeEach
    void reset() {
        for (String table : List.of("outlet_ward_choice", "baseline", "outlet_location", "place_succession",
                "place_member", "place", "place_edition")) {
            run("DELETE FROM " + table);
        }
        await(pool.withTransaction(new SeedPlaces(new PlaceStore())::seed));
    }

    @Test
    void nothingShouldChangeUntilAnotherAdministratorConfirms() {
        PlaceDirectory before = places();
        UUID edition = proposed();

        assertEquals(before.wards().size(), places().wards().size());
        assertInstanceOf(DecideEdition.SecondPersonNeeded.class,
                inTransaction(t -> decide.confirm(t, edition, by(ADMIN))));
        assertEquals(before.wards().size(), places().wards().size());
        assertInstanceOf(DecideEdition.Done.class, confirm(edition));
        assertEquals(before.wards().size() + 3, places().wards().size());
        assertInstanceOf(DecideEdition.WrongState.class, confirm(edition), "once");
    }

    @Test
    void codeShouldFindTheEditionOfTheDayWhenItWasConfirmed() {
        UUID edition = proposed();
        confirm(edition);
        PlaceDirectory places = places();

        assertEquals("ward-00070-until-2025", ward(places, LocalDate.of(2025, 6, 30)));
        assertEquals("ward-00070-2025", ward(places, LocalDate.of(2026, 12, 31)));
        assertEquals("ward-00070-2027", ward(places, FIRST_DAY));
        assertTrue(places.ward("00008", FIRST_DAY).isEmpty());
        assertEquals("ward-00071-2027", places.wardOfStreet(places.street("hang-ngang").orElseThrow(), FIRST_DAY)
                .orElseThrow().placeId());
        assertTrue(places.wardOfStreet(places.street("hang-dao").orElseThrow(), FIRST_DAY).isEmpty());
        assertEquals(1, number("SELECT count(*) FROM audit_entry WHERE action = 'edition.confirm'"
                + " AND details ->> 'ended' = '3' AND subject_id = '" + edition + "'"));
    }

    @Test
    void sameFileShouldBeOneEditionWhenItIsSentAgain() {
        UUID first = proposed();
        ProposeEdition.Outcome again = inTransaction(t -> propose.propose(t, "again", bytes(), by(OTHER)));

        assertEquals(first, assertInstanceOf(ProposeEdition.ThereBefore.class, again).edition());
        assertEquals(1, number("SELECT count(*) FROM place_edition"));
    }

    @Test
    void seedingShouldLeaveTheEditionAsItIsWhenTheServiceStartsAgain() {
        confirm(proposed());

        await(pool.withTransaction(new SeedPlaces(new PlaceStore())::seed));

        assertEquals("ward-00070-2027", ward(places(), FIRST_DAY));
        assertEquals(LocalDate.of(2026, 12, 31), places().byId("ward-00008-2025").orElseThrow().validity().to());
    }

    @Test
    void placesShouldBeAsBeforeWhenTheEditionIsUndone() {
        String before = state();
        UUID edition = proposed();
        confirm(edition);
        run("INSERT INTO baseline (place_id, valid_from, premises, source, recorded_at)"
                + " VALUES ('ward-00071-2027', '2027-01-01', 5, 's', now())");

        assertInstanceOf(DecideEdition.Done.class, inTransaction(t -> decide.undo(t, edition, "sai", by(ADMIN))));

        assertEquals(before, state());
        assertEquals(0, number("SELECT count(*) FROM baseline"));
        assertInstanceOf(ProposeEdition.Proposed.class,
                inTransaction(t -> propose.propose(t, "anew", bytes(), by(ADMIN))), "it may come again");
    }

    @Test
    void undoingShouldBeTooLateWhenTheFirstDayHasCome() {
        UUID edition = proposed();
        confirm(edition);
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-31T16:59:59Z")));
        assertEquals(0, applied());
        clock.advance(Duration.ofSeconds(1));

        assertInstanceOf(DecideEdition.TooLate.class, inTransaction(t -> decide.undo(t, edition, "sai", by(ADMIN))));
        assertEquals(1, applied());
        assertEquals(0, applied());
        assertInstanceOf(DecideEdition.WrongState.class, inTransaction(t -> decide.undo(t, edition, "sai", by(ADMIN))));
    }

    @Test
    void impactShouldTellWhoMovesAndWhoWaitsWhenItIsAsked() {
        outlet("district-001", "ward-00008-2025", "2026-01-01");
        outlet("district-001", "ward-00004-2025", "2026-01-01");
        outlet("district-002", "ward-00070-2025", "2026-01-01");
        outlet("district-002", "ward-00082-2025", "2026-01-01");
        run("INSERT INTO baseline (place_id, valid_from, premises, source, recorded_at)"
                + " VALUES ('ward-00008-2025', '2026-01-01', 5, 's', now()),"
                + " ('ward-00008-2025', '2025-08-01', 4, 's', now()),"
                + " ('ward-00082-2025', '2026-01-01', 6, 's', now())");

        EditionImpact impact = await(EditionImpact.of(pool, plan()));

        assertEquals(2, impact.automatic());
        assertEquals(1, impact.byPerson());
        assertEquals(List.of("ward-00008-2025 5"), impact.lapsing().stream()
                .map(one -> one.place().placeId() + ' ' + one.figures().premises()).toList());
    }

    @Test
    void outletsShouldMoveOnTheFirstDayWhenTheirWardGoesIntoOne() {
        UUID moving = outlet("district-001", "ward-00008-2025", "2026-01-01");
        UUID untouched = outlet("district-002", "ward-00082-2025", "2026-01-01");
        // A shop that will have moved away, and one that came on the very day.
        UUID left = outlet("district-001", "ward-00008-2025", "2026-01-01");
        confirm(proposed());
        run("UPDATE outlet_location SET valid_to = '2026-12-30' WHERE outlet_id = '" + left + "'");
        located(left, "2026-12-31", "district-002", "ward-00082-2025");

        newYear();

        assertEquals(
                List.of("2026-01-01..2026-12-31 ward-00008-2025", "2027-01-01.. ward-00004-2027"), locations(moving));
        assertEquals(List.of("2026-01-01.. ward-00082-2025"), locations(untouched));
        assertEquals(
                List.of("2026-01-01..2026-12-30 ward-00008-2025", "2026-12-31.. ward-00082-2025"), locations(left));
        assertEquals(2, number("SELECT count(*) FROM adoption_span WHERE outlet_id = '" + moving + "'"));
    }

    @Test
    void outletShouldWaitForAPersonWhenItsWardIsDivided() {
        UUID waiting = outlet("district-002", "ward-00070-2025", "2026-01-01");
        UUID edition = proposed();
        assertEquals(0, waiting(edition, ADMIN).size(), "nothing is confirmed");
        confirm(edition);
        assertEquals(List.of(waiting), waiting(edition, ADMIN));

        newYear();

        assertEquals(List.of("2026-01-01..2026-12-31 ward-00070-2025", "2027-01-01.. null"), locations(waiting));
        assertEquals(List.of(waiting), waiting(edition, ADMIN));
        assertEquals(1, place(edition, waiting, "ward-00071-2027"));
        assertEquals(
                List.of("2026-01-01..2026-12-31 ward-00070-2025", "2027-01-01.. ward-00071-2027"), locations(waiting));
        assertEquals(List.of(), waiting(edition, ADMIN));
        assertEquals(0, place(edition, waiting, "ward-00070-2027"), "it waits no more");
        assertEquals(1, number("SELECT count(*) FROM audit_entry WHERE action = 'outlet.place'"
                + " AND details ->> 'to' = 'ward-00071-2027'"));
    }

    @Test
    void outletShouldMoveWhereAPersonSaidWhenThatWasBeforeTheFirstDay() {
        UUID outlet = outlet("district-002", "ward-00070-2025", "2026-01-01");
        UUID edition = proposed();
        confirm(edition);

        assertEquals(1, place(edition, outlet, "ward-00071-2027"));
        assertEquals(List.of("2026-01-01.. ward-00070-2025"), locations(outlet));
        assertEquals(List.of(), waiting(edition, ADMIN));
        newYear();
        assertEquals(
                List.of("2026-01-01..2026-12-31 ward-00070-2025", "2027-01-01.. ward-00071-2027"), locations(outlet));
    }

    @Test
    void outletShouldBeCorrectedWhenItRegisteredAfterABackdatedFirstDay() {
        UUID late = outlet("district-001", "ward-00008-2025", "2026-11-20");
        UUID early = outlet("district-001", "ward-00008-2025", "2026-01-01");
        byte[] backdated = EditionSheetTest.GOOD.replace("2027-01-01", "2026-11-01").getBytes(StandardCharsets.UTF_8);
        ProposeEdition.Outcome proposed = inTransaction(t -> propose.propose(t, "late", backdated, by(ADMIN)));
        confirm(assertInstanceOf(ProposeEdition.Proposed.class, proposed).edition());

        assertEquals(1, applied());

        assertEquals(List.of("2026-11-20.. ward-00004-2026"), locations(late));
        assertEquals(
                List.of("2026-01-01..2026-10-31 ward-00008-2025", "2026-11-01.. ward-00004-2026"), locations(early));
    }

    @Test
    void staffShouldSeeOnlyTheirDistrictsWhenOutletsWait() {
        UUID outlet = outlet("district-002", "ward-00070-2025", "2026-01-01");
        UUID edition = proposed();
        confirm(edition);
        Principal ours = new Principal(UUID.randomUUID(), Role.REGISTRAR, Set.of("002"));
        Principal others = new Principal(UUID.randomUUID(), Role.REGISTRAR, Set.of("001"));

        assertEquals(List.of(outlet), waiting(edition, ours));
        assertEquals(List.of(), waiting(edition, others));
        assertEquals(0, (int) inTransaction(t -> placeOutlets.place(t, edition,
                Map.of(new OutletId(outlet), "ward-00071-2027"), new PlaceOutlets.Placing(others, by(others)))));
    }

    private UUID proposed() {
        ProposeEdition.Outcome outcome = inTransaction(t -> propose.propose(t, "Nghị quyết", bytes(), by(ADMIN)));
        return assertInstanceOf(ProposeEdition.Proposed.class, outcome, outcome.toString()).edition();
    }

    private DecideEdition.Outcome confirm(UUID edition) {
        return inTransaction(t -> decide.confirm(t, edition, by(OTHER)));
    }

    private int place(UUID edition, UUID outlet, String ward) {
        return inTransaction(t -> placeOutlets.place(t, edition, Map.of(new OutletId(outlet), ward),
                new PlaceOutlets.Placing(ADMIN, by(ADMIN))));
    }

    private List<UUID> waiting(UUID edition, Principal caller) {
        return await(placeOutlets.waiting(pool, edition, caller)).outlets().stream()
                .map(one -> one.outlet().value()).toList();
    }

    private void newYear() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-12-31T17:00:00Z")));
        assertEquals(1, applied());
    }

    private int applied() {
        return await(threads.call(apply::run));
    }

    private EditionPlan plan() {
        EditionSheet.Outcome read = EditionSheet.read(bytes(), places(), LocalDate.of(2026, 11, 23));
        return EditionPlan.of(places(), assertInstanceOf(EditionSheet.Good.class, read).draft());
    }

    private PlaceDirectory places() {
        return await(new PlaceStore().load(pool));
    }

    private static String ward(PlaceDirectory places, LocalDate day) {
        return places.ward("00070", day).orElseThrow().placeId();
    }

    private static byte[] bytes() {
        return EditionSheetTest.GOOD.getBytes(StandardCharsets.UTF_8);
    }

    private static AuditEntry.Actor by(Principal principal) {
        return AuditEntry.Actor.of(principal, "req");
    }

    private UUID outlet(String district, String ward, String from) {
        UUID outlet = SHOPS.insert("970422", "0" + SERIAL.incrementAndGet()).outlet();
        located(outlet, from, district, ward);
        return outlet;
    }

    private void located(UUID outlet, String from, String district, String ward) {
        await(pool.preparedQuery("INSERT INTO outlet_location (outlet_id, valid_from, district_place_id, ward_place_id)"
                + " VALUES ($1, $2, $3, $4)").execute(Tuple.of(outlet, LocalDate.parse(from), district, ward)));
    }

    private List<String> locations(UUID outlet) {
        List<String> found = new ArrayList<>();
        for (Row row : await(pool.preparedQuery("SELECT valid_from, valid_to, ward_place_id FROM outlet_location"
                + " WHERE outlet_id = $1 ORDER BY valid_from").execute(Tuple.of(outlet)))) {
            LocalDate to = row.getLocalDate("valid_to");
            found.add(row.getLocalDate("valid_from") + ".." + (to == null ? "" : to) + ' '
                    + row.getString("ward_place_id"));
        }
        return found;
    }

    private String state() {
        return await(pool.query("SELECT md5((SELECT string_agg(p::text, '|' ORDER BY place_id) FROM place p)"
                + " || (SELECT string_agg(m::text, '|' ORDER BY m::text) FROM place_member m)"
                + " || (SELECT string_agg(s::text, '|' ORDER BY s::text) FROM place_succession s))").execute())
                .iterator().next().getString(0);
    }

    private <T> T inTransaction(Function<SqlConnection, T> work) {
        return await(threads.call(() -> Future.await(pool.withTransaction(
                transaction -> threads.call(() -> work.apply(transaction))))));
    }

    private void run(String sql) {
        await(pool.query(sql).execute());
    }

    private long number(String sql) {
        return await(pool.query("SELECT (" + sql + ")::bigint").execute()).iterator().next().getLong(0);
    }
}
