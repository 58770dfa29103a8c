package vn.phopay.simulator.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.phopay.simulator.Fault;
import vn.phopay.simulator.FaultPlan;
import vn.phopay.simulator.day.Errand.Manner;
import vn.phopay.simulator.day.Town.Shop;

/** The plan of a day by itself: repeatable, with everything in it, and its truth and its books agree. */
class PlanDayTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final String[] FOUR = {"standard", "payos", "casso2", "sepay"};

    @Test
    void planShouldBeTheSameDayWhenSeedAndTownAreTheSame() {
        Town town = Towns.of(FOUR);
        assertEquals(told(plan(town, 7, "all=40%")), told(plan(town, 7, "all=40%")));
        assertNotEquals(told(plan(town, 7, "all=40%")), told(plan(town, 8, "all=40%")));
    }

    @Test
    void planShouldTellStoriesOfEveryFault() {
        Stage stage = plan(Towns.of(FOUR), 3, "all=60%");
        assertEquals(EnumSet.allOf(Fault.class), EnumSet.copyOf(stage.stories().keySet()));
        Set<Manner> manners = stage.errands().stream().flatMap(errand -> errand.steps().stream())
                .map(Errand.Step::manner).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Manner.class), manners);
    }

    @Test
    void planShouldHaveNoTroubleWhenNothingGoesWrong() {
        Stage stage = plan(Towns.of(FOUR), 3, "");
        assertEquals(List.of(), stage.truth().troubles());
        assertTrue(stage.stories().isEmpty());
        assertEquals(2_000, stage.movements().values().stream().mapToInt(Integer::intValue).sum());
        assertFalse(stage.truth().requests().isEmpty());
        assertTrue(stage.truth().requests().values().stream().allMatch(end -> end.status().equals("PAID")));
    }

    @Test
    void booksShouldHaveEveryCreditOnceUnlessTheFaultIsTheirs() {
        Stage stage = plan(Towns.of(FOUR), 5, "all=60%");
        Map<String, Integer> traceToLines = new HashMap<>();
        stage.book().accounts().stream()
                .flatMap(account -> Stream.concat(account.today().stream(), account.tomorrow().stream()))
                .filter(line -> line.movement().isCredit())
                .forEach(line -> traceToLines.merge(line.movement().trace(), line.doubled() ? 2 : 1, Integer::sum));
        for (Shop shop : stage.town().shops()) {
            for (Truth.Credit credit : stage.truth().creditsOf(shop.id()).values()) {
                int lines = credit.fault() == Fault.MISSING_LINES ? 0 : credit.fault() == Fault.DOUBLE_LINES ? 2 : 1;
                assertEquals(lines, traceToLines.getOrDefault(credit.trace(), 0), credit::toString);
            }
        }
    }

    @Test
    void troublesShouldSayWhatHappenedAndWhatToDo() {
        List<Truth.Trouble> troubles = plan(Towns.of(FOUR), 5, "all=60%").truth().troubles();
        assertTrue(troubles.size() > 100);
        assertTrue(troubles.stream().allMatch(trouble -> !trouble.subjects().isEmpty()
                && !trouble.words().happened().isBlank() && !trouble.words().advice().isBlank()));
    }

    @Test
    void callsShouldBeBatchedOnlyWhereTheSenderCan() {
        Stage stage = plan(Towns.of(FOUR), 5, "all=20%");
        List<Errand.Step> several = stage.errands().stream().flatMap(errand -> errand.steps().stream())
                .filter(step -> step.movements().size() > 1).toList();
        assertFalse(several.isEmpty());
        assertTrue(several.stream().allMatch(step -> step.bank().sender().dialect().equals("standard")));
    }

    private static Stage plan(Town town, long seed, String faults) {
        // Requests are taken out of the town, so each plan gets its own.
        List<Shop> shops = town.shops().stream().map(shop -> new Shop(shop.id(), shop.login(), shop.account(),
                shop.virtualAccount(), shop.bank(), shop.outlets(), shop.open(), shop.brief())).toList();
        FaultPlan plan = FaultPlan.parse(faults, EnumSet.allOf(Fault.class));
        return new PlanDay(plan, 2_000, seed).plan(new Town(town.bankBin(), town.banks(), shops), DAY);
    }

    private static List<String> told(Stage stage) {
        return stage.errands().stream().flatMap(errand -> errand.steps().stream())
                .flatMap(step -> step.movements().stream().map(movement -> step.manner() + " " + movement))
                .toList();
    }
}
