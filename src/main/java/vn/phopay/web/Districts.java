package vn.phopay.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.phopay.merchant.Language;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;

/** The districts as markup without figures, which scripts fill in: the tiles of the cartogram and the table's rows. */
final class Districts {
    private static final List<String> KINDS = List.of("Quận ", "Huyện ", "Thị xã ");
    private static final String TILE = """
            <li class="cell c%d r%d"><button type="button" class="tile" data-district="%s" aria-pressed="false">\
            <span class="tile-name">%s</span> <span class="tile-figure" data-figure>…</span>\
            </button></li>
            """;
    private static final String ROW = """
            <tr data-row="%s"><th scope="row">%s</th>\
            <td data-column="transactions">…</td><td data-column="amount">…</td>\
            <td data-column="activeOutlets7d">…</td><td data-column="approvedMerchants">…</td></tr>
            """;

    private final List<Place> districts;
    private final Language language;

    /** The districts of {@code places}, named in {@code language}. */
    Districts(PlaceDirectory places, Language language) {
        this.districts = places.districts();
        this.language = language;
    }

    /** One tile a district where the seed places it, in reading order, so that the keyboard walks as the eye does. */
    String tiles() {
        return districts.stream()
                .sorted(Comparator.comparing((Place place) -> number(place, "tileRow"))
                        .thenComparing(place -> number(place, "tileColumn")))
                .map(this::tile)
                .collect(Collectors.joining());
    }

    /** One row of the table a district, by code. */
    String rows() {
        return districts.stream()
                .map(place -> ROW.formatted(place.code(), Html.escape(shortName(place))))
                .collect(Collectors.joining());
    }

    private String tile(Place place) {
        return TILE.formatted(
                number(place, "tileColumn"), number(place, "tileRow"), place.code(), Html.escape(shortName(place)));
    }

    private String shortName(Place place) {
        if (language == Language.EN && place.nameEn() != null) {
            return place.nameEn();
        }
        return KINDS.stream()
                .filter(kind -> place.nameVi().startsWith(kind))
                .map(kind -> place.nameVi().substring(kind.length()))
                .findFirst()
                .orElse(place.nameVi());
    }

    private static int number(Place place, String detail) {
        return Integer.parseInt(String.valueOf(place.details().getValue(detail)));
    }
}
