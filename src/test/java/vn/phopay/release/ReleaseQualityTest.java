package vn.phopay.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.phopay.disclosure.Area;
import vn.phopay.disclosure.Contribution;
import vn.phopay.disclosure.MonthCells;
import vn.phopay.disclosure.Scope;

/** How complete a month is told to be must not tell what is withheld of it. */
class ReleaseQualityTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final ReleaseQuality WHOLE = new ReleaseQuality(31, 31, 4, 0, 520, 500);

    @Test
    void countsShouldBeToldWhereTheCitysPaymentsAre() {
        assertTrue(quality(disclosure(20, List.of())).tellsCounts());
    }

    @Test
    void countsShouldNotBeToldWhereTheCitysPaymentsAreWithheld() {
        ReleaseQuality quality = quality(disclosure(4, List.of()));
        assertFalse(quality.tellsCounts());
        assertEquals(0, quality.matched());
        assertEquals(0, quality.daysUnsealed(), "days are told all the same");
    }

    @Test
    void countsShouldNotTellHowManyPaymentsOneLateShopHad() {
        MonthDisclosure first = disclosure(20, List.of());
        assertFalse(quality(disclosure(21, List.of(first))).tellsCounts(), "the city's own number is not corrected");
        assertTrue(quality(disclosure(40, List.of(first))).tellsCounts(), "twenty late shops hide each other");
    }

    private static ReleaseQuality quality(MonthDisclosure disclosure) {
        return MakeContent.quality(new MonthSource.Facts(MONTH, Map.of(), Map.of(), Map.of(), WHOLE), disclosure);
    }

    private static MonthDisclosure disclosure(int shops, List<MonthDisclosure> earlier) {
        List<Contribution> all = IntStream.range(0, shops).mapToObj(shop -> new Contribution(
                "shop" + shop, Area.of(Scope.district("d")), 1_000_000, 25)).toList();
        return MonthDisclosure.decide(Map.of(Population.PAID, new MonthCells(MONTH, all)), earlier);
    }
}
