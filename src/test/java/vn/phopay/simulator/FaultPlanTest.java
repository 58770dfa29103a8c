package vn.phopay.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultPlanTest {
    @Test
    void parseShouldReadEveryFault() {
        FaultPlan plan = FaultPlan.parse(
                "duplicates=2%,conflicts=0.5%,reversals=1%, mangled=10%,late=0.0001%,unknown=0%");
        assertEquals(Map.of(Fault.DUPLICATES, 20_000, Fault.CONFLICTS, 5_000, Fault.REVERSALS, 10_000,
                Fault.MANGLED, 100_000, Fault.LATE, 1, Fault.UNKNOWN, 0), plan.faultToPartsPerMillion());
    }

    @Test
    void parseShouldReadNothingAsNoFault() {
        assertEquals(FaultPlan.NONE, FaultPlan.parse(""));
        assertEquals(FaultPlan.NONE, FaultPlan.parse("  "));
    }

    @Test
    void parseShouldTakeAHundredPercentAndNoMore() {
        assertEquals(1_000_000, parts("mangled=100%"));
        assertEquals(1_000_000, parts("mangled=100.0000%"));
        assertRefused("mangled=100.0001%", "exceeds 100 %");
        assertEquals(3, FaultPlan.parse("duplicates=60%,late=40%,mangled=100%").faultToPartsPerMillion().size());
        assertRefused("duplicates=60%,late=40.0001%", "exceed 100 % together");
    }

    @Test
    void parseShouldSpreadAllEvenlyOverWhatIsKnown() {
        FaultPlan stream = FaultPlan.parse("all=6%,late=2%");
        assertEquals(Fault.OF_STREAM, stream.faultToPartsPerMillion().keySet());
        assertEquals(10_000, stream.faultToPartsPerMillion().get(Fault.DUPLICATES));
        assertEquals(20_000, stream.faultToPartsPerMillion().get(Fault.LATE), "its own percentage wins");
        FaultPlan day = FaultPlan.parse("all=5%", EnumSet.allOf(Fault.class));
        assertEquals(EnumSet.allOf(Fault.class), day.faultToPartsPerMillion().keySet());
        assertRefused("twins=1%", "there is no fault");
    }

    @Test
    void drawOneShouldDrawEveryFaultAsOftenAsPlanned() {
        FaultPlan plan = FaultPlan.parse("all=50%", EnumSet.allOf(Fault.class));
        Random random = new Random(11);
        Map<Fault, Integer> drawn = new EnumMap<>(Fault.class);
        int none = 0;
        for (int i = 0; i < 100_000; i++) {
            Optional<Fault> fault = plan.drawOne(random);
            none += fault.isEmpty() ? 1 : 0;
            fault.ifPresent(one -> drawn.merge(one, 1, Integer::sum));
        }
        assertEquals(EnumSet.allOf(Fault.class), drawn.keySet());
        assertTrue(none > 49_000 && none < 51_000, "none " + none);
        int expected = 50_000 / Fault.values().length;
        drawn.forEach((fault, count) ->
                assertTrue(Math.abs(count - expected) < expected / 5, fault + " was drawn " + count + " times"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "duplicate=1%|there is no fault", "duplicates=1|is no fault=percentage%",
        "duplicates=-1%|is no fault=percentage%", "duplicates=1.00001%|is no fault=percentage%",
        "duplicates=1%,|is no fault=percentage%", "duplicates=1%,duplicates=2%|stands twice",
        "=1%|is no fault=percentage%", "duplicates=.5%|is no fault=percentage%"})
    void parseShouldNameWhatIsWrong(String text, String message) {
        assertRefused(text, message);
    }

    private static int parts(String text) {
        return FaultPlan.parse(text).faultToPartsPerMillion().getOrDefault(Fault.MANGLED, 0);
    }

    private static void assertRefused(String text, String message) {
        String said = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> FaultPlan.parse(text)).getMessage());
        assertTrue(said.contains(message), said);
    }
}
