package vn.phopay.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlaceSeedTest {
    private static final LocalDate BEFORE = LocalDate.of(2025, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2025, 7, 1);

    private final PlaceSeed seed = PlaceSeed.load();
    private final PlaceDirectory directory = seed.directory();

    @Test
    void loadShouldHoldExactlyTheKnownPlacesWhenCounted() {
        Map<PlaceKind, Long> counts =
                seed.places().stream().collect(Collectors.groupingBy(Place::kind, Collectors.counting()));

        assertEquals(
                Map.of(PlaceKind.DISTRICT, 30L, PlaceKind.WARD, 526L + 126L, PlaceKind.STREET, 41L,
                        PlaceKind.ZONE, 11L),
                counts);
    }

    @Test
    void wardShouldBeOfTheEditionOfTheDayWhenItsCodeWasUsedAgain() {
        assertTrue(directory.ward("00004", LocalDate.of(2024, 12, 31)).isEmpty());
        assertEquals("ward-00004-until-2025", directory.ward("00004", BEFORE).orElseThrow().placeId());
        assertEquals("Phường Trúc Bạch", directory.ward("00004", BEFORE).orElseThrow().nameVi());
        assertEquals("ward-00004-2025", directory.ward("00004", AFTER).orElseThrow().placeId());
        assertEquals("Phường Trúc Bạch", directory.ward("00004", AFTER).orElseThrow().details()
                .getString("codeMeantBefore"));
    }

    @Test
    void wardsShouldBeThoseOfTheDayWhenTheyAreCountedByDistrict() {
        assertEquals(526, directory.wards(BEFORE).size());
        assertEquals(126, directory.wards(AFTER).size());
        for (Place district : directory.districts()) {
            long wards = directory.wards(BEFORE).stream()
                    .filter(ward -> directory.districtsOf(ward, BEFORE).equals(List.of(district)))
                    .count();
            assertEquals((long) district.details().getInteger("wardsFrom2025"), wards, district.nameVi());
        }
    }

    @Test
    void successionsShouldLeadFromEveryOldWardToNewOnesWhenCounted() {
        assertEquals(794, seed.successions().size());
        for (Place old : directory.wards(BEFORE)) {
            List<Succession> next = directory.successorsOf(old);
            assertTrue(!next.isEmpty(), old.placeId());
            assertTrue(next.stream().allMatch(one -> one.split() == next.size() > 1), old.placeId());
        }
        for (Place ward : directory.wards(AFTER)) {
            assertTrue(!directory.predecessorsOf(ward).isEmpty(), ward.placeId());
            // A code that was used again means another area than the day before.
            directory.ward(ward.code(), BEFORE).ifPresent(meant -> assertTrue(
                    !meant.placeId().equals(ward.placeId())));
        }
    }

    @Test
    void wardsShouldAllHaveOnePrincipalDistrictWhenTheyTouchSeveral() {
        for (Place ward : directory.wards(AFTER)) {
            List<Membership> principals =
                    directory.membershipsOf(ward, AFTER).stream().filter(Membership::isPrincipal).toList();
            assertEquals(1, principals.size(), ward.placeId());
            assertEquals(
                    principals.getFirst().containerPlaceId(), directory.districtsOf(ward, AFTER).getFirst().placeId());
        }
        Place hongHa = directory.ward("00097", AFTER).orElseThrow();
        assertEquals(
                List.of("003", "001", "002", "004", "007"),
                directory.districtsOf(hongHa, AFTER).stream().map(Place::code).toList());
    }

    @Test
    void districtShouldStayWhenItIsNoAdministrativeUnitAnyMore() {
        Place hoanKiem = directory.district("002").orElseThrow();

        assertEquals("district-002", hoanKiem.placeId());
        assertTrue(hoanKiem.validity().covers(LocalDate.of(2026, 11, 22)));
        assertEquals("2025-06-30", hoanKiem.details().getString("administrativeUntil"));
    }

    @Test
    void streetShouldBeOnePlaceInTwoZonesWhenItRunsThroughBoth() {
        Place daoDuyTu = directory.street("dao-duy-tu").orElseThrow();

        Map<String, String> zoneToSegment = directory.membershipsOf(daoDuyTu, AFTER).stream()
                .filter(membership -> membership.containerPlaceId().startsWith("zone-"))
                .collect(Collectors.toMap(Membership::containerPlaceId, Membership::segment));
        assertEquals(
                Map.of("zone-hk-oldq", "Hàng Buồm - Lương Ngọc Quyến", "zone-hk-oldq-s", "Chợ Gạo - Ô Quan Chưởng"),
                zoneToSegment);
    }

    @Test
    void streetShouldLieInAWardOnlyWhenTheWardsOf2025AreInForce() {
        Place hangNgang = directory.street("hang-ngang").orElseThrow();

        assertTrue(directory.wardOfStreet(hangNgang, BEFORE).isEmpty());
        assertEquals("00070", directory.wardOfStreet(hangNgang, AFTER).orElseThrow().code());
        assertTrue(directory.touches(hangNgang, directory.district("002").orElseThrow(), BEFORE));
    }

    @Test
    void streetsShouldLieInADistrictThatTheirWardTouchesWhenBothAreKnown() {
        for (Place street : directory.streets()) {
            Place district = directory.districtsOf(street, AFTER).getFirst();
            directory.wardOfStreet(street, AFTER).ifPresent(ward ->
                    assertTrue(directory.touches(ward, district, AFTER), street.placeId()));
        }
    }

    @Test
    void streetIdShouldBeTheFoldedNameWhenOnlyOneDistrictHasAStreetOfThatName() {
        for (Place street : directory.streets()) {
            String folded = Normalizer.normalize(street.nameVi(), Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT).replace('đ', 'd').replace(' ', '-');
            boolean sonTay = directory.districtsOf(street, AFTER).getFirst().code().equals("269");
            assertEquals(sonTay ? folded + "-son-tay" : folded, street.code());
        }
    }

    @Test
    void namesShouldBeInNormalFormCWhenTheyAreRead() {
        seed.places().forEach(place -> assertTrue(
                Normalizer.isNormalized(place.nameVi(), Normalizer.Form.NFC), place.placeId()));
    }

    @Test
    void directoryShouldRefuseAMembershipWhenItsContainerIsUnknown() {
        Membership dangling = new Membership(
                "street-hang-ngang", "district-999", "", Validity.since(AFTER), new JsonObject());

        assertThrows(IllegalArgumentException.class, () -> new PlaceDirectory(seed.places(), List.of(dangling)));
    }

    @Test
    void parseShouldReadQuotedCellsWhenTheyHoldCommasAndQuotes() {
        SeedFile file = SeedFile.parse("test", "a,b\n\"x, \"\"y\"\"\",\n");

        assertEquals("x, \"y\"", file.rows().getFirst().get("a"));
        assertEquals("", file.rows().getFirst().get("b"));
        assertEquals(List.of(), file.rows().getFirst().list("b"));
    }

    @Test
    void parseShouldStopTheStartWhenARowDoesNotFitTheHeader() {
        assertThrows(IllegalStateException.class, () -> SeedFile.parse("test", "a,b\n1,2,3\n"));
    }

    @Test
    void validityShouldIncludeBothEndsWhenItHasThem() {
        Validity july = new Validity(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 31));

        assertEquals(
                List.of(false, true, true, false),
                List.of(
                        july.covers(LocalDate.of(2025, 6, 30)),
                        july.covers(LocalDate.of(2025, 7, 1)),
                        july.covers(LocalDate.of(2025, 7, 31)),
                        july.covers(LocalDate.of(2025, 8, 1))));
        assertThrows(IllegalArgumentException.class, () -> new Validity(AFTER, BEFORE));
    }
}
