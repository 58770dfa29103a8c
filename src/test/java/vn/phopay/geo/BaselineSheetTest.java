package vn.phopay.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.phopay.access.Principal;
import vn.phopay.access.Role;
import vn.phopay.place.PlaceSeed;

/** Denominators as tables. */
class BaselineSheetTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String HEADER = "district_code,ward_code,street_id,valid_from,premises,target,source\n";

    private final BaselineSheet sheet = new BaselineSheet(PlaceSeed.load().directory());

    @Test
    void readShouldFindThePlaceOfTheDayWhenACodeWasUsedAgain() {
        List<Baseline> good = good("002,,,2026-07-01,11200,0.6,S\n,00004,,2025-06-30,80,,S\n"
                + ",00004,,2025-07-01,900,35%,S\n"
                + ",,hang-ngang,1/7/2026,84,\"0,5\",S\n");

        assertEquals(
                List.of("district-002", "ward-00004-until-2025", "ward-00004-2025", "street-hang-ngang"),
                good.stream().map(one -> one.place().placeId()).toList());
        assertEquals(new BigDecimal("0.3500"), good.get(2).figures().target().orElseThrow());
        assertEquals(new BigDecimal("0.5000"), good.get(3).figures().target().orElseThrow());
        assertEquals(LocalDate.of(2026, 7, 1), good.get(3).validFrom());
        assertTrue(good.get(1).figures().target().isEmpty());
    }

    @Test
    void readShouldTellEveryFaultWithItsLineAndColumnWhenThereAreSeveral() {
        assertEquals(
                List.of(
                        SheetFault.of(2, "premises", SheetFault.Kind.NUMBER, "0", "10000000"),
                        SheetFault.of(2, "source", SheetFault.Kind.MISSING),
                        SheetFault.of(3, "district_code", SheetFault.Kind.DISTRICT_UNKNOWN, "2026-07-01"),
                        SheetFault.of(3, "target", SheetFault.Kind.RATE),
                        SheetFault.of(4, "ward_code", SheetFault.Kind.ONE_PLACE),
                        SheetFault.of(5, "valid_from", SheetFault.Kind.DAY),
                        SheetFault.of(6, "ward_code", SheetFault.Kind.WARD_UNKNOWN, "2024-12-31"),
                        SheetFault.of(7, "valid_from", SheetFault.Kind.DAY_LATE, "2031-11-27")),
                faults("002,,,2026-07-01,-1,,\n999,,,2026-07-01,1,1.01,S\n002,00070,,2026-07-01,1,,S\n"
                        + "002,,,2026-13-01,1,,S\n,00070,,2024-12-31,1,,S\n002,,,2099-01-01,1,,S\n"));
    }

    @Test
    void readShouldTakeTheBoundsAndNothingBeyondWhenTheyAreTyped() {
        assertEquals(2, good("002,,,2014-04-01,0,0,S\n002,,,2014-04-02,10000000,1.0000,S\n").size());
        assertEquals(
                List.of(
                        SheetFault.of(2, "valid_from", SheetFault.Kind.DAY_EARLY, "2014-04-01"),
                        SheetFault.of(3, "premises", SheetFault.Kind.NUMBER, "0", "10000000"),
                        SheetFault.of(4, "target", SheetFault.Kind.RATE),
                        SheetFault.of(5, "target", SheetFault.Kind.RATE),
                        SheetFault.of(6, "source", SheetFault.Kind.LONG, "300")),
                faults("002,,,2014-03-31,1,,S\n002,,,2026-01-01,10000001,,S\n002,,,2026-01-02,1,100.01%,S\n"
                        + "002,,,2026-01-03,1,0.12345,S\n002,,,2026-01-04,1,1," + "s".repeat(301) + "\n"));
    }

    @Test
    void readShouldRefuseAPlaceAndDayWhenTheyStandTwice() {
        assertEquals(
                List.of(SheetFault.of(4, "valid_from", SheetFault.Kind.TWICE, "2")),
                faults("002,,,2026-07-01,1,,S\n002,,,2026-07-02,1,,S\n002,,,2026-07-01,2,,S\n"));
    }

    @Test
    void readShouldRefuseOthersDistrictsWhenTheCallerIsLimited() {
        Principal limited = new Principal(UUID.randomUUID(), Role.ANALYST, Set.of("002"));
        byte[] csv = (HEADER + "002,,,2026-07-01,1,,S\n,,hang-ngang,2026-07-01,1,,S\n,00070,,2026-07-01,1,,S\n"
                + "001,,,2026-07-01,1,,S\n").getBytes(StandardCharsets.UTF_8);

        BaselineSheet.Faulty faulty =
                assertInstanceOf(BaselineSheet.Faulty.class, sheet.read(csv, limited, TODAY));

        assertEquals(List.of(SheetFault.of(5, "district_code", SheetFault.Kind.NOT_YOURS)), faulty.faults());
        assertTrue(faulty.isOnlyNotYours());
    }

    @Test
    void faultyTableShouldNotLookForbiddenWhenOtherThingsAreWrong() {
        byte[] csv = (HEADER + "001,,,2026-07-01,x,,S\n").getBytes(StandardCharsets.UTF_8);
        Principal limited = new Principal(UUID.randomUUID(), Role.ANALYST, Set.of("002"));

        assertFalse(assertInstanceOf(BaselineSheet.Faulty.class, sheet.read(csv, limited, TODAY)).isOnlyNotYours());
    }

    private List<Baseline> good(String lines) {
        return assertInstanceOf(BaselineSheet.Good.class, read(lines)).baselines();
    }

    private List<SheetFault> faults(String lines) {
        return assertInstanceOf(BaselineSheet.Faulty.class, read(lines)).faults();
    }

    private BaselineSheet.Outcome read(String lines) {
        Principal admin = new Principal(UUID.randomUUID(), Role.ADMIN, Set.of());
        return sheet.read((HEADER + lines).getBytes(StandardCharsets.UTF_8), admin, TODAY);
    }
}
