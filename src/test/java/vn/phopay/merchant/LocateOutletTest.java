package vn.phopay.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.phopay.merchant.LocateOutlet.Address;
import vn.phopay.merchant.LocateOutlet.Located;
import vn.phopay.merchant.LocateOutlet.NotThere;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceSeed;

class LocateOutletTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PlaceSeed SEED = PlaceSeed.load();

    private final LocateOutlet locate = new LocateOutlet(new PlaceDirectory(SEED.places(), SEED.memberships()));

    @Test
    void locateShouldTakeTheStreetsWardWhenNoWardIsNamed() {
        OutletPlace place = located("002", null, "hang-ngang", TODAY);

        assertEquals(Optional.of("ward-00070-2025"), place.ward().map(Place::placeId));
        assertEquals(Optional.of("street-hang-ngang"), place.street().map(Place::placeId));
    }

    @Test
    void locateShouldKeepTheNamedWardWhenItTouchesTheDistrict() {
        assertEquals(
                Optional.of("ward-00082-2025"),
                located("002", "00082", "hang-ngang", TODAY).ward().map(Place::placeId));
        assertEquals(
                Optional.of("ward-00070-2025"), located("001", "00070", null, TODAY).ward().map(Place::placeId));
    }

    @Test
    void locateShouldKnowTheDistrictAloneWhenNothingElseIsNamed() {
        OutletPlace place = located("282", null, null, TODAY);

        assertEquals("district-282", place.district().placeId());
        assertEquals(Optional.empty(), place.ward());
    }

    @Test
    void locateShouldNameTheFieldWhenPlacesDoNotFitTogether() {
        assertEquals("districtCode", fault("999", null, null, TODAY));
        assertEquals("streetId", fault("003", null, "hang-ngang", TODAY));
        assertEquals("streetId", fault("002", null, "hang-khong", TODAY));
        assertEquals("wardCode", fault("282", "00070", null, TODAY));
        assertEquals("wardCode", fault("002", "99999", null, TODAY));
    }

    @Test
    void locateShouldGiveTheWardThatItsCodeMeantThatDay() {
        LocalDate before = LocalDate.of(2025, 6, 30);

        assertEquals(
                Optional.of("ward-00004-until-2025"),
                located("001", "00004", null, before).ward().map(Place::placeId));
        assertEquals(Optional.empty(), located("002", null, "hang-ngang", before).ward());
        assertEquals(
                Optional.of("ward-00004-2025"),
                located("001", "00004", null, before.plusDays(1)).ward().map(Place::placeId));
    }

    private OutletPlace located(String district, @Nullable String ward, @Nullable String street, LocalDate asOf) {
        Address address = new Address(district, Optional.ofNullable(ward), Optional.ofNullable(street));
        return assertInstanceOf(Located.class, locate.locate(address, asOf)).place();
    }

    private String fault(String district, @Nullable String ward, @Nullable String street, LocalDate asOf) {
        Address address = new Address(district, Optional.ofNullable(ward), Optional.ofNullable(street));
        return assertInstanceOf(NotThere.class, locate.locate(address, asOf)).field();
    }
}
