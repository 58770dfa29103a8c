package vn.phopay.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.phopay.place.SeriesBreaks.Break;
import vn.phopay.place.SeriesBreaks.Neighbour;
import vn.phopay.place.SeriesBreaks.What;

/** Where series begin and end, by the facts of 2025. */
class SeriesBreaksTest {
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final PlaceDirectory places = PlaceSeed.load().directory();
    private final SeriesBreaks breaks = new SeriesBreaks(places);

    @Test
    void wardShouldBeginRedrawnWhenItHoldsPartsOfOldOnes() {
        Break begun = only("ward-00070-2025");

        assertEquals(REFORM, begun.date());
        assertEquals(What.REDRAWN, begun.what());
        assertEquals(Optional.of("Phường Hàng Trống"), begun.codeMeant().map(Place::nameVi));
        assertEquals(
                places.predecessorsOf(places.byId("ward-00070-2025").orElseThrow()).size(), begun.others().size());
    }

    @Test
    void wardShouldEndWholeWhenItWentIntoOne() {
        Break ended = only("ward-00001-until-2025");

        assertEquals(new Break(REFORM, What.ENDED_WHOLE,
                List.of(new Neighbour(places.byId("ward-00097-2025").orElseThrow(), false)), Optional.empty()), ended);
    }

    @Test
    void wardShouldEndSplitWhenSeveralHoldPartsOfIt() {
        Break ended = only("ward-00007-until-2025");

        assertEquals(What.ENDED_SPLIT, ended.what());
        assertEquals(List.of(), ended.others().stream().filter(other -> !other.partly()).toList());
    }

    @Test
    void everyWardOf2025ShouldBeMergedOnlyWhenAllItsOldOnesAreWhole() {
        for (Place ward : places.wards(REFORM)) {
            Break begun = only(ward.placeId());
            boolean parts = begun.others().stream().anyMatch(Neighbour::partly);
            assertEquals(parts ? What.REDRAWN : What.MERGED, begun.what(), ward.placeId());
        }
    }

    @Test
    void placeShouldHaveNoBreakWhenItsAreaIsTheSame() {
        assertEquals(List.of(), breaks.of("district-002"));
        assertEquals(List.of(), breaks.of("street-hang-ngang"));
        assertEquals(List.of(), breaks.of("zone-hk-lake"));
        assertEquals(List.of(), breaks.of("ward-of-nowhere"));
    }

    @Test
    void weekOfAChangeShouldBelongToWhatStandsAtItsEnd() {
        List<LocalDate> mondays = List.of(LocalDate.of(2025, 6, 16), LocalDate.of(2025, 6, 23),
                LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 7));
        assertEquals(2, only("ward-00070-2025").firstBehind(mondays), "its first figures are of the week of 1 July");
        assertEquals(3, only("ward-00001-until-2025").firstBehind(mondays), "its last figures are of that week");
        List<LocalDate> months = List.of(LocalDate.of(2025, 6, 1), LocalDate.of(2025, 7, 1));
        assertEquals(1, only("ward-00070-2025").firstBehind(months));
        assertEquals(1, only("ward-00001-until-2025").firstBehind(months));
    }

    private Break only(String placeId) {
        List<Break> found = breaks.of(placeId);
        assertEquals(1, found.size(), placeId);
        return found.getFirst();
    }
}
