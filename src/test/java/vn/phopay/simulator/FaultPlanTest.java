package vn.phopay.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
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
