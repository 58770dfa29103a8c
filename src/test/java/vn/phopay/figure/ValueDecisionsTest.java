package vn.phopay.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That what the month's figures are summed from reaches the rules, by the ids of figures. */
final class ValueDecisionsTest {
    private final DayScopes scopes = new DayScopes(
            List.of("district-001", "district-002", "ward-00070", "ward-00082", "ward-00100", "category-5812"),
            Map.of());
    private final ValueDecisions decisions = new ValueDecisions(YearMonth.of(2026, 10));

    @Test
    void withheldShouldNameWardOfOneGiantAndWhatItCouldBeWorkedOutFrom() {
        shops(20, "district-001", "ward-00070");
        shops(20, "district-001", "ward-00082");
        shops(60, "district-002", "ward-00100");
        decisions.add("giant", scopes.of(new FigureCell("district-001", "ward-00070", "", "5812")), 45_000_000);

        assertEquals(Set.of("ward-00070", "ward-00082"), decisions.withheld());
    }

    @Test
    void withheldShouldNameCityWhenOneShopIsAllThereIs() {
        decisions.add("only", scopes.of(new FigureCell("district-001", "ward-00070", "", "5812")), 1);

        assertEquals(Set.of("city", "district-001", "ward-00070", "category-5812"), decisions.withheld());
    }

    @Test
    void withheldShouldNameNothingWhenNothingWasPaid() {
        decisions.add("idle", scopes.of(new FigureCell("district-001", "ward-00070", "", "5812")), 0);

        assertEquals(Set.of(), decisions.withheld());
    }

    private void shops(int count, String district, String ward) {
        for (int i = 0; i < count; i++) {
            decisions.add(ward + " " + i, scopes.of(new FigureCell(district, ward, "", "5812")), 1_000_000);
        }
    }
}
