package vn.phopay.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule by rule, with the value just inside and just outside; what they do together is the attacker's to try. */
final class DisclosureControlTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final Scope DISTRICT = Scope.district("d");
    private static final Scope WARD = Scope.ward("w");
    private static final Scope STREET = Scope.street("s");
    private final DisclosureControl control = new DisclosureControl();
    private final List<Contribution> contributions = new ArrayList<>();

    @Test
    void decideShouldPublishCountsOfFiveAndValuesOfTenWhenFewerAreWithheld() {
        equalShops(4, Area.of(Scope.district("four")));
        equalShops(5, Area.of(Scope.district("five")));
        equalShops(9, Area.of(Scope.district("nine")));
        equalShops(10, Area.of(Scope.district("ten")));
        equalShops(90, Area.of(Scope.district("rest")));

        Decisions decisions = decide();

        assertEquals(Reason.FEW_SHOPS, decisions.of(Scope.district("four"), FigureClass.COUNT).reason());
        assertTrue(decisions.of(Scope.district("nine"), FigureClass.COUNT).isPublished());
        assertEquals(Reason.FEW_SHOPS, decisions.of(Scope.district("nine"), FigureClass.VALUE).reason());
        assertTrue(decisions.of(Scope.district("ten"), FigureClass.VALUE).isPublished());
        assertTrue(decisions.of(Scope.CITY, FigureClass.VALUE).isPublished());
    }

    @Test
    void decideShouldWithholdFiveWhenFourCouldBeSubtracted() {
        equalShops(4, Area.of(Scope.district("four")));
        equalShops(5, Area.of(Scope.district("five")));
        equalShops(90, Area.of(Scope.district("rest")));

        Decision five = decide().of(Scope.district("five"), FigureClass.COUNT);

        assertEquals(Reason.SECONDARY, five.reason());
        assertTrue(five.isWithheld());
    }

    @Test
    void decideShouldPublishZeroWhenNobodyContributed() {
        contributions.add(new Contribution("idle", Area.of(DISTRICT, STREET), 0, 0));
        equalShops(20, Area.of(DISTRICT));

        Decisions decisions = decide();

        assertTrue(decisions.of(STREET, FigureClass.VALUE).isPublished());
        assertTrue(decisions.of(Scope.street("unheard of"), FigureClass.VALUE).isPublished());
    }

    @Test
    void decideShouldCountChainOnceWhenItHasManyOutlets() {
        for (int outlet = 0; outlet < 20; outlet++) {
            contributions.add(new Contribution("chain", Area.of(DISTRICT), 1_000_000, 10));
        }
        equalShops(8, Area.of(DISTRICT));

        assertEquals(Reason.FEW_SHOPS, decide().of(DISTRICT, FigureClass.VALUE).reason());
    }

    @Test
    void brokenShouldNameRuleWhenItIsJustBroken() {
        SafetyRules values = FigureClass.VALUE.rules();

        assertEquals(Reason.FEW_SHOPS, values.broken(new Concentration(9_000, 9, 1_000, 1_000)));
        assertNull(values.broken(new Concentration(10_000, 10, 1_000, 1_000)));
        assertEquals(Reason.P_PERCENT, values.broken(new Concentration(2_099, 10, 1_000, 1_000)));
        assertEquals(Reason.DOMINATED, values.broken(new Concentration(2_100, 10, 1_000, 1_000)));
        assertEquals(Reason.DOMINATED, values.broken(new Concentration(1_000, 10, 601, 10)));
        assertNull(values.broken(new Concentration(1_000, 10, 600, 250)));
        assertEquals(Reason.DOMINATED, values.broken(new Concentration(1_000, 10, 600, 251)));
        assertNull(values.broken(new Concentration(0, 0, 0, 0)));
    }

    @Test
    void decideShouldLetCountsPassWhenOneShopDominatesValues() {
        equalShops(30, Area.of(DISTRICT));
        contributions.add(new Contribution("giant", Area.of(DISTRICT), 1_000_000_000, 12));

        Decisions decisions = decide();

        assertTrue(decisions.of(DISTRICT, FigureClass.COUNT).isPublished());
        assertTrue(decisions.of(DISTRICT, FigureClass.TRAFFIC).isPublished());
        assertEquals(Reason.P_PERCENT, decisions.of(DISTRICT, FigureClass.VALUE).reason());
        assertTrue(decisions.of(DISTRICT, FigureClass.PUBLIC).isPublished());
    }

    @Test
    void decideShouldGiveUpSmallestStreetThatMendsWhenRestOfWardIsSmall() {
        equalShops(3, Area.of(DISTRICT, WARD));
        equalShops(12, Area.of(DISTRICT, WARD, Scope.street("small")));
        equalShops(40, Area.of(DISTRICT, WARD, Scope.street("large")));

        Decisions decisions = decide();

        assertEquals(Reason.SECONDARY, decisions.of(Scope.street("small"), FigureClass.VALUE).reason());
        assertTrue(decisions.of(Scope.street("large"), FigureClass.VALUE).isPublished());
        assertTrue(decisions.of(WARD, FigureClass.VALUE).isPublished());
    }

    @Test
    void decideShouldWithholdTwoStreetsWhenMonthIsTheWorkedExample() {
        Scope dominated = Scope.street("hang-dao");
        Scope smaller = Scope.street("hang-ngang");
        Scope larger = Scope.street("hang-bac");
        equalShops(1, Area.of(DISTRICT, WARD, dominated), 900_000_000);
        equalShops(10, Area.of(DISTRICT, WARD, dominated), 20_000_000);
        equalShops(11, Area.of(DISTRICT, WARD, smaller), 30_000_000);
        equalShops(12, Area.of(DISTRICT, WARD, larger), 40_000_000);
        equalShops(4, Area.of(DISTRICT, WARD), 25_000_000);
        equalShops(40, Area.of(DISTRICT, Scope.ward("other")), 25_000_000);

        Decisions decisions = decide();

        assertEquals(Reason.DOMINATED, decisions.of(dominated, FigureClass.VALUE).reason());
        assertEquals(Reason.SECONDARY, decisions.of(smaller, FigureClass.VALUE).reason());
        assertTrue(decisions.of(larger, FigureClass.VALUE).isPublished());
        assertTrue(decisions.of(WARD, FigureClass.VALUE).isPublished());
    }

    @Test
    void decideShouldHideZoneOrStreetWhenTheirOverlapHidesOneShop() {
        equalShops(30, Area.of(DISTRICT, STREET, Scope.zone("z")));
        equalShops(1, Area.of(DISTRICT, STREET));
        equalShops(40, Area.of(DISTRICT));

        Decisions decisions = decide();

        assertFalse(decisions.of(STREET, FigureClass.VALUE).isPublished()
                && decisions.of(Scope.zone("z"), FigureClass.VALUE).isPublished());
        assertTrue(decisions.of(DISTRICT, FigureClass.VALUE).isPublished());
    }

    @Test
    void decideShouldKeepOldFiguresWhenOneShopIsCorrected() {
        equalShops(30, Area.of(DISTRICT, STREET));
        equalShops(30, Area.of(Scope.district("other")));
        MonthCells first = new MonthCells(MONTH, contributions);
        Decisions before = control.decide(first, PublishedBefore.NOTHING);
        contributions.set(0, new Contribution("late", Area.of(DISTRICT, STREET), 9_000_000, 90));

        Decisions after = control.decide(
                new MonthCells(MONTH, contributions), published(new PublishedBefore.Revision(first, before)));

        assertEquals(Decision.Outcome.KEEP, after.of(STREET, FigureClass.VALUE).outcome());
        assertEquals(Reason.REVISION, after.of(DISTRICT, FigureClass.VALUE).reason());
        assertEquals(Decision.Outcome.KEEP, after.of(Scope.CITY, FigureClass.VALUE).outcome());
        assertTrue(after.of(Scope.district("other"), FigureClass.VALUE).isPublished());
    }

    @Test
    void decideShouldPublishCorrectionWhenItMovesManyShops() {
        equalShops(30, Area.of(DISTRICT, STREET));
        MonthCells first = new MonthCells(MONTH, contributions);
        Decisions before = control.decide(first, PublishedBefore.NOTHING);
        contributions.replaceAll(one ->
                new Contribution(one.merchant(), one.area(), one.amountVnd() + 500_000, one.transactions() + 1));

        Decisions after = control.decide(
                new MonthCells(MONTH, contributions), published(new PublishedBefore.Revision(first, before)));

        assertTrue(after.of(STREET, FigureClass.VALUE).isPublished());
    }

    /** All others of the street were paid by mistake: what is left of it would be one shop, by subtraction. */
    @Test
    void decideShouldKeepOldFiguresWhenCorrectionLeavesOneShopOfAStreet() {
        contributions.add(new Contribution("honest", Area.of(DISTRICT, STREET), 4_000_000, 40));
        equalShops(12, Area.of(DISTRICT, STREET));
        equalShops(30, Area.of(DISTRICT));
        MonthCells first = new MonthCells(MONTH, contributions);
        Decisions before = control.decide(first, PublishedBefore.NOTHING);
        contributions.subList(1, 13).clear();

        Decisions after = control.decide(
                new MonthCells(MONTH, contributions), published(new PublishedBefore.Revision(first, before)));

        assertEquals(Reason.FEW_SHOPS, after.of(STREET, FigureClass.VALUE).reason());
        assertEquals(Decision.Outcome.KEEP, after.of(DISTRICT, FigureClass.VALUE).outcome());
    }

    @Test
    void decideShouldStayWithheldWhenRevisionWouldPass() {
        equalShops(9, Area.of(DISTRICT));
        equalShops(30, Area.of(Scope.district("other")));
        MonthCells first = new MonthCells(MONTH, contributions);
        Decisions before = control.decide(first, PublishedBefore.NOTHING);
        equalShops(30, Area.of(DISTRICT));

        Decision after = control.decide(
                        new MonthCells(MONTH, contributions), published(new PublishedBefore.Revision(first, before)))
                .of(DISTRICT, FigureClass.VALUE);

        assertEquals(Decision.withhold(Reason.REVISION), after);
    }

    @Test
    void decideShouldRefuseAnotherMonthsRevision() {
        MonthCells other = new MonthCells(MONTH.plusMonths(1), List.of());
        PublishedBefore earlier =
                published(new PublishedBefore.Revision(other, control.decide(other, PublishedBefore.NOTHING)));

        assertThrows(
                IllegalArgumentException.class, () -> control.decide(new MonthCells(MONTH, contributions), earlier));
    }

    @Test
    void togetherShouldWithholdQuarterWhenOneOfItsMonthsIs() {
        equalShops(9, Area.of(DISTRICT));
        equalShops(30, Area.of(Scope.district("small")));
        equalShops(40, Area.of(Scope.district("other")));
        Decisions small = decide();
        equalShops(30, Area.of(DISTRICT));
        Decisions large = decide();

        Decisions quarter = Decisions.together(List.of(large, small, large));

        assertEquals(Reason.FEW_SHOPS, quarter.of(DISTRICT, FigureClass.VALUE).reason());
        assertTrue(quarter.of(Scope.district("other"), FigureClass.VALUE).isPublished());
    }

    @Test
    void contributionShouldRefuseMoneyWithoutPayment() {
        assertThrows(IllegalArgumentException.class, () -> new Contribution("m", Area.of(), 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Contribution("m", Area.of(), -1, 1));
    }

    @Test
    void areaShouldRefuseTwoCategories() {
        assertThrows(
                IllegalArgumentException.class, () -> Area.of(Scope.category("food"), Scope.category("clothes")));
    }

    @Test
    void amountShouldRoundToThreeDigitsWhenLargeAndToAHundredThousandWhenSmall() {
        assertEquals(0, Rounding.amountVnd(49_999));
        assertEquals(100_000, Rounding.amountVnd(50_000));
        assertEquals(99_900_000, Rounding.amountVnd(99_949_999));
        assertEquals(100_000_000, Rounding.amountVnd(99_950_000));
        assertEquals(1_230_000_000, Rounding.amountVnd(1_234_999_999));
        assertEquals(150_000, Rounding.ticketVnd(149_500));
        assertThrows(IllegalArgumentException.class, () -> Rounding.amountVnd(-1));
    }

    private static PublishedBefore published(PublishedBefore.Revision revision) {
        return new PublishedBefore(List.of(revision));
    }

    private Decisions decide() {
        return control.decide(new MonthCells(MONTH, contributions), PublishedBefore.NOTHING);
    }

    private void equalShops(int shops, Area area) {
        equalShops(shops, area, 1_000_000);
    }

    private void equalShops(int shops, Area area, long amountVnd) {
        for (int i = 0; i < shops; i++) {
            contributions.add(new Contribution("shop " + contributions.size(), area, amountVnd, 10));
        }
    }
}
