package vn.phopay.place;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The places that ship with the product, read from {@code resources/seed}; where each fact comes from stands in
 * {@code seed/SOURCES.md}.
 */
public final class PlaceSeed {
    /** The day on which the wards of the 2025 reorganisation came into force. */
    public static final LocalDate WARDS_SINCE = LocalDate.of(2025, 7, 1);
    /** The first day on which the wards that ended with it are known: some had been merged the day before. */
    public static final LocalDate OLD_WARDS_SINCE = LocalDate.of(2025, 1, 1);
    /** The first day this directory vouches for: since then all 30 districts stand in their present borders. */
    public static final LocalDate DIRECTORY_SINCE = LocalDate.of(2014, 4, 1);

    private final Map<String, Place> idToPlace = new LinkedHashMap<>();
    private final Set<Membership> memberships = new LinkedHashSet<>();
    private final List<Succession> successions = new ArrayList<>();

    private PlaceSeed() {}

    /** Reads all seed files; a malformed one stops the start. */
    public static PlaceSeed load() {
        PlaceSeed seed = new PlaceSeed();
        SeedFile.load("districts.csv").rows().forEach(seed::addDistrict);
        SeedFile.load("wards-until-2025.csv").rows().forEach(seed::addOldWard);
        SeedFile.load("wards-2025.csv").rows().forEach(seed::addWard);
        SeedFile.load("zones.csv").rows().forEach(seed::addZone);
        SeedFile.load("streets.csv").rows().forEach(seed::addStreet);
        SeedFile.load("ward-successions.csv").rows().forEach(seed::addSuccession);
        return seed;
    }

    /** The places, containers before what lies in them. */
    public List<Place> places() {
        return List.copyOf(idToPlace.values());
    }

    /** Where they lie. */
    public List<Membership> memberships() {
        return List.copyOf(memberships);
    }

    /** Which ward followed which. */
    public List<Succession> successions() {
        return List.copyOf(successions);
    }

    /** A directory of all this. */
    public PlaceDirectory directory() {
        return new PlaceDirectory(places(), memberships, successions);
    }

    private void addDistrict(SeedFile.Row row) {
        JsonObject details = new SeedDetails(row)
                .texts("type", "administrative_until", "tax_office_code", "confidence", "sources")
                .integers("wards_until_2024", "wards_from_2025", "tile_column", "tile_row")
                .decimals("latitude", "longitude")
                .toJson()
                .put("statisticalArea", true);
        // No end date: the unit ended on 2025-06-30, the area in which its outlets are counted did not.
        add(new Place(districtId(row.get("code")), PlaceKind.DISTRICT, row.get("code"), row.get("name_vi"),
                row.get("name_en"), Validity.since(DIRECTORY_SINCE), details));
    }

    private void addOldWard(SeedFile.Row row) {
        Validity validity = new Validity(OLD_WARDS_SINCE, WARDS_SINCE.minusDays(1));
        JsonObject details = new SeedDetails(row).texts("type", "confidence").toJson();
        Place ward = new Place(oldWardId(row.get("code")), PlaceKind.WARD, row.get("code"), row.get("name_vi"),
                row.get("name_en"), validity, details);
        add(ward);
        JsonObject facts = new SeedDetails(row).texts("confidence").toJson().put(Membership.PRINCIPAL, true);
        add(new Membership(ward.placeId(), districtId(row.get("district_code")), "", validity, facts));
    }

    private void addWard(SeedFile.Row row) {
        Validity validity = Validity.since(LocalDate.parse(row.get("valid_from")));
        JsonObject details = new SeedDetails(row)
                .texts("type", "code_meant_before", "confidence")
                .integers("population")
                .decimals("area_km2", "latitude", "longitude")
                .toJson();
        Place ward = new Place(wardId(row.get("code")), PlaceKind.WARD, row.get("code"), row.get("name_vi"),
                row.get("name_en"), validity, details);
        add(ward);
        String principal = row.get("district_code");
        Stream.concat(Stream.of(principal), row.list("districts_touched").stream()).distinct().forEach(code -> {
            JsonObject facts = new SeedDetails(row).texts("confidence").toJson()
                    .put(Membership.PRINCIPAL, code.equals(principal));
            add(new Membership(ward.placeId(), districtId(code), "", validity, facts));
        });
    }

    private void addZone(SeedFile.Row row) {
        LocalDate since = LocalDate.parse(row.get("valid_from"));
        JsonObject details = new SeedDetails(row)
                .texts("type", "segment", "schedule", "opens", "closes", "season_note")
                .texts("opened", "status", "confidence", "sources")
                .toJson();
        Place zone = new Place(zoneId(row.get("zone_id")), PlaceKind.ZONE, row.get("zone_id"), row.get("name_vi"),
                row.get("name_en"), Validity.since(since), details);
        add(zone);
        add(new Membership(zone.placeId(), districtId(row.get("district_code")), "", zone.validity(),
                new JsonObject()));
        row.list("ward_codes").forEach(code -> add(inWard(zone, code, row)));
    }

    private void addSuccession(SeedFile.Row row) {
        Place old = require(oldWardId(row.get("old_code")));
        Place next = require(wardId(row.get("new_code")));
        successions.add(new Succession(old.placeId(), next.placeId(), row.get("split").equals("yes")));
    }

    private void addStreet(SeedFile.Row row) {
        JsonObject details = new SeedDetails(row).texts("legacy_ward").toJson();
        Place street = new Place(streetId(row.get("street_id")), PlaceKind.STREET, row.get("street_id"),
                row.get("name_vi"), row.get("name_en"), Validity.since(DIRECTORY_SINCE), details);
        add(street);
        add(new Membership(street.placeId(), districtId(row.get("district_code")), "", street.validity(),
                new JsonObject()));
        row.list("ward_code").forEach(code -> add(inWard(street, code, row)));
        Place zone = require(zoneId(row.get("zone_id")));
        add(new Membership(street.placeId(), zone.placeId(), row.get("segment"), zone.validity(),
                new SeedDetails(row).texts("confidence", "sources").toJson()));
    }

    private static Membership inWard(Place member, String wardCode, SeedFile.Row row) {
        LocalDate opened = member.validity().from();
        LocalDate since = opened.isBefore(WARDS_SINCE) ? WARDS_SINCE : opened;
        JsonObject facts = new JsonObject().put("confidence", row.get("ward_confidence"));
        return new Membership(member.placeId(), wardId(wardCode), "", Validity.since(since), facts);
    }

    /** A street in two zones stands in two rows: the second must repeat the first one's name. */
    private void add(Place place) {
        Place first = idToPlace.putIfAbsent(place.placeId(), place);
        if (first != null && !(place.kind() == PlaceKind.STREET && first.nameVi().equals(place.nameVi()))) {
            throw new IllegalStateException("two seed rows claim the id " + place.placeId());
        }
    }

    private void add(Membership membership) {
        memberships.add(membership);
    }

    private Place require(String placeId) {
        Place place = idToPlace.get(placeId);
        if (place == null) {
            throw new IllegalStateException("no seed row has the id " + placeId);
        }
        return place;
    }

    private static String districtId(String code) {
        return "district-" + code;
    }

    private static String wardId(String code) {
        return "ward-" + code + "-2025";
    }

    private static String oldWardId(String code) {
        return "ward-" + code + "-until-2025";
    }

    private static String streetId(String code) {
        return "street-" + code;
    }

    private static String zoneId(String code) {
        return "zone-" + code;
    }
}
