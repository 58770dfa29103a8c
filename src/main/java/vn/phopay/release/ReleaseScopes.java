package vn.phopay.release;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.phopay.figure.Figures;
import vn.phopay.metric.ScopeKind;
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

    /** The zones that a street lies in on {@code day}. */
    List<String> zonesOf(String streetPlaceId, LocalDate day) {
        Optional<Place> street = places.byId(streetPlaceId);
        return street.stream().flatMap(found -> places.membershipsOf(found, day).stream())
                .flatMap(membership -> places.byId(membership.containerPlaceId()).stream())
                .filter(container -> container.kind() == PlaceKind.ZONE)
                .map(Place::placeId)
                .distinct()
                .toList();
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
