package vn.phopay.release;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.phopay.figure.Figures;
import vn.phopay.metric.ScopeKind;
import vn.phopay.place.Membership;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceKind;

/** Which scopes a release has, in which order, and what they are called. */
final class ReleaseScopes {
    /** The kinds that are published, in the order of files. */
    static final List<ScopeKind> KINDS = List.of(ScopeKind.CITY, ScopeKind.DISTRICT, ScopeKind.WARD, ScopeKind.ZONE,
            ScopeKind.STREET, ScopeKind.CATEGORY);
    private static final String CATEGORY_PREFIX = "category-";
    private static final String CITY_CODE = "01";
    private static final String CITY_NAME = "Thành phố Hà Nội";

    private final PlaceDirectory places;

    ReleaseScopes(PlaceDirectory places) {
        this.places = places;
    }

    /** The id under which figures of a category are kept. */
    static String categoryId(String code) {
        return CATEGORY_PREFIX + code;
    }

    /** Every scope on {@code day}; of categories those among {@code idsWithFigures}. */
    List<ReleaseScope> of(LocalDate day, Collection<String> idsWithFigures) {
        List<ReleaseScope> scopes = new ArrayList<>();
        scopes.add(new ReleaseScope(ScopeKind.CITY, Figures.CITY, CITY_CODE, CITY_NAME, ""));
        add(scopes, ScopeKind.DISTRICT, places.districts(), day);
        add(scopes, ScopeKind.WARD, places.wards(day), day);
        add(scopes, ScopeKind.ZONE, places.zones(), day);
        add(scopes, ScopeKind.STREET, places.streets(), day);
        idsWithFigures.stream().filter(id -> id.startsWith(CATEGORY_PREFIX)).sorted().forEach(id -> {
            String code = id.substring(CATEGORY_PREFIX.length());
            scopes.add(new ReleaseScope(ScopeKind.CATEGORY, id, code, code, ""));
        });
        return List.copyOf(scopes);
    }

    /**
     * What lies where on some days.
     *
     * @param inForce ids of the wards, streets and zones that there are
     * @param streetToZones of those zones, which a street lies in
     */
    record Layout(Set<String> inForce, Map<String, Set<String>> streetToZones) {}

    /** Days in a row on which everything lies where it did. */
    record Spell(LocalDate from, LocalDate to, Layout layout) {}

    /** What lies where on {@code day}. */
    Layout layout(LocalDate day) {
        Set<String> inForce = Stream.of(places.wards(), places.streets(), places.zones()).flatMap(List::stream)
                .filter(place -> place.validity().covers(day)).map(Place::placeId).collect(Collectors.toSet());
        Map<String, Set<String>> streetToZones = new HashMap<>();
        for (Place street : places.streets()) {
            Set<String> zones = places.membershipsOf(street, day).stream().map(Membership::containerPlaceId)
                    .filter(inForce::contains)
                    .filter(id -> places.byId(id).filter(place -> place.kind() == PlaceKind.ZONE).isPresent())
                    .collect(Collectors.toSet());
            if (!zones.isEmpty()) {
                streetToZones.put(street.placeId(), zones);
            }
        }
        return new Layout(inForce, streetToZones);
    }

    /** The days of {@code month}, parted where a place begins or ends or a street joins or leaves a zone. */
    List<Spell> spells(YearMonth month) {
        List<Spell> spells = new ArrayList<>();
        Spell running = new Spell(month.atDay(1), month.atDay(1), layout(month.atDay(1)));
        for (LocalDate day = month.atDay(2); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            Layout today = layout(day);
            if (today.equals(running.layout())) {
                running = new Spell(running.from(), day, today);
            } else {
                spells.add(running);
                running = new Spell(day, day, today);
            }
        }
        spells.add(running);
        return spells;
    }

    private void add(List<ReleaseScope> scopes, ScopeKind kind, List<Place> found, LocalDate day) {
        found.stream().filter(place -> place.validity().covers(day) || kind == ScopeKind.DISTRICT)
                .forEach(place -> scopes.add(new ReleaseScope(
                        kind, place.placeId(), place.code(), place.nameVi(), inside(kind, place, day), tile(place))));
    }

    private static ReleaseScope.Tile tile(Place place) {
        JsonObject details = place.details();
        return new ReleaseScope.Tile(details.getInteger("tileColumn", -1), details.getInteger("tileRow", -1));
    }

    private String inside(ScopeKind kind, Place place, LocalDate day) {
        Stream<Place> districts = kind == ScopeKind.DISTRICT
                ? Stream.empty() : places.districtsOf(place, day).stream();
        return districts.findFirst().map(Place::code).orElse("");
    }
}
