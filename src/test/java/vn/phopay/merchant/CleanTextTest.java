package vn.phopay.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    @Test
    void upToShouldGiveNormalFormCWhenMarksAreSentApart() {
        assertEquals(Optional.of("Phở Hoa"), CleanText.upTo(7).apply("  Pho\u031b\u0309 \u00a0Hoa "));
    }

    @Test
    void upToShouldCountCharactersOfTheNormalFormWhenItLimitsLength() {
        assertEquals(Optional.of("Phở"), CleanText.upTo(3).apply("Pho\u031b\u0309"));
        assertTrue(CleanText.upTo(2).apply("Phở").isEmpty());
        assertEquals(Optional.of("🍜🍜"), CleanText.upTo(2).apply("🍜🍜"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "  ", "\u00a0", "a\u0000b", "a\tb", "a\nb", "a\u200bb", "a\u202eb", "a\ufeffb", "\ud83c"
    })
    void upToShouldGiveNothingWhenTheTextIsBlankOrHoldsInvisibleCharacters(String text) {
        assertTrue(CleanText.upTo(100).apply(text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Thị Hoà, NGUYEN THI HOA",
        "CONG TY TNHH PHO & BUN (HN), CONG TY TNHH PHO & BUN (HN)",
        "Đặng  Đức đạt, DANG DUC DAT"
    })
    void accountNameShouldBeWrittenAsBanksDoWhenItIsVietnamese(String text, String expected) {
        assertEquals(Optional.of(expected), CleanText.accountName(text, 70));
    }

    @Test
    void accountNameShouldBeRefusedWhenALetterHasNoAsciiForm() {
        assertTrue(CleanText.accountName("Иван", 70).isEmpty());
        assertTrue(CleanText.accountName("HOA_1", 70).isEmpty());
        assertTrue(CleanText.accountName("A".repeat(70), 70).isPresent());
        assertTrue(CleanText.accountName("A".repeat(71), 70).isEmpty());
    }

    @Test
    void isNumberShouldTakeOneToNineteenLettersAndDigitsWhenGivenAText() {
        assertTrue(BankAccount.isNumber("0"));
        assertTrue(BankAccount.isNumber("0aZ4567890123456789"));
        assertFalse(BankAccount.isNumber(""));
        assertFalse(BankAccount.isNumber("01234567890123456789"));
        assertFalse(BankAccount.isNumber("0123-456"));
        assertFalse(BankAccount.isNumber("٠١٢"));
    }

    @Test
    void parseShouldTakeExactlyFourDigitsWhenItReadsACategoryCode() {
        assertTrue(CategoryCode.parse("0000").isPresent());
        assertTrue(CategoryCode.parse("581").isEmpty());
        assertTrue(CategoryCode.parse("58120").isEmpty());
        assertTrue(CategoryCode.parse("58a2").isEmpty());
    }

    @Test
    void parseShouldTakeOnlyTheTwoLanguagesWhenItReadsALocale() {
        assertEquals(Optional.of(Language.VI), Language.parse("vi"));
        assertEquals(Optional.of(Language.EN), Language.parse("en"));
        assertTrue(Language.parse("VI").isEmpty());
        assertTrue(Language.parse("fr").isEmpty());
    }
}
