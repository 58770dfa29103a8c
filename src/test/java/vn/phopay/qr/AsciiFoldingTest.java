package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AsciiFoldingTest {
    @Test
    void foldShouldKeepLettersWhenTextIsVietnamese() {
        assertEquals("Pho Dac Biet Duong Nguyen Hue", AsciiFolding.fold("Phở Đặc Biệt Đường Nguyễn Huệ", 99));
        assertEquals("dDaAoOuU", AsciiFolding.fold("đĐạẶợỘữỪ", 99));
    }

    @Test
    void foldShouldGiveTheSameWhenTextIsDecomposed() {
        assertEquals("Pho", AsciiFolding.fold("Pho\u031b\u0309", 99));
    }

    @Test
    void foldShouldReplaceBySpaceAndCollapseWhenCharactersAreForeign() {
        assertEquals("a b, c-d/e.f", AsciiFolding.fold("  a&*🍜b, c-d/e.f\t\n", 99));
        assertEquals("", AsciiFolding.fold("饭🍜", 99));
    }

    @Test
    void foldShouldTruncateAfterTrimmingWhenTextIsLong() {
        assertEquals("abc", AsciiFolding.fold("   abcdef", 3));
        assertEquals("abcdef", AsciiFolding.fold("abcdef", 6));
    }

    @Test
    void foldMemoShouldKeepCapitalsDigitsAndSpacesOnly() {
        assertEquals("PP7K3M9Q2X BUN CHA 36", AsciiFolding.foldMemo("PP7K3M9Q2X: bún-chả, 36.", 25));
    }

    @Test
    void foldShouldStayInItsAlphabetWhenTextIsRandom() {
        Random random = Samples.seeded("foldShouldStayInItsAlphabet");
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(30, 0, Character.MAX_CODE_POINT + 1).forEach(text::appendCodePoint);
            assertTrue(AsciiFolding.fold(text.toString(), 25).matches("[A-Za-z0-9 .,/-]{0,25}"));
            assertTrue(AsciiFolding.foldMemo(text.toString(), 25).matches("[A-Z0-9 ]{0,25}"));
        }
    }
}
