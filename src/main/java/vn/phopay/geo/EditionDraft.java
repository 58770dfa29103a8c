package vn.phopay.geo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.phopay.place.Place;

/**
 * A new edition of the wards as a table describes it, held against the places as they are. Wards that it does not name
 * stay as they are.
 *
 * @param validFrom the first day
 * @param wards the new wards
 * @param streets streets that it places, known or new
 */
public record EditionDraft(LocalDate validFrom, List<Ward> wards, List<Street> streets) {
    /** Copies both. */
    public EditionDraft {
        wards = List.copyOf(wards);
        streets = List.copyOf(streets);
    }

    /** How a place is called. */
    public record Names(String vi, Optional<String> en) {}

    /**
     * A new ward.
     *
     * @param line where it stands in the table
     * @param code its GSO code
     * @param names its names
     * @param type {@code WARD}, {@code COMMUNE} or {@code TOWNSHIP}
     * @param districts the districts it lies in or touches, the principal one first
     * @param whole old wards that lie wholly in it
     * @param parts old wards of which a part lies in it
     */
    public record Ward(
            int line, String code, Names names, String type, List<Place> districts, List<Place> whole,
            List<Place> parts) {
        /** Copies the lists. */
        public Ward {
            districts = List.copyOf(districts);
            whole = List.copyOf(whole);
            parts = List.copyOf(parts);
        }
    }

    /**
     * A street and the ward that it lies in from then on.
     *
     * @param line where it stands in the table
     * @param code its street id
     * @param known the street, where it is known; empty for a new one
     * @param names its names
     * @param districts the districts it lies in, the principal one first
     * @param wardCode the ward's code on the edition's first day
     */
    public record Street(
            int line, String code, Optional<Place> known, Names names, List<Place> districts, String wardCode) {
        /** Copies the list. */
        public Street {
            districts = List.copyOf(districts);
        }
    }
}
