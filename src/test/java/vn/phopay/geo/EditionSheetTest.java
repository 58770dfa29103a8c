package vn.phopay.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.phopay.place.Place;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceSeed;

/** A hand-made edition: one ward divided, two merged under a code that is used again, the rest untouched. */
class EditionSheetTest {
    static final String HEADER =
            "kind,code,name_vi,name_en,type,valid_from,district_codes,predecessors,predecessors_split,ward_code\n";
    static final String GOOD = HEADER
            + "WARD,00070,Phường Hồ Gươm,Ho Guom,WARD,2027-01-01,002,,00070,\n"
            + "WARD,00071,Phường Phố Cổ,,WARD,2027-01-01,002+001,,00070,\n"
            + "WARD,00004,Phường Ba Đình Mới,,WARD,2027-01-01,001+002+003+005,00004+00008,,\n"
            + "STREET,hang-ngang,Hàng Ngang,,,2027-01-01,,,,00071\n"
            + "STREET,pho-moi,Phố Mới,Pho Moi,,2027-01-01,002,,,00071\n";

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final PlaceDirectory places = PlaceSeed.load().directory();

    @Test
    void planShouldStartAndEndExactlyWhatTheTableSaysWhenItFits() {
        EditionPlan plan = plan(GOOD);

        assertEquals(LocalDate.of(2027, 1, 1), plan.validFrom());
        assertEquals(
                List.of("ward-00070-2027", "ward-00071-2027", "ward-00004-2027", "street-pho-moi"),
                plan.started().stream().map(Place::placeId).toList());
        assertEquals(
                Set.of("ward-00070-2025", "ward-00004-2025", "ward-00008-2025"),
                plan.ended().stream().map(Place::placeId).collect(Collectors.toSet()));
        assertEquals(4, plan.successions().size());
        assertTrue(plan.isSplit(ward("00070")));
        assertEquals(List.of("ward-00004-2027"),
                plan.successorsOf(ward("00008")).stream().map(Place::placeId).toList());
    }

    @Test
    void planShouldNameCodesThatMeantAnotherAreaWhenTheyAreUsedAgain() {
        assertEquals(
                Set.of("ward-00070-2027 meant ward-00070-2025", "ward-00004-2027 meant ward-00004-2025"),
                plan(GOOD).recycled().stream()
                        .map(one -> one.ward().placeId() + " meant " + one.meant().placeId())
                        .collect(Collectors.toSet()));
    }

    @Test
    void planShouldPlaceStreetsByTheTableAndLeaveOthersOpenWhenTheirWardIsDivided() {
        EditionPlan plan = plan(GOOD);

        assertEquals(Optional.of("ward-00071-2027"), move(plan, "street-hang-ngang"));
        assertEquals(Optional.empty(), move(plan, "street-hang-dao"));
        // Ngũ Xã lies in a ward that goes wholly into another, and so does its zone.
        assertEquals(Optional.of("ward-00004-2027"), move(plan, "street-ngu-xa"));
        assertEquals(Optional.of("ward-00004-2027"), move(plan, "zone-bd-nguxa"));
        assertTrue(plan.moves().stream().noneMatch(one -> one.place().placeId().equals("street-hang-khay")));
        assertTrue(plan.endedMemberships().stream().noneMatch(one -> one.containerPlaceId().startsWith("zone-")));
    }

    @Test
    void wardShouldHaveTheDayInItsIdWhenItsYearHasOneOfTheCode() {
        EditionPlan plan = plan(GOOD.replace("2027-01-01", "2025-09-01"));

        assertEquals("ward-00070-20250901", plan.started().getFirst().placeId());
    }

