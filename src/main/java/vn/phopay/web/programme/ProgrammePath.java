package vn.phopay.web.programme;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.phopay.figure.Figures;
import vn.phopay.http.Call;
import vn.phopay.place.Place;

/** Addresses of the programme's pages. */
final class ProgrammePath {
    static final String CITY = "/thanh-pho";
    static final String DISTRICT = CITY + "/quan/{code}";
    static final String WARD = CITY + "/phuong/{placeId}";
    static final String ZONE = CITY + "/khong-gian/{zoneId}";
    static final String STREET = CITY + "/pho/{streetId}";
    static final String REGISTER = STREET + "/danh-ba";
    static final String PREMISES = REGISTER + "/{premises}";
    static final String WALKS = CITY + "/di-pho";
    static final String WALK = WALKS + "/{list}";
    static final String TARGETS = CITY + "/chi-tieu";
    static final String TARGET = TARGETS + "/{target}";
    static final String CAMPAIGNS = CITY + "/chien-dich";
    static final String CAMPAIGN = CAMPAIGNS + "/{campaign}";
    static final String FUNNEL = CITY + "/pheu";
    static final String BANKS = CITY + "/ngan-hang";
    static final String QUALITY = CITY + "/chat-luong";

    private ProgrammePath() {}

    /** Where a place is looked at. */
    static String of(Place place) {
        return switch (place.kind()) {
            case DISTRICT -> CITY + "/quan/" + place.code();
            case WARD -> CITY + "/phuong/" + place.placeId();
            case ZONE -> CITY + "/khong-gian/" + place.code();
            case STREET -> CITY + "/pho/" + place.code();
        };
    }

    static String register(Place street) {
        return of(street) + "/danh-ba";
    }

    static String walk(UUID list) {
        return WALKS + "/" + list;
    }

    /** The metric's own page. */
    static String metric(String id) {
        return "/chi-so/" + id;
    }

    /** The trend of a metric of a scope. */
    static String trend(String metric, String scopeId) {
        String scope = scopeId.equals(Figures.CITY) ? "" : "&noi=" + scopeId;
        return CITY + "/xu-huong?chi-so=" + metric + scope;
    }

    /** The file of a place's weekly trend from one day to another. */
    static String trendFile(String metric, String placeId, LocalDate from, LocalDate to) {
        return CITY + "/xu-huong.csv?chi-so=" + metric + "&ky=week&tu=" + from + "&den=" + to + "&noi=" + placeId;
    }

    /** An id in the path; what is none is not found. */
    static UUID id(Call call, String name) {
        return parse(call.path(name)).orElseThrow(OwnPlaces::notFound);
    }

    static Optional<UUID> parse(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
