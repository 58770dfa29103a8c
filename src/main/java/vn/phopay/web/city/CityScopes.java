package vn.phopay.web.city;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.phopay.access.Principal;
import vn.phopay.adoption.Interval;
import vn.phopay.figure.Figures;
import vn.phopay.figure.Period;
import vn.phopay.figure.ReadFigures;
import vn.phopay.metric.Metric;
import vn.phopay.metric.ScopeKind;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceKind;
import vn.phopay.web.View;

/**
 * What trends can be drawn for. The city, every district, category and bank are for all staff; wards, zones and streets
 * only for staff of a district that they lie in.
 */
public final class CityScopes {
    private final PlaceDirectory places;
    private final LocalDate today;

    CityScopes(PlaceDirectory places, LocalDate today) {
        this.places = places;
        this.today = today;
    }

    /**
     * Scopes of one kind, for a list.
     *
     * @param title what the kind is called
     * @param choices its scopes
     */
    public record Group(String title, List<Choice> choices) {
        /** Copies {@code choices}. */
        public Group {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A scope to be chosen.
     *
     * @param id of the scope
     * @param name what it is called
     */
    public record Choice(String id, String name) {}

    /** What kind of scope an id names; ids of scopes tell by how they begin. */
    static ScopeKind kind(String scopeId) {
        String word = scopeId.contains("-") ? scopeId.substring(0, scopeId.indexOf('-')) : scopeId;
        for (ScopeKind kind : ScopeKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw CityPath.notFound();
    }

    /** Whether there is such a scope and {@code who} may see it. */
    boolean isSeen(String scopeId, Principal who) {
        return switch (kind(scopeId)) {
            case CITY -> scopeId.equals(Figures.CITY);
            case DISTRICT -> places.byId(scopeId).isPresent();
            case CATEGORY, BANK -> scopeId.matches("(category|bank)-[A-Za-z0-9_-]{1,40}");
            case WARD, ZONE, STREET -> places.byId(scopeId).filter(place -> isOf(place, who)).isPresent();
        };
    }

    private boolean isOf(Place place, Principal who) {
        LocalDate last = place.validity().to();
        LocalDate day = last != null && last.isBefore(today) ? last : today;
        List<Place> districts = places.districtsOf(place, day);
        return who.districtCodes().isEmpty()
                || districts.stream().anyMatch(district -> who.staffOf(district.code()));
    }

    /** What {@code metric} is kept for and the caller may see, in groups; categories and banks that have figures. */
    List<Group> choices(Metric metric, View view, SqlClient client) {
        Principal who = view.caller().orElseThrow();
        CityNames names = new CityNames(places, view.language());
        List<Group> groups = new ArrayList<>();
        for (ScopeKind kind : ScopeKind.values()) {
            if (metric.scopes().contains(kind)) {
                List<Choice> choices = switch (kind) {
                    case CITY -> List.of(new Choice(Figures.CITY, view.text("city.whole")));
                    case DISTRICT -> choices(places.districts(), names, who);
                    case WARD -> choices(places.wards(today), names, who);
                    case ZONE -> choices(places.zones(), names, who);
                    case STREET -> choices(places.streets(), names, who);
                    case CATEGORY, BANK -> kept(kind, client);
                };
                groups.add(new Group(view.text("city.scope." + kind.name()), choices));
            }
        }
        return groups;
    }

    private List<Choice> choices(List<Place> list, CityNames names, Principal who) {
        return list.stream()
                .filter(place -> place.kind() == PlaceKind.DISTRICT || isOf(place, who))
                .map(place -> new Choice(place.placeId(), names.full(place)))
                .toList();
    }

    private List<Choice> kept(ScopeKind kind, SqlClient client) {
        Map<String, Figures> scopes = Future.await(
                new ReadFigures().across(client, kind, Period.of(Interval.MONTH, today)));
        return scopes.keySet().stream()
                .map(id -> new Choice(id, id.substring(id.indexOf('-') + 1)))
                .toList();
    }
}
