package vn.phopay.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.merchant.LocateOutlet;
import vn.phopay.place.PlaceDirectory;
import vn.phopay.place.PlaceSeed;
import vn.phopay.qr.Bank;
import vn.phopay.qr.BankTable;
import vn.phopay.testing.MovableClock;
import vn.phopay.time.BusinessDay;

/** What may be chosen is what may be registered: no street, ward or bank is offered in vain, none is left out. */
class ChoicesTest {
    private static final MovableClock CLOCK = MovableClock.morning();
    private static final PlaceDirectory PLACES =
            new PlaceDirectory(PlaceSeed.load().places(), PlaceSeed.load().memberships());
    private static final PlaceChoices CHOICES = new PlaceChoices(PLACES, CLOCK);

    @Test
    void streetsShouldAllBeOfferedUnderTheirDistrict() {
        List<PlaceChoices.Group> groups = CHOICES.streets();

        assertEquals(PLACES.streets().size(), groups.stream().mapToInt(group -> group.choices().size()).sum());
        PlaceChoices.Group hoanKiem = groups.stream().filter(group -> group.districtCode().equals("002")).findFirst()
                .orElseThrow();
        assertTrue(hoanKiem.choices().contains(new PlaceChoices.Choice("hang-ngang", "Hàng Ngang")));
        assertEquals("Quận Hoàn Kiếm", hoanKiem.districtName());
    }

    @Test
    void areasShouldEachBeAPlaceThatAnOutletCanStandIn() {
        LocateOutlet locate = new LocateOutlet(PLACES);
        List<PlaceChoices.Group> groups = CHOICES.areas();

        assertEquals(30, groups.size());
        List<String> wards = groups.stream().flatMap(group -> group.choices().stream())
                .map(choice -> choice.value().substring(choice.value().indexOf(':') + 1))
                .filter(code -> !code.isEmpty()).distinct().toList();
        assertEquals(126, wards.size());
        groups.stream().flatMap(group -> group.choices().stream()).forEach(choice -> assertTrue(
                locate.locate(PlaceChoices.areaOf(choice.value()).orElseThrow(), BusinessDay.of(CLOCK.instant()))
                        instanceof LocateOutlet.Located, choice.value()));
    }

    @Test
    void banksShouldEachBeOfferedOnceWithTheirNameInFull() {
        BankChoices banks = BankChoices.standard();
        List<BankChoices.Choice> all = Stream.concat(banks.common().stream(), banks.others().stream()).toList();

        Set<String> bins = all.stream().map(BankChoices.Choice::bin).collect(Collectors.toSet());
        assertEquals(bins.size(), all.size());
        assertEquals(BankTable.standard().all().stream().map(Bank::bin).collect(Collectors.toSet()), bins);
        assertTrue(all.stream().noneMatch(bank -> bank.name().equals(bank.bin()) || bank.fullName().isBlank()));
        assertEquals("Vietcombank", banks.common().getFirst().name());
        assertTrue(banks.common().getFirst().alsoCalled().contains("VCB"));
        assertTrue(banks.common().getFirst().fullName().contains("Ngoại thương"));
    }

    @ParameterizedTest
    @CsvSource({
        "Hộ kinh doanh Nguyễn Thị Hoà,NGUYEN THI HOA",
        "HKD: Bà Đặng Văn Lữ,DANG VAN LU",
        "Công ty TNHH Phố,CONG TY TNHH PHO",
        "Nguyễn Thị Bà Hoa,NGUYEN THI BA HOA",
        "'',''",
        "北京,''"})
    void holderShouldBeGuessedOutOfTheBusiness(String legalName, String holder) {
        assertEquals(holder, HolderName.guess(legalName));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "K7M3-9QX2,K7M39QX2", "k7m3 9qx2,K7M39QX2", "OIL0-0000,01100000", "K7M3-9QX,-", "K7M3-9QXU,-", "'',-"})
    void resumeCodeShouldForgiveWhatIsReadAmiss(String typed, String code) {
        assertEquals(code, ResumeCode.parse(typed).map(ResumeCode::text).orElse(null));
    }
}
