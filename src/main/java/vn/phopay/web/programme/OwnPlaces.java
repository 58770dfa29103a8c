package vn.phopay.web.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phopay.access.Principal;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceKind;

/** The places that a staff member may see: those that lie in, or touch, one of the member's districts. */
final class OwnPlaces {
    private final PlaceDirectory places;
    private final Principal who;
    private final LocalDate today;

    OwnPlaces(PlaceDirectory places, Principal who, LocalDate today) {
        this.places = places;
        this.who = who;
        this.today = today;
    }

    /** Whether no district is left out. */
    boolean isEverywhere() {
        return who.districtCodes().isEmpty();
    }

    /** Whether {@code place} is one of them. */
    boolean has(Place place) {
        return isEverywhere() || districtsOf(place).stream().anyMatch(district -> who.staffOf(district.code()));
    }

    /** {@code found} where it is one of them; else nothing is at this address. */
    Place require(Optional<Place> found) {
        return found.filter(this::has).orElseThrow(OwnPlaces::notFound);
    }

    /** Own districts, by code. */
    List<Place> districts() {
        return places.districts().stream().filter(this::has).toList();
    }

    /** Ids of the districts that the member is limited to; empty for all. */
    Set<String> limits() {
        return isEverywhere() ? Set.of() : ids(districts().stream());
    }

    /** The districts of a place; of one that has ended, those of its last day. */
    List<Place> districtsOf(Place place) {
        if (place.kind() == PlaceKind.DISTRICT) {
            return List.of(place);
        }
        LocalDate end = place.validity().to();
        return places.districtsOf(place, end == null || end.isAfter(today) ? today : end);
    }

    /** Own places that lie in {@code container}, of those that {@code all} gives. */
    List<Place> inside(Place container, Function<PlaceDirectory, List<Place>> all) {
        return all.apply(places).stream()
                .filter(place -> places.membershipsOf(place, today).stream()
                        .anyMatch(membership -> membership.containerPlaceId().equals(container.placeId())))
                .filter(this::has)
                .toList();
    }

    /** The place itself and whatever it lies in: where campaigns may run that concern it. */
    Set<String> around(Place place) {
        return ids(Stream.concat(Stream.of(place), containers(place).stream()));
    }

    /** What the place lies in, of today. */
    List<Place> containers(Place place) {
        return places.membershipsOf(place, today).stream()
                .flatMap(membership -> places.byId(membership.containerPlaceId()).stream())
                .distinct()
                .toList();
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is nothing at this address.");
    }

    private static Set<String> ids(Stream<Place> some) {
        return some.map(Place::placeId).collect(Collectors.toSet());
    }
}
