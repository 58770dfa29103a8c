package vn.phopay.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.identity.StaffId;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Who walks which street, and what comes of it. */
class WalkListTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("walk_lists");

    private static ProgrammeFixture town;

    @BeforeAll
    static void open() {
        town = new ProgrammeFixture(DB);
    }

    private static StreetStrip street(String code, String... houses) {
        for (String house : houses) {
            town.commit(tx -> await(town.premises.save(
                    town.desk(tx, code), town.seen(house, "Quán " + house, town.today().minusDays(3)))));
        }
        return StreetStrip.of(await(town.premises.list(town.pool, town.street(code))), List.of(), town.today());
    }

    private static AssignWalkList.Order order(String code, StreetStrip strip, Set<UUID> chosen) {
        return new AssignWalkList.Order(town.street(code), strip, chosen, new WalkList.Task(
                new Helper(town.staff, "Lan"), town.today().plusDays(3), Optional.of("Đi buổi sáng")));
    }

    private static UUID assign(String code, StreetStrip strip) {
        Set<UUID> all = new HashSet<>(strip.toVisit().stream().map(Premises::id).toList());
        AssignWalkList use = new AssignWalkList(town.walks, town.audit);
        return assertInstanceOf(AssignWalkList.Assigned.class,
                town.commit(tx -> use.assign(tx, order(code, strip, all), town.actor()))).list();
    }

    private static boolean visit(UUID list, int stop, Visit.Outcome outcome, int edition) {
        WalkList read = await(town.walks.find(town.pool, list)).orElseThrow();
        WalkStop at = await(town.walks.stops(town.pool, list)).get(stop);
        Visit.Report report = new Visit.Report(outcome,
                outcome == Visit.Outcome.COME_AGAIN ? Optional.of(town.today().plusDays(2)) : Optional.empty(),
                outcome == Visit.Outcome.REFUSED ? Optional.of("Không dùng điện thoại") : Optional.empty());
        RecordVisit use = new RecordVisit(town.walks, town.premises, town.clock);
        RecordVisit.Told told = new RecordVisit.Told(
                town.places.byId(read.streetPlaceId()).orElseThrow(), read, at, edition, report, "Đi phố");
        return town.commit(tx -> use.record(tx, told, town.staff));
    }

    @Test
    void stopsShouldStandInTheOrderOfTheWalk() {
        UUID list = assign("hang-ngang", street("hang-ngang", "4", "2", "3", "1"));
        assertEquals(List.of("1", "3", "4", "2"), await(town.walks.stops(town.pool, list)).stream()
                .map(stop -> stop.premises().house().text()).toList());
        assertEquals(1, town.count("SELECT count(*) FROM audit_entry WHERE action = 'walk.assign'"
                + " AND subject_id = '" + list + "'"));
    }

    @Test
    void premisesShouldBeOnOneOpenListOnly() {
        StreetStrip strip = street("hang-dao", "1", "3");
        UUID first = assign("hang-dao", strip);
        AssignWalkList use = new AssignWalkList(town.walks, town.audit);
        Set<UUID> one = Set.of(strip.toVisit().getFirst().id());
        assertInstanceOf(AssignWalkList.OnAnotherList.class,
                town.rollBack(tx -> use.assign(tx, order("hang-dao", strip, one), town.actor())));
        EndWalkList end = new EndWalkList(town.walks, town.audit);
        WalkList read = await(town.walks.find(town.pool, first)).orElseThrow();
        assertTrue(town.says(tx -> end.end(tx, read, town.actor())));
        assertFalse(town.says(tx -> end.end(tx, read, town.actor())), "it has ended already");
        assertInstanceOf(AssignWalkList.Assigned.class,
                town.commit(tx -> use.assign(tx, order("hang-dao", strip, one), town.actor())));
        assertInstanceOf(AssignWalkList.NothingToVisit.class, town.rollBack(
                tx -> use.assign(tx, order("hang-dao", strip, Set.of(UUID.randomUUID())), town.actor())));
    }

    @Test
    void visitsShouldBeKeptAndOneOfTwoAtOnceRefused() {
        UUID list = assign("hang-duong", street("hang-duong", "1", "3", "5"));
        assertTrue(visit(list, 0, Visit.Outcome.COME_AGAIN, 1));
        assertFalse(visit(list, 0, Visit.Outcome.REFUSED, 1), "somebody else wrote about it first");
        assertTrue(visit(list, 0, Visit.Outcome.REFUSED, 2));
        assertTrue(visit(list, 1, Visit.Outcome.CLOSED, 1));
        List<WalkStop> stops = await(town.walks.stops(town.pool, list));
        assertEquals(List.of(Visit.Outcome.COME_AGAIN, Visit.Outcome.REFUSED), stops.getFirst().visits().stream()
                .map(visit -> visit.report().outcome()).toList());
        assertEquals("Lan", stops.getFirst().visits().getFirst().by());
        WalkList read = await(town.walks.find(town.pool, list)).orElseThrow();
        assertEquals(3, read.progress().stops());
        assertEquals(2, read.progress().visited());
        assertEquals(Premises.Status.CLOSED, stops.get(1).premises().seen().status(), "the register learns of it");
        assertEquals(town.today(), stops.getFirst().premises().seen().on());
        PgException frozen = assertThrows(PgException.class, () -> town.run(
                "UPDATE walk_visit SET outcome = 'REGISTERED' WHERE walk_list_id = $1", Tuple.of(list)));
        assertEquals("walk_visit_frozen", frozen.getConstraint());
    }

    @Test
    void listShouldBeGivenOnWithItsVisitsAndItsHistory() {
        UUID list = assign("ta-hien", street("ta-hien", "1", "3"));
        assertTrue(visit(list, 0, Visit.Outcome.REFUSED, 1));
        Helper heir = new Helper(town.staff("Minh"), "Minh");
        WalkList seen = await(town.walks.find(town.pool, list)).orElseThrow();
        HandOverWalkList use = new HandOverWalkList(town.walks, town.audit);
        HandOverWalkList.Order order =
                new HandOverWalkList.Order(seen, heir, town.today().plusDays(9), "Lan nghỉ phép");
        assertTrue(town.says(tx -> use.handOver(tx, order, town.actor())));
        assertFalse(town.says(tx -> use.handOver(tx, order, town.actor())), "it is not Lan's any more");
        WalkList read = await(town.walks.find(town.pool, list)).orElseThrow();
        assertTrue(read.isOf(heir.id()));
        assertEquals(town.today().plusDays(9), read.task().dueOn());
        assertEquals(Optional.of("Đi buổi sáng"), read.task().note());
        assertEquals(1, read.progress().visited(), "what was written down stays");
        assertEquals(List.of(), await(town.walks.openOf(town.pool, town.staff)).stream()
                .filter(open -> open.id().equals(list)).toList());
        Handover kept = await(town.walks.handovers(town.pool, list)).getFirst();
        assertEquals("Lan Minh Lan", kept.from() + ' ' + kept.to() + ' ' + kept.by());
        assertEquals(new Handover.Due(town.today().plusDays(3), town.today().plusDays(9)), kept.due());
        assertEquals(1, town.count("SELECT count(*) FROM audit_entry WHERE action = 'walk.handover'"
                + " AND subject_id = '" + list + "'"));
        assertTrue(visit(list, 1, Visit.Outcome.HELPED, 1), "the list goes on");
    }

    @Test
    void listThatHasEndedShouldNotBeGivenOn() {
        UUID list = assign("ma-may", street("ma-may", "1"));
        WalkList seen = await(town.walks.find(town.pool, list)).orElseThrow();
        assertTrue(town.says(tx -> new EndWalkList(town.walks, town.audit).end(tx, seen, town.actor())));
        Helper heir = new Helper(town.staff("Hoa"), "Hoa");
        HandOverWalkList.Order order = new HandOverWalkList.Order(seen, heir, town.today(), "Chuyển phố");
        assertFalse(town.says(tx -> new HandOverWalkList(town.walks, town.audit).handOver(tx, order, town.actor())));
        assertEquals(List.of(), await(town.walks.handovers(town.pool, list)));
    }

    @Test
    void databaseShouldHoldWhatAHandoverSays() {
        UUID list = assign("luong-ngoc-quyen", street("luong-ngoc-quyen", "1"));
        StaffId heir = town.staff("Nam");
        assertHandover("walk_handover_to_another", list, town.staff, "'Chuyển phố'");
        assertHandover("walk_handover_no_phone", list, heir, "'gọi 0912 345 678'");
        assertHandover("walk_handover_reason_sized", list, heir, "''");
        assertHandover("walk_handover_list_fk", UUID.randomUUID(), heir, "'Chuyển phố'");
        assertHandover("walk_handover_to_fk", list, new StaffId(UUID.randomUUID()), "'Chuyển phố'");
        handover(list, heir, "'Chuyển phố'");
        PgException frozen = assertThrows(PgException.class, () -> town.run(
                "DELETE FROM walk_handover WHERE walk_list_id = $1", Tuple.of(list)));
        assertEquals("walk_handover_frozen", frozen.getConstraint());
    }

    private static void assertHandover(String constraint, UUID list, StaffId to, String reason) {
        PgException refused = assertThrows(PgException.class, () -> handover(list, to, reason));
        assertEquals(constraint, refused.getConstraint());
    }

    private static void handover(UUID list, StaffId to, String reason) {
        town.run("INSERT INTO walk_handover (walk_list_id, from_staff, to_staff, due_before, due_on, reason,"
                        + " handed_at, handed_by) VALUES ($1, $2, $3, current_date, current_date, " + reason
                        + ", now(), $2)", Tuple.of(list, town.staff.value(), to.value()));
    }

    @Test
    void databaseShouldHoldWhatAVisitSays() {
        UUID list = assign("hang-buom", street("hang-buom", "1"));
        UUID premises = await(town.walks.stops(town.pool, list)).getFirst().premises().id();
        assertBroken("walk_visit_refused_why", list, premises, "'REFUSED', NULL, NULL");
        assertBroken("walk_visit_day_where_again", list, premises, "'COME_AGAIN', NULL, NULL");
        assertBroken("walk_visit_day_where_again", list, premises, "'CLOSED', '2026-12-01', NULL");
        assertBroken("walk_visit_no_phone", list, premises, "'REFUSED', NULL, 'gọi 0912 345 678'");
        assertBroken("walk_visit_outcome_known", list, premises, "'SHOUTED', NULL, NULL");
        assertBroken("walk_visit_stop_fk", list, UUID.randomUUID(), "'CLOSED', NULL, NULL");
    }

    private static void assertBroken(String constraint, UUID list, UUID premises, String values) {
        PgException refused = assertThrows(PgException.class, () -> town.run("INSERT INTO walk_visit (walk_list_id,"
                + " premises_id, edition, outcome, come_again_on, note, visited_at, visited_by)"
                + " VALUES ($1, $2, 1, " + values + ", now(), $3)", Tuple.of(list, premises, town.staff.value())));
        assertEquals(constraint, refused.getConstraint());
    }
}
