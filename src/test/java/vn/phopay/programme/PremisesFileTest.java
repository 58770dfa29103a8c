package vn.phopay.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of premises as spreadsheets write them, and what is said about wrong lines. */
class PremisesFileTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final String HEAD = "so_nha,ten,nganh,tinh_trang,nguon,ngay\n";

    @Test
    void fileShouldBeReadWithQuotesSemicolonsAndByteOrderMark() {
        String csv = "\ufeffTên;Số nhà;Nguồn;Ngày\r\n\"Phở \"\"Hoa\"\"; ngon\";12A;Tổ 5;21/11/2026\r\n\r\n";
        PremisesFile file = PremisesFile.read(csv, TODAY);
        assertTrue(file.isGood(), file.toString());
        Premises.Seen seen = file.lines().getFirst().seen().orElseThrow();
        assertEquals("Phở \"Hoa\"; ngon", seen.name());
        assertEquals(Premises.Status.TRADING, seen.status());
        assertEquals(LocalDate.parse("2026-11-21"), seen.on());
        assertEquals(Optional.empty(), seen.categoryCode());
    }

    @Test
    void missingColumnsShouldBeNamed() {
        PremisesFile file = PremisesFile.read("ten,nganh\nPhở,5812\n", TODAY);
        assertEquals(List.of(PremisesFile.Column.HOUSE_NUMBER, PremisesFile.Column.SOURCE, PremisesFile.Column.SEEN_ON),
                file.missing());
        assertFalse(file.isGood());
        assertFalse(PremisesFile.read("", TODAY).isGood());
        assertFalse(PremisesFile.read(HEAD, TODAY).isGood(), "a file without lines brings nothing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "12,,,,Tổ 5,2026-11-21|NAME_MISSING", "12,Phở,,,,2026-11-21|SOURCE_MISSING",
        "12,Phở,58,,Tổ 5,2026-11-21|CATEGORY_UNKNOWN", "12,Phở,,có lẽ,Tổ 5,2026-11-21|STATUS_UNKNOWN",
        "12,Phở,,,Tổ 5,hôm qua|DAY_UNKNOWN", "12,Phở,,,Tổ 5,2026-11-23|DAY_AHEAD",
        "12,Phở 0912 345 678,,,Tổ 5,2026-11-21|PHONE_NUMBER"})
    void wrongLineShouldSayWhatIsWrong(String line, PremisesFile.Fault fault) {
        PremisesFile file = PremisesFile.read(HEAD + line + "\n14,Bún chả,5812,đóng cửa,Tổ 5,2026-11-22\n", TODAY);
        assertEquals(List.of(fault), file.lines().getFirst().faults());
        assertEquals(List.of(), file.lines().getLast().faults());
        assertFalse(file.isGood());
    }

    @Test
    void sameShopTwiceShouldBeSaid() {
        PremisesFile file = PremisesFile.read(
                HEAD + "12A,Phở Hoa,,,Tổ 5,2026-11-21\nSố 12a,PHỞ  HOA,,,Tổ 5,2026-11-21\n",
                TODAY);
        assertEquals(List.of(PremisesFile.Fault.TWICE), file.lines().getLast().faults());
        assertEquals(3, file.lines().getLast().number());
    }
}
