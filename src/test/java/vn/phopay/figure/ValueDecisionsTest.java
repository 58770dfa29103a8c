package vn.phopay.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That what the month's figures are summed from reaches the rules, by the ids of figures. */
final class ValueDecisionsTest {
    private final ValueDecisions decisions = new ValueDecisions(YearMonth.of(2026, 10));

    @Test
    void withheldShouldNameWardOfOneGiantAndWhatItCouldBeWorkedOutFrom() {
        shops(20, List.of("city", "district-001", "ward-00070", "category-5812"));
        shops(20, List.of("city", "district-001", "ward-00082", "category-5812"));
        shops(60, List.of("city", "district-002", "ward-00100", "category-5812"));
        decisions.add("giant", List.of("city", "district-001", "ward-00070", "category-5812"), 45_000_000);

        assertEquals(Set.of("ward-00070", "ward-00082"), decisions.withheld());
    }

    @Test
    void withheldShouldNameNothingWhenNothingWasPaid() {
        decisions.add("idle", List.of("city", "district-001"), 0);

        assertEquals(Set.of(), decisions.withheld());
    }

    private void shops(int count, List<String> scopes) {
        for (int i = 0; i < count; i++) {
            decisions.add(scopes + " " + i, scopes, 1_000_000);
        }
    }
}
