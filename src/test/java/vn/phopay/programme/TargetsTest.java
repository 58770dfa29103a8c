package vn.phopay.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.phopay.figure.ReadFigures;
import vn.phopay.metric.MetricBook;
import vn.phopay.testing.TestDatabase;
import vn.phopay.testing.TestPostgres;

/** Targets, their one source of truth, their history, and when they are reached. */
class TargetsTest {
    @RegisterExtension
    static final TestDatabase DB = TestPostgres.newDatabase("targets");

    private static ProgrammeFixture town;
    private static KeepTargets keep;
    private static ReadTargets read;

    @BeforeAll
    static void open() {
        town = new ProgrammeFixture(DB);
        keep = new KeepTargets(town.audit, town.ids(), town.clock);
        read = new ReadTargets(town.clock);
    }

    private static Target target(String place, String metric, String value) {
        return new Target(null, 0, place, metric, new Target.Aim(Optional.of(new BigDecimal(value)),
                Optional.of(town.today().plusDays(60)), Optional.of(new Helper(town.staff, "Lan")),
                Optional.of("plan-57-2024"), Optional.of("Theo kế hoạch")));
    }

    private static Target only(String place) {
        List<Target> found = await(read.all(town.pool)).stream()
                .filter(target -> target.placeId().equals(place)).toList();
        assertEquals(1, found.size(), found.toString());
        return found.getFirst();
    }

    private static void baseline(String place, String from, String rate) {
        town.run("INSERT INTO baseline (place_id, valid_from, premises, target_rate, source, recorded_at)"
                + " VALUES ($1, $2, 100, $3, 'test', now())",
                Tuple.of(place, LocalDate.parse(from), rate == null ? null : new BigDecimal(rate)));
    }

    private static BigDecimal rate(String place, String from) {
        return await(town.pool.preparedQuery("SELECT target_rate FROM baseline WHERE place_id = $1 AND valid_from = $2")
                .execute(Tuple.of(place, LocalDate.parse(from)))).iterator().next().getBigDecimal(0);
    }

    @Test
    void adoptionTargetShouldHaveItsValueInTheBaselineAlone() {
        baseline("district-001", "2025-01-01", "0.3");
        baseline("district-001", "2026-06-01", "0.5");
        baseline("district-001", "2027-01-01", "0.9");
        Target bare = only("district-001");
        assertFalse(bare.isKept(), "the API's rate is shown, with nobody answerable for it");
        assertEquals(new BigDecimal("0.5000"), bare.aim().value().orElseThrow());
        assertEquals(KeepTargets.Outcome.SAVED, town.commit(
                tx -> keep.set(tx, target("district-001", Target.ADOPTION, "0.6"), town.actor())));
        assertEquals(new BigDecimal("0.6000"), rate("district-001", "2026-06-01"), "the API reads what was set here");
        assertEquals(new BigDecimal("0.3000"), rate("district-001", "2025-01-01"), "the past stays");
        assertEquals(new BigDecimal("0.9000"), rate("district-001", "2027-01-01"));
        town.run("UPDATE baseline SET target_rate = 0.7 WHERE place_id = 'district-001' AND valid_from = $1",
                Tuple.of(LocalDate.parse("2026-06-01")));
        Target set = only("district-001");
        assertTrue(set.isKept());
        assertEquals(new BigDecimal("0.7000"), set.aim().value().orElseThrow(), "what the API sets is shown here");
    }

    @Test
    void adoptionTargetShouldNeedACountOfPremises() {
        assertEquals(KeepTargets.Outcome.NO_BASELINE, town.rollBack(
                tx -> keep.set(tx, target("district-003", Target.ADOPTION, "0.6"), town.actor())));
    }

    @Test
    void changesShouldBeKeptAuditedAndRefusedWhereSomebodyElseWasFaster() {
        assertEquals(KeepTargets.Outcome.SAVED, town.commit(
                tx -> keep.set(tx, target("district-004", "activeOutlets30", "200"), town.actor())));
        assertEquals(KeepTargets.Outcome.ALREADY_SET, town.rollBack(
                tx -> keep.set(tx, target("district-004", "activeOutlets30", "300"), town.actor())));
        Target first = only("district-004");
        Target more = new Target(first.id(), first.version(), first.placeId(), first.metric(),
                target("district-004", "activeOutlets30", "250").aim());
        assertEquals(KeepTargets.Outcome.SAVED, town.commit(tx -> keep.change(tx, more, town.actor())));
        assertEquals(KeepTargets.Outcome.CHANGED_MEANWHILE, town.rollBack(tx -> keep.change(tx, more, town.actor())));
        assertEquals(KeepTargets.Outcome.SAVED, town.commit(tx -> keep.remove(tx, only("district-004"), town.actor())));
        List<TargetChange> changes = await(read.changes(town.pool, "district-004", "activeOutlets30"));
        assertEquals(List.of(TargetChange.Act.REMOVED, TargetChange.Act.CHANGED, TargetChange.Act.SET),
                changes.stream().map(TargetChange::act).toList());
        assertEquals(Optional.of("Lan"), changes.getFirst().by());
        assertEquals(3, town.count("SELECT count(*) FROM audit_entry WHERE action LIKE 'target.%'"
                + " AND details ->> 'place' = 'district-004'"));
        PgException frozen = assertThrows(
                PgException.class, () -> town.run("DELETE FROM target_change", Tuple.tuple()));
        assertEquals("target_change_frozen", frozen.getConstraint());
    }

