package vn.phopay.place;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All places in memory, safe for every thread: one snapshot, put in the place of the last one where staff brought in a
 * new edition ({@link RefreshPlaces}). Each question is answered out of one snapshot; places never lose their ids, so
 * that an answer to an earlier question stays good.
 */
public final class PlaceDirectory {
    private volatile Snapshot now;

    /** A directory of {@code places} and where they lie; refuses a membership of an unknown place. */
    public PlaceDirectory(Collection<Place> places, Collection<Membership> memberships) {
        this(places, memberships, List.of());
    }

    /** As {@link #PlaceDirectory(Collection, Collection)}, with which area followed which. */
    public PlaceDirectory(
            Collection<Place> places, Collection<Membership> memberships, Collection<Succession> successions) {
        this(0, places, memberships, successions);
    }

    PlaceDirectory(long version, Collection<Place> places, Collection<Membership> memberships,
            Collection<Succession> successions) {
        this.now = Snapshot.of(version, places, memberships, successions);
        memberships.forEach(this::requireBothEnds);
        successions.forEach(this::requireBothEnds);
    }

    /** One state of all places. */
    private record Snapshot(
            long version,
            Map<String, Place> idToPlace,
            Map<PlaceKind, List<Place>> kindToPlaces,
            Map<String, List<Membership>> memberToMemberships,
            Map<String, List<Succession>> oldToSuccessions,
            Map<String, List<Succession>> newToSuccessions) {
        static Snapshot of(long version, Collection<Place> places, Collection<Membership> memberships,
                Collection<Succession> successions) {
            return new Snapshot(
                    version,
                    places.stream().collect(Collectors.toUnmodifiableMap(Place::placeId, place -> place)),
                    grouped(places.stream().sorted(Comparator.comparing(Place::code)
                            .thenComparing(place -> place.validity().from())), Place::kind),
                    grouped(memberships.stream(), Membership::memberPlaceId),
                    grouped(successions.stream(), Succession::oldPlaceId),
                    grouped(successions.stream(), Succession::newPlaceId));
        }

        private static <K, T> Map<K, List<T>> grouped(Stream<T> items, Function<T, K> key) {
            return Map.copyOf(items.collect(Collectors.groupingBy(key, Collectors.toUnmodifiableList())));
        }
    }

    /** A number that is another one whenever the places are: what was written out of an older one is written anew. */
    public long version() {
        return now.version();
    }

    /** The place with this id of ours, whatever the date. */
    public Optional<Place> byId(String placeId) {
        return Optional.ofNullable(now.idToPlace().get(placeId));
    }

    /** The district with this GSO code. Districts do not end: they stay statistical areas. */
    public Optional<Place> district(String code) {
        return all(PlaceKind.DISTRICT).stream().filter(place -> place.code().equals(code)).findFirst();
    }

    /** The ward that this GSO code means on {@code asOf}; a code may have meant another area on another day. */
    public Optional<Place> ward(String code, LocalDate asOf) {
        return meaningOf(PlaceKind.WARD, code, asOf);
    }

    /** The area that a code means on {@code asOf}. */
    public Optional<Place> meaningOf(PlaceKind kind, String code, LocalDate asOf) {
        return all(kind).stream()
                .filter(place -> place.code().equals(code) && place.validity().covers(asOf))
                .findFirst();
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
        return wards().stream().filter(place -> place.validity().covers(asOf)).toList();
    }

    /** The wards of all editions, by code and first day. */
    public List<Place> wards() {
        return all(PlaceKind.WARD);
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

    /** Which areas, or parts of areas, {@code place} was made of; empty where no other went before. */
    public List<Succession> predecessorsOf(Place place) {
        return now.newToSuccessions().getOrDefault(place.placeId(), List.of());
    }

    /** Into which areas {@code place} went; empty while it lives. */
    public List<Succession> successorsOf(Place place) {
        return now.oldToSuccessions().getOrDefault(place.placeId(), List.of());
    }

    /** Holds what {@code newer} holds from now on, for everybody who has this directory. */
    void become(PlaceDirectory newer) {
        now = newer.now;
    }

    private Stream<Place> containers(Place place, PlaceKind kind, LocalDate asOf) {
        return memberships(place, asOf)
                .map(membership -> require(membership.containerPlaceId()))
                .filter(container -> container.kind() == kind);
    }

    private Stream<Membership> memberships(Place place, LocalDate asOf) {
        return now.memberToMemberships().getOrDefault(place.placeId(), List.of()).stream()
                .filter(membership -> membership.validity().covers(asOf))
                .sorted(Comparator.comparing((Membership membership) -> !membership.isPrincipal())
                        .thenComparing(Membership::containerPlaceId)
                        .thenComparing(Membership::segment));
    }

    private List<Place> all(PlaceKind kind) {
        return now.kindToPlaces().getOrDefault(kind, List.of());
    }

    private void requireBothEnds(Membership membership) {
        require(membership.memberPlaceId());
        require(membership.containerPlaceId());
    }

    private void requireBothEnds(Succession succession) {
        require(succession.oldPlaceId());
        require(succession.newPlaceId());
    }

    private Place require(String placeId) {
        return byId(placeId).orElseThrow(() -> new IllegalArgumentException("no place has the id " + placeId));
    }
}
