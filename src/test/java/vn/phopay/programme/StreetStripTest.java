package vn.phopay.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.merchant.MerchantStatus;

/** Which shop of a street is active, idle or not registered, and who is to be visited in which order. */
class StreetStripTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private static Premises premises(String house, OutletId outlet, Premises.Status status) {
        return new Premises(UUID.randomUUID(), 1, new Premises.Seen(new HouseNumber(house), "Quán " + house,
                Optional.empty(), status, "Khảo sát", TODAY.minusDays(40)), Optional.ofNullable(outlet));
    }

    private static StreetOutlet outlet(String address, LocalDate lastCreditOn) {
        return new StreetOutlet(new OutletId(UUID.randomUUID()), new MerchantId(UUID.randomUUID()), "Tiệm " + address,
                address, MerchantStatus.APPROVED, Optional.ofNullable(lastCreditOn));
    }

    @Test
    void stateShouldTurnIdleOnTheThirtyFirstDay() {
        assertTrue(outlet("2", TODAY.minusDays(29)).isActive(TODAY));
        assertFalse(outlet("2", TODAY.minusDays(30)).isActive(TODAY));
        assertFalse(outlet("2", null).isActive(TODAY));
    }

    @Test
    void stripShouldTellEveryPremisesAndOutletsWithoutOne() {
        StreetOutlet active = outlet("2 Hàng Ngang", TODAY);
        StreetOutlet idle = outlet("4 Hàng Ngang", TODAY.minusDays(100));
        StreetOutlet unlisted = outlet("20 Hàng Ngang", TODAY);
        StreetStrip strip = StreetStrip.of(List.of(
                premises("2", active.id(), Premises.Status.TRADING), premises("4", idle.id(), Premises.Status.TRADING),
                premises("6", null, Premises.Status.TRADING), premises("8", null, Premises.Status.CLOSED)),
                List.of(active, idle, unlisted), TODAY);
        assertEquals(List.of(StreetStrip.State.ACTIVE, StreetStrip.State.IDLE, StreetStrip.State.UNREGISTERED,
                StreetStrip.State.CLOSED, StreetStrip.State.ACTIVE),
                strip.spots().stream().map(StreetStrip.Spot::state).toList());
        assertTrue(strip.spots().getLast().premises().isEmpty(), "an outlet that nobody counted stands in the strip");
        assertEquals(List.of("6", "4"), strip.toVisit().stream().map(one -> one.house().text()).toList());
    }

    @Test
    void walkShouldGoUpTheOddSideAndBackDownTheEvenOne() {
        List<Premises> premises = List.of("10", "", "9", "2", "101", "12A", "1").stream()
                .map(house -> premises(house, null, Premises.Status.TRADING)).toList();
        List<String> walk = StreetStrip.of(premises, List.of(), TODAY).toVisit().stream()
                .map(one -> one.house().text()).toList();
        assertEquals(List.of("1", "9", "101", "12A", "10", "2", ""), walk);
    }

    @Test
    void outletShouldBeSuggestedAtTheSameNumberOnly() {
        StreetOutlet there = outlet("Số 12A Hàng Ngang, Hoàn Kiếm", TODAY);
        StreetStrip strip = StreetStrip.of(List.of(premises("12a", null, Premises.Status.TRADING),
                premises("12", null, Premises.Status.TRADING)), List.of(there), TODAY);
        StreetStrip.Spot beside = strip.spots().stream()
                .filter(spot -> spot.premises().filter(one -> one.house().text().equals("12")).isPresent())
                .findFirst().orElseThrow();
        StreetStrip.Spot same = strip.spots().stream()
                .filter(spot -> spot.premises().filter(one -> one.house().text().equals("12a")).isPresent())
                .findFirst().orElseThrow();
        assertEquals(Optional.of(there), same.suggestion());
        assertEquals(Optional.empty(), beside.suggestion());
    }
}