    @Test
    void outlookShouldSayWhenTheGapClosesAtThePresentSlope() {
        weeks("street-hang-ngang", 3, 10, 17, 24, 31, 38, 45, 52);
        weeks("street-hang-dao", 24, 22, 20, 18, 16, 14, 12, 10);
        Target near = outlookTarget("street-hang-ngang", "58");
        Target far = outlookTarget("street-hang-ngang", "120");
        Target falling = outlookTarget("street-hang-dao", "30");
        Target reached = outlookTarget("street-hang-ngang", "52");
        Target unknown = outlookTarget("street-hang-buom", "24");
        TargetOutlook outlook = new TargetOutlook(new ReadFigures(), MetricBook.load(), town.clock);
        Map<Target, TargetOutlook.Outlook> said =
                town.commit(tx -> outlook.of(tx, List.of(near, far, falling, reached, unknown)));
        assertEquals(TargetOutlook.State.ON_TRACK, said.get(near).state());
        assertEquals(Optional.of(LocalDate.parse("2026-11-28")), said.get(near).closesOn(), "7 a week, 6 are missing");
        assertEquals(0, new BigDecimal("6").compareTo(said.get(near).gap().orElseThrow()));
        assertEquals(TargetOutlook.State.LATE, said.get(far).state(), "68 days are longer than 60");
        assertEquals(TargetOutlook.State.NOT_CLOSING, said.get(falling).state());
        assertEquals(TargetOutlook.State.REACHED, said.get(reached).state());
        assertEquals(TargetOutlook.State.UNKNOWN, said.get(unknown).state());
    }

    @Test
    void targetWhoseDayIsOverShouldBeOverdueWhateverTheSlope() {
        weeks("street-hang-bac", 24, 22, 20, 18, 16, 14, 12, 10);
        weeks("street-hang-be", 3, 10, 17, 24, 31, 38, 45, 52);
        Target falling = dueOn(outlookTarget("street-hang-bac", "30"), town.today().minusDays(1));
        Target rising = dueOn(outlookTarget("street-hang-be", "58"), town.today().minusDays(1));
        Target reached = dueOn(outlookTarget("street-hang-be", "52"), town.today().minusDays(1));
        Target lastDay = dueOn(outlookTarget("street-hang-bac", "30"), town.today());
        TargetOutlook outlook = new TargetOutlook(new ReadFigures(), MetricBook.load(), town.clock);
        Map<Target, TargetOutlook.Outlook> said =
                town.commit(tx -> outlook.of(tx, List.of(falling, rising, reached, lastDay)));
        assertEquals(TargetOutlook.State.OVERDUE, said.get(falling).state());
        assertEquals(TargetOutlook.State.OVERDUE, said.get(rising).state());
        assertTrue(said.get(rising).closesOn().isPresent(), "when it comes all the same");
        assertEquals(TargetOutlook.State.REACHED, said.get(reached).state());
        assertEquals(TargetOutlook.State.NOT_CLOSING, said.get(lastDay).state(), "its day runs");
    }

    private static Target dueOn(Target target, LocalDate day) {
        Target.Aim aim = target.aim();
        return new Target(target.id(), target.version(), target.placeId(), target.metric(),
                new Target.Aim(aim.value(), Optional.of(day), aim.owner(), aim.plan(), aim.note()));
    }

    private static Target outlookTarget(String place, String value) {
        return target(place, "activeOutlets30", value);
    }

    /** One figure a week, the last one of the week that ends today, a Sunday. */
    private static void weeks(String scope, int... active) {
        LocalDate monday = LocalDate.parse("2026-11-16").minusWeeks(active.length - 1L);
        for (int count : active) {
            town.run("INSERT INTO figure (scope_id, interval, period_start, measures, computed_at)"
                    + " VALUES ($1, 'WEEK', $2, $3, now())",
                    Tuple.of(scope, monday, new JsonObject().put("activeOutlets30", count)));
            monday = monday.plusWeeks(1);
        }
    }
}
