package vn.phopay.http.place;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.Endpoint;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.EntityTag;
import vn.phopay.http.Reply;
import vn.phopay.place.Membership;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceKind;
import vn.phopay.time.BusinessDay;

/** GET /api/v1/places: the districts, wards, streets and zones of today, so that forms can offer them. */
public final class GetPlaces implements Endpoint {
    private static final EndpointSpec SPEC = EndpointSpec.get("/api/v1/places", Access.ANYONE);
    private static final String CACHE_CONTROL = "public, max-age=3600";
    private static final int NOT_MODIFIED = 304;

    private final PlaceDirectory places;
    private final Clock clock;
    private volatile Edition edition;

    /** Answers from {@code places}, as of the business day that {@code clock} tells. */
    public GetPlaces(PlaceDirectory places, Clock clock) {
        this.places = places;
        this.clock = clock;
        this.edition = write(BusinessDay.of(clock.instant()));
    }

    /** The answer of one day and state of the places, written once. */
    private record Edition(LocalDate day, long version, Buffer body, String tag) {}

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Future<Reply> handle(Call call) {
        Edition today = ofToday();
        Reply reply = EntityTag.isCached(call, today.tag())
                ? new Reply(NOT_MODIFIED, Map.of(), Buffer.buffer())
                : Reply.bytes(200, Reply.JSON, today.body());
        return Future.succeededFuture(reply.with("etag", today.tag()).with("cache-control", CACHE_CONTROL));
    }

    private Edition ofToday() {
        LocalDate today = BusinessDay.of(clock.instant());
        Edition written = edition;
        if (!written.day().equals(today) || written.version() != places.version()) {
            written = write(today);
            edition = written;
        }
        return written;
    }

    private Edition write(LocalDate day) {
        long version = places.version();
        Buffer body = new JsonObject()
                .put("districts", list(places.districts(), this::district))
                .put("wards", list(places.wards(day), ward -> ward(ward, day)))
                .put("streets", list(places.streets(), street -> street(street, day)))
                .put("zones", list(places.zones(), zone -> zone(zone, day)))
                .toBuffer();
        return new Edition(day, version, body, EntityTag.ofBytes(body));
    }

    private static JsonArray list(List<Place> places, Function<Place, JsonObject> writer) {
        return new JsonArray(places.stream().map(writer).toList());
    }

    private JsonObject district(Place place) {
        JsonObject details = place.details();
        return new JsonObject()
                .put("code", place.code())
                .put("name", place.nameVi())
                .put("nameEn", place.nameEn())
                .put("type", details.getValue("type"))
                .put("administrativeUntil", details.getValue("administrativeUntil"))
                .put("tile", pick(details, Map.of("column", "tileColumn", "row", "tileRow")))
                .put("approximateCentre", pick(details, Map.of("latitude", "latitude", "longitude", "longitude")));
    }

    private JsonObject ward(Place place, LocalDate day) {
        return new JsonObject()
                .put("code", place.code())
                .put("name", place.nameVi())
                .put("nameEn", place.nameEn())
                .put("type", place.details().getValue("type"))
                .put("validFrom", place.validity().from().toString())
                .put("areaKm2", place.details().getValue("areaKm2"))
                .put("districtCode", districtCode(place, day))
                .put("districtCodes", codes(places.districtsOf(place, day)));
    }

    private JsonObject street(Place place, LocalDate day) {
        JsonArray zones = new JsonArray();
        places.membershipsOf(place, day).forEach(membership -> places.byId(membership.containerPlaceId())
                .filter(container -> container.kind() == PlaceKind.ZONE)
                .ifPresent(zone -> zones.add(inZone(zone, membership))));
        return new JsonObject()
                .put("id", place.code())
                .put("name", place.nameVi())
                .put("nameEn", place.nameEn())
                .put("districtCode", districtCode(place, day))
                .put("wardCode", places.wardOfStreet(place, day).map(Place::code).orElse(null))
                .put("zones", zones);
    }

    private static JsonObject inZone(Place zone, Membership membership) {
        return new JsonObject()
                .put("id", zone.code())
                .put("segment", membership.segment().isEmpty() ? null : membership.segment());
    }

    private JsonObject zone(Place place, LocalDate day) {
        JsonObject json = new JsonObject()
                .put("id", place.code())
                .put("name", place.nameVi())
                .put("nameEn", place.nameEn())
                .put("districtCode", districtCode(place, day));
        place.details().stream().filter(fact -> !fact.getKey().equals("sources"))
                .forEach(fact -> json.put(fact.getKey(), fact.getValue()));
        return json;
    }

    private static JsonObject pick(JsonObject details, Map<String, String> nameToDetail) {
        JsonObject json = new JsonObject();
        nameToDetail.forEach((name, detail) -> json.put(name, details.getValue(detail)));
        return json;
    }

    private String districtCode(Place place, LocalDate day) {
        return places.districtsOf(place, day).getFirst().code();
    }

    private static JsonArray codes(List<Place> places) {
        return new JsonArray(places.stream().map(Place::code).toList());
    }
}
