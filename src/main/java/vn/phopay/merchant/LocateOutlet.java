package vn.phopay.merchant;

import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;

/**
 * Finds the places an outlet says it stands in, and holds them against each other: the ward must touch the district,
 * the street must lie in it. Where no ward is named, the street's is taken if it is known and touches the district.
 */
public final class LocateOutlet {
    private final PlaceDirectory places;

    /** Looks places up in {@code places}. */
    public LocateOutlet(PlaceDirectory places) {
        this.places = places;
    }

    /**
     * What an outlet says about where it stands.
     *
     * @param districtCode GSO code of the district
     * @param wardCode GSO code of the ward
     * @param streetId public id of the street
     */
    public record Address(String districtCode, Optional<String> wardCode, Optional<String> streetId) {}

    /** What came of it. */
    public sealed interface Outcome permits Located, NotThere {}

    /** The places fit together. */
    public record Located(OutletPlace place) implements Outcome {}

    /**
     * One of them is unknown, or elsewhere.
     *
     * @param field the member at fault: {@code districtCode}, {@code wardCode} or {@code streetId}
     * @param detail what was expected
     */
    public record NotThere(String field, String detail) implements Outcome {}

    /** Looks up {@code address} as of {@code asOf}: a ward code means another area on another day. */
    public Outcome locate(Address address, LocalDate asOf) {
        Optional<Place> district = places.district(address.districtCode());
        if (district.isEmpty()) {
            return new NotThere("districtCode", "must be the GSO code of one of the districts");
        }
        Optional<Place> street = address.streetId().flatMap(places::street);
        if (address.streetId().isPresent() && !liesIn(street, district.get(), asOf)) {
            return new NotThere("streetId", "must be a street of this district, or left out");
        }
        Optional<Place> ward = address.wardCode().flatMap(code -> places.ward(code, asOf));
        if (address.wardCode().isPresent() && !liesIn(ward, district.get(), asOf)) {
            return new NotThere("wardCode", "must be a ward in force today that touches this district, or left out");
        }
        Optional<Place> derived = street.flatMap(s -> places.wardOfStreet(s, asOf))
                .filter(w -> places.touches(w, district.get(), asOf));
        return new Located(new OutletPlace(district.get(), ward.or(() -> derived), street));
    }

    private boolean liesIn(Optional<Place> place, Place district, LocalDate asOf) {
        return place.filter(p -> places.touches(p, district, asOf)).isPresent();
    }
}
