package vn.phopay.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.config.BookConfig.Threshold;

/** The thresholds that the book counts towards are a setting, each with its date and source. */
class BookConfigTest {
    private static BookConfig with(String thresholds) {
        return AppConfig.load(Map.of("PHOPAY_BOOK_THRESHOLDS", thresholds), null).book();
    }

    @Test
    void thresholdsShouldBeFiveHundredMillionAndOneBillionWithDateAndSourceUnlessSaidOtherwise() {
        List<Threshold> thresholds = AppConfig.load(Map.of(), null).book().thresholds();
        assertEquals(List.of(500_000_000L, 1_000_000_000L), thresholds.stream().map(Threshold::amountVnd).toList());
        for (Threshold threshold : thresholds) {
            assertEquals(LocalDate.of(2026, 1, 1), threshold.inForceFrom());
            assertTrue(threshold.source().contains("Nghị định 141/2026/NĐ-CP"), threshold.source());
            assertFalse(threshold.meaningVi().isEmpty());
            assertFalse(threshold.meaningEn().isEmpty());
        }
    }

    @Test
    void thresholdsShouldBeReadAsWritten() {
        assertEquals(List.of(new Threshold(5, LocalDate.of(2027, 3, 1), "vi", "en", "Luật 1"),
                        new Threshold(9_999_999_999_999L, LocalDate.of(2028, 1, 1), "a", "b", "c")),
                with("5::2027-03-01::vi::en::Luật 1 // 9999999999999 :: 2028-01-01 :: a :: b :: c").thresholds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5::2027-03-01::vi::en", "5::2027-03-01::vi::en::s::t", "5::2027-03-01::::en::s",
        "0::2027-03-01::vi::en::s", "-5::2027-03-01::vi::en::s", "5đ::2027-03-01::vi::en::s",
        "99999999999999::2027-03-01::vi::en::s", "5::1.3.2027::vi::en::s", "5::2027-02-30::vi::en::s",
        "5::2027-03-01::vi::en::s//", "//"})
    void thresholdsShouldStopTheStartWhenTheyCannotBeRead(String thresholds) {
        ConfigException refused = assertThrows(ConfigException.class, () -> with(thresholds));
        assertTrue(refused.getMessage().contains("PHOPAY_BOOK_THRESHOLDS"), refused.getMessage());
    }
}
