package vn.phopay.place;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All places in memory, as they were when the service started: an immutable snapshot, safe for every thread. Places
 * change by a new release of the seed files, never while the service runs.
 */
public final class PlaceDirectory {
    private final Map<String, Place> idToPlace;
    private final Map<PlaceKind, List<Place>> kindToPlaces;
    private final Map<String, List<Membership>> memberToMemberships;

    /** A directory of {@code places} and where they lie; refuses a membership of an unknown place. */
    public PlaceDirectory(Collection<Place> places, Collection<Membership> memberships) {
        this.idToPlace = places.stream().collect(Collectors.toUnmodifiableMap(Place::placeId, place -> place));
        this.kindToPlaces = places.stream()
                .sorted(Comparator.comparing(Place::code).thenComparing(place -> place.validity().from()))
                .collect(Collectors.groupingBy(Place::kind, Collectors.toUnmodifiableList()));
        this.memberToMemberships = new HashMap<>(memberships.stream()
                .collect(Collectors.groupingBy(Membership::memberPlaceId, Collectors.toUnmodifiableList())));
        memberships.forEach(this::requireBothEnds);
    }

    /** The place with this id of ours, whatever the date. */
    public Optional<Place> byId(String placeId) {
        return Optional.ofNullable(idToPlace.get(placeId));
    }

    /** The district with this GSO code. Districts do not end: they stay statistical areas. */
    public Optional<Place> district(String code) {
        return all(PlaceKind.DISTRICT).stream().filter(place -> place.code().equals(code)).findFirst();
    }

    /** The ward that this GSO code means on {@code asOf}; a code may have meant another area on another day. */
    public Optional<Place> ward(String code, LocalDate asOf) {
        return wards(asOf).stream().filter(place -> place.code().equals(code)).findFirst();
    }

    /** The street with this public {@code streetId}. */
    public Optional<Place> street(String streetId) {
        return all(PlaceKind.STREET).stream().filter(place -> place.code().equals(streetId)).findFirst();
    }

    /** The 30 districts by code. */
    public List<Place> districts() {
        return all(PlaceKind.DISTRICT);
    }

    /** The wards in force on {@code asOf}, by code. */
    public List<Place> wards(LocalDate asOf) {
        return all(PlaceKind.WARD).stream().filter(place -> place.validity().covers(asOf)).toList();
    }

    /** The streets by id. */
    public List<Place> streets() {
        return all(PlaceKind.STREET);
    }

    /** The zones by id. */
    public List<Place> zones() {
        return all(PlaceKind.ZONE);
    }

    /** The ward a street lies in on {@code asOf}, where that is known. */
    public Optional<Place> wardOfStreet(Place street, LocalDate asOf) {
        return containers(street, PlaceKind.WARD, asOf).findFirst();
    }

    /** The districts a street, ward or zone lies in or touches on {@code asOf}, the principal one first. */
    public List<Place> districtsOf(Place place, LocalDate asOf) {
        return containers(place, PlaceKind.DISTRICT, asOf).toList();
    }

    /** Whether {@code place} lies in or touches {@code district} on {@code asOf}. */
    public boolean touches(Place place, Place district, LocalDate asOf) {
        return districtsOf(place, asOf).contains(district);
    }

    /** In which places {@code place} lies on {@code asOf}, and with which segment, the principal ones first. */
    public List<Membership> membershipsOf(Place place, LocalDate asOf) {
        return memberships(place, asOf).toList();
    }

    private Stream<Place> containers(Place place, PlaceKind kind, LocalDate asOf) {
        return memberships(place, asOf)
                .map(membership -> require(membership.containerPlaceId()))
                .filter(container -> container.kind() == kind);
    }

    private Stream<Membership> memberships(Place place, LocalDate asOf) {
        return memberToMemberships.getOrDefault(place.placeId(), List.of()).stream()
                .filter(membership -> membership.validity().covers(asOf))
                .sorted(Comparator.comparing((Membership membership) -> !membership.isPrincipal())
                        .thenComparing(Membership::containerPlaceId)
                        .thenComparing(Membership::segment));
    }

    private List<Place> all(PlaceKind kind) {
        return kindToPlaces.getOrDefault(kind, List.of());
    }

    private void requireBothEnds(Membership membership) {
        require(membership.memberPlaceId());
        require(membership.containerPlaceId());
    }

    private Place require(String placeId) {
        return byId(placeId).orElseThrow(() -> new IllegalArgumentException("no place has the id " + placeId));
    }
}
