package vn.phopay.book;

import java.util.List;
import java.util.Optional;
import vn.phopay.identity.OutletId;

/**
 * Whose book it is, as it is written on it.
 *
 * @param legalName name in the business registration
 * @param displayName name that customers know
 * @param taxCode tax code
 * @param places the outlets, oldest first
 */
public record BookHeader(String legalName, String displayName, String taxCode, List<Place> places) {
    /** An outlet: its id, name and street address. */
    public record Place(OutletId outlet, String name, String address) {}

    /** Copies {@code places}. */
    public BookHeader {
        places = List.copyOf(places);
    }

    /** The address of the first outlet, which is all that is known of the household's own; may be empty. */
    public String address() {
        return places.isEmpty() ? "" : places.getFirst().address();
    }

    /** One of the outlets; empty where it is none of this merchant's. */
    public Optional<Place> place(OutletId outlet) {
        return places.stream().filter(place -> place.outlet().equals(outlet)).findFirst();
    }
}