    @Test
    void readShouldTellContradictionsWhenLinesDisagree() {
        assertEquals(
                List.of(
                        SheetFault.of(2, "predecessors_split", SheetFault.Kind.SPLIT_ONCE, "00070"),
                        SheetFault.of(3, "code", SheetFault.Kind.CODE_IN_USE, "Phường Cửa Nam"),
                        SheetFault.of(4, "predecessors", SheetFault.Kind.WHOLE_TWICE, "00008", "3"),
                        SheetFault.of(4, "district_codes", SheetFault.Kind.DISTRICT_LEFT_OUT, "00008", "001"),
                        SheetFault.of(4, "district_codes", SheetFault.Kind.DISTRICT_LEFT_OUT, "00004", "001"),
                        SheetFault.of(5, "ward_code", SheetFault.Kind.WARD_UNKNOWN, "2027-01-01")),
                faults(HEADER + "WARD,00070,A,,WARD,2027-01-01,002,,00070,\n"
                        + "WARD,00082,B,,WARD,2027-01-01,001+005,00008,,\n"
                        + "WARD,00004,C,,WARD,2027-01-01,002,00008+00004,,\n"
                        + "STREET,hang-ngang,Hàng Ngang,,,2027-01-01,,,,00008\n"));
    }

    @Test
    void readShouldTellFaultyCellsWhenThereAreAny() {
        assertEquals(
                List.of(
                        SheetFault.of(2, "code", SheetFault.Kind.CODE),
                        SheetFault.of(2, "type", SheetFault.Kind.WORD, "WARD, COMMUNE, TOWNSHIP"),
                        SheetFault.of(2, "district_codes", SheetFault.Kind.DISTRICT_UNKNOWN),
                        SheetFault.of(2, "predecessors", SheetFault.Kind.WARD_UNKNOWN, "2026-12-31"),
                        SheetFault.of(3, "valid_from", SheetFault.Kind.DAY_OTHER, "2027-01-01"),
                        SheetFault.of(3, "predecessors", SheetFault.Kind.NO_PREDECESSOR),
                        SheetFault.of(3, "ward_code", SheetFault.Kind.NOT_HERE),
                        SheetFault.of(4, "kind", SheetFault.Kind.WORD, "WARD, STREET"),
                        SheetFault.of(5, "name_vi", SheetFault.Kind.MISSING),
                        SheetFault.of(6, "code", SheetFault.Kind.TWICE, "5")),
                faults(HEADER + "WARD,7,A,,CITY,2027-01-01,999,00001,,\n"
                        + "WARD,00070,B,,WARD,2027-02-01,002,,,00070\nZONE,x,C,,,2027-01-01,,,,\n"
                        + "STREET,hang-ngang,,,,2027-01-01,,,,00082\nSTREET,hang-ngang,D,,,2027-01-01,,,,00082\n"));
    }

    @Test
    void readShouldRefuseADayWhenItIsNotAfterTheNewestEditionOrTooFarAhead() {
        assertEquals(SheetFault.Kind.DAY_EARLY, faults(GOOD.replace("2027-01-01", "2025-07-01")).getFirst().kind());
        assertEquals(SheetFault.Kind.DAY_EARLY, faults(GOOD.replace("2027-01-01", "2025-08-01")).getFirst().kind());
        assertEquals(SheetFault.Kind.DAY_LATE, faults(GOOD.replace("2027-01-01", "2031-01-01")).getFirst().kind());
    }

    private static Optional<String> move(EditionPlan plan, String placeId) {
        return plan.moves().stream().filter(one -> one.place().placeId().equals(placeId)).findFirst().orElseThrow()
                .to().map(Place::placeId);
    }

    private Place ward(String code) {
        return places.ward(code, TODAY).orElseThrow();
    }

    private EditionPlan plan(String csv) {
        EditionSheet.Outcome outcome = read(csv);
        EditionSheet.Good good = assertInstanceOf(EditionSheet.Good.class, outcome, outcome.toString());
        return EditionPlan.of(places, good.draft());
    }

    private List<SheetFault> faults(String csv) {
        return assertInstanceOf(EditionSheet.Faulty.class, read(csv)).faults();
    }

    private EditionSheet.Outcome read(String csv) {
        return EditionSheet.read(csv.getBytes(StandardCharsets.UTF_8), places,
                csv.contains("2025-09-01") ? LocalDate.of(2026, 1, 1) : TODAY);
    }
}
