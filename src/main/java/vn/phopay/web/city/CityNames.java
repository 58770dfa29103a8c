package vn.phopay.web.city;

import java.util.List;
import java.util.Optional;
import vn.phopay.figure.Figures;
import vn.phopay.merchant.Language;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;

/** What places and other scopes of figures are called in lists and charts: short, without the sort of place. */
final class CityNames {
    private static final List<String> KINDS = List.of("Quận ", "Huyện ", "Thị xã ", "Phường ", "Xã ");

    private final PlaceDirectory places;
    private final Language language;

    CityNames(PlaceDirectory places, Language language) {
        this.places = places;
        this.language = language;
    }

    /** A place without the sort of it. */
    String brief(Place place) {
        String english = place.nameEn();
        if (language == Language.EN && english != null) {
            return english;
        }
        return KINDS.stream()
                .filter(kind -> place.nameVi().startsWith(kind))
                .map(kind -> place.nameVi().substring(kind.length()))
                .findFirst()
                .orElse(place.nameVi());
    }

    /** A place as it is called in full. */
    String full(Place place) {
        String english = place.nameEn();
        return language == Language.EN && english != null ? english : place.nameVi();
    }

    /** A scope of figures; {@code city} is what the whole city is called. */
    String scope(String scopeId, String city) {
        if (scopeId.equals(Figures.CITY)) {
            return city;
        }
        Optional<Place> place = places.byId(scopeId);
        return place.map(this::full).orElseGet(() -> scopeId.substring(scopeId.indexOf('-') + 1));
    }
}
