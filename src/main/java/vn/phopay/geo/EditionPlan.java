package vn.phopay.geo;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.phopay.place.Membership;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceKind;
import vn.phopay.place.Succession;
import vn.phopay.place.Validity;

/**
 * What a draft does to the places: worked out without a database, so that what is shown before it is confirmed and what
 * is written then are one.
 *
 * @param validFrom the first day
 * @param started new wards and streets
 * @param ended wards that end the day before
 * @param successions which old ward goes into which new one
 * @param endedMemberships that one place lies in another until the day before
 * @param startedMemberships that one place lies in another from the first day on
 * @param recycled new wards whose code has meant another area
 * @param moves streets and zones that lay in a ward that ends, or that the edition places
 */
public record EditionPlan(
        LocalDate validFrom, List<Place> started, List<Place> ended, List<Succession> successions,
        List<Membership> endedMemberships, List<Membership> startedMemberships, List<Recycled> recycled,
        List<Move> moves) {
    private static final String PRINCIPAL = Membership.PRINCIPAL;

    /** Copies the lists. */
    public EditionPlan {
        started = List.copyOf(started);
        ended = List.copyOf(ended);
        successions = List.copyOf(successions);
        endedMemberships = List.copyOf(endedMemberships);
        startedMemberships = List.copyOf(startedMemberships);
        recycled = List.copyOf(recycled);
        moves = List.copyOf(moves);
    }

    /** A new ward, and the area that its code meant last. */
    public record Recycled(Place ward, Place meant) {}

    /**
     * A street or zone.
     *
     * @param place the street or zone
     * @param from the ward it lay in; empty where it is new there
     * @param to the ward it lies in; empty where the edition does not tell: the old one is split
     */
    public record Move(Place place, Optional<Place> from, Optional<Place> to) {}

    /** The wards into which {@code old} goes. */
    public List<Place> successorsOf(Place old) {
        return successions.stream()
                .filter(succession -> succession.oldPlaceId().equals(old.placeId()))
                .map(succession -> newPlace(succession.newPlaceId()))
                .toList();
    }

    /** Whether {@code old} is divided. */
    public boolean isSplit(Place old) {
        return successions.stream().anyMatch(one -> one.oldPlaceId().equals(old.placeId()) && one.split());
    }

    /** Whether the new {@code ward} lies in or touches a district. */
    public boolean touches(Place ward, String districtPlaceId) {
        return startedMemberships.stream().anyMatch(one -> one.memberPlaceId().equals(ward.placeId())
                && one.containerPlaceId().equals(districtPlaceId));
    }

    /** How many streets and zones lie in a ward that nobody has told yet. */
    public long openMoves() {
        return moves.stream().filter(move -> move.to().isEmpty()).count();
    }

    private Place newPlace(String placeId) {
        return started.stream().filter(place -> place.placeId().equals(placeId)).findFirst().orElseThrow();
    }

    /** Works out what {@code draft}, which fits {@code places}, does to them. */
    public static EditionPlan of(PlaceDirectory places, EditionDraft draft) {
        return new Work(places, draft).plan();
    }

    /** The steps of the working out. */
    private static final class Work {
        private final PlaceDirectory places;
        private final EditionDraft draft;
        private final LocalDate before;
        private final Validity validity;
        private final Map<String, Place> codeToWard = new LinkedHashMap<>();
        private final List<Place> started = new ArrayList<>();
        private final Map<String, Place> ended = new TreeMap<>();
        private final List<Succession> successions = new ArrayList<>();
        private final List<Membership> endedMemberships = new ArrayList<>();
        private final List<Membership> startedMemberships = new ArrayList<>();
        private final List<Recycled> recycled = new ArrayList<>();
        private final List<Move> moves = new ArrayList<>();

        Work(PlaceDirectory places, EditionDraft draft) {
            this.places = places;
            this.draft = draft;
            this.before = draft.validFrom().minusDays(1);
            this.validity = Validity.since(draft.validFrom());
        }

        EditionPlan plan() {
            draft.wards().forEach(this::startWard);
            ended.values().forEach(ward -> endedMemberships.addAll(places.membershipsOf(ward, before)));
            draft.streets().forEach(this::placeStreet);
            Stream.concat(places.streets().stream(), places.zones().stream()).forEach(this::follow);
            return new EditionPlan(draft.validFrom(), started, List.copyOf(ended.values()), successions,
                    endedMemberships, startedMemberships, recycled, moves);
        }

        private void startWard(EditionDraft.Ward line) {
            Place ward = new Place(wardId(line.code()), PlaceKind.WARD, line.code(), line.names().vi(),
                    line.names().en().orElse(null), validity, new JsonObject().put("type", line.type()));
            started.add(ward);
            codeToWard.put(line.code(), ward);
            for (Place district : line.districts()) {
                startedMemberships.add(new Membership(ward.placeId(), district.placeId(), "", validity,
                        new JsonObject().put(PRINCIPAL, district.equals(line.districts().getFirst()))));
            }
            line.whole().forEach(old -> succeed(old, ward, false));
            line.parts().forEach(old -> succeed(old, ward, true));
            places.wards().stream()
                    .filter(old -> old.code().equals(line.code()))
                    .max(Comparator.comparing(old -> old.validity().from()))
                    .ifPresent(meant -> recycled.add(new Recycled(ward, meant)));
        }

        private void succeed(Place old, Place ward, boolean split) {
            ended.put(old.code(), old);
            successions.add(new Succession(old.placeId(), ward.placeId(), split));
        }

        /** A place id is final: two editions of one year need the day as well. */
        private String wardId(String code) {
            String ofYear = "ward-" + code + '-' + draft.validFrom().getYear();
            return places.byId(ofYear).isEmpty()
                    ? ofYear
                    : "ward-" + code + '-' + draft.validFrom().toString().replace("-", "");
        }

        private void placeStreet(EditionDraft.Street line) {
            Place street = line.known().orElseGet(() -> startStreet(line));
            Place ward = Optional.ofNullable(codeToWard.get(line.wardCode()))
                    .or(() -> places.ward(line.wardCode(), before)).orElseThrow();
            List<Membership> wards = wardMemberships(street);
            endedMemberships.addAll(wards);
            startedMemberships.add(in(street, ward, new JsonObject().put("confidence", "high")));
            moves.add(new Move(street, wards.stream().findFirst().flatMap(one -> places.byId(one.containerPlaceId())),
                    Optional.of(ward)));
        }

        private Place startStreet(EditionDraft.Street line) {
            Place street = new Place("street-" + line.code(), PlaceKind.STREET, line.code(), line.names().vi(),
                    line.names().en().orElse(null), validity, new JsonObject());
            started.add(street);
            line.districts().forEach(district -> startedMemberships.add(in(street, district, new JsonObject()
                    .put(PRINCIPAL, district.equals(line.districts().getFirst())))));
            return street;
        }

        /** A street or zone that the edition does not place goes where its ward goes, if that is one place. */
        private void follow(Place place) {
            if (draft.streets().stream().anyMatch(line -> line.known().filter(place::equals).isPresent())) {
                return;
            }
            for (Membership membership : wardMemberships(place)) {
                Place old = places.byId(membership.containerPlaceId()).orElseThrow();
                if (ended.containsValue(old)) {
                    endedMemberships.add(membership);
                    Optional<Place> next = wholeSuccessor(old);
                    next.filter(ward -> startedMemberships.stream().noneMatch(one -> isIn(one, place, ward)))
                            .ifPresent(ward -> startedMemberships.add(in(place, ward, membership.details())));
                    moves.add(new Move(place, Optional.of(old), next));
                }
            }
        }

        private static boolean isIn(Membership membership, Place place, Place ward) {
            return membership.memberPlaceId().equals(place.placeId())
                    && membership.containerPlaceId().equals(ward.placeId());
        }

        private Optional<Place> wholeSuccessor(Place old) {
            return successions.stream()
                    .filter(one -> one.oldPlaceId().equals(old.placeId()) && !one.split())
                    .findFirst()
                    .flatMap(one -> started.stream()
                            .filter(place -> place.placeId().equals(one.newPlaceId()))
                            .findFirst());
        }

        private List<Membership> wardMemberships(Place place) {
            return places.membershipsOf(place, before).stream()
                    .filter(one -> places.byId(one.containerPlaceId()).orElseThrow().kind() == PlaceKind.WARD)
                    .toList();
        }

        private Membership in(Place member, Place container, JsonObject details) {
            return new Membership(member.placeId(), container.placeId(), "", validity, details);
        }
    }
}
