package vn.phopay.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseNumbersTest {
    private static final long LARGEST_AMOUNT = 9_999_999_999_999L;
    private static final long SEED = 20_261_122;
    private static final int RANDOM_VALUES = 200_000;
    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final Map<String, Integer> WORD_TO_DIGIT = Map.of("mốt", 1, "tư", 4, "lăm", 5);
    /** What nobody says: each form only where it belongs, and no plain form where another one belongs. */
    private static final Pattern MISREAD = Pattern.compile("(^|\\s)(mươi một|mươi bốn|mươi năm|mười năm|mười mốt"
            + "|mười tư|linh mốt|linh tư|linh lăm|trăm mốt|trăm tư|trăm lăm|một mươi|không mươi|linh mười|linh không)"
            + "(\\s|$)");

    private final VietnameseNumbers numbers = new VietnameseNumbers();

    @ParameterizedTest
    @CsvSource({
        "0, không",
        "1, một",
        "4, bốn",
        "5, năm",
        "10, mười",
        "11, mười một",
        "14, mười bốn",
        "15, mười lăm",
        "20, hai mươi",
        "21, hai mươi mốt",
        "24, hai mươi tư",
        "25, hai mươi lăm",
        "44, bốn mươi tư",
        "55, năm mươi lăm",
        "91, chín mươi mốt",
        "100, một trăm",
        "101, một trăm linh một",
        "104, một trăm linh bốn",
        "105, một trăm linh năm",
        "110, một trăm mười",
        "111, một trăm mười một",
        "115, một trăm mười lăm",
        "121, một trăm hai mươi mốt",
        "1000, một nghìn",
        "1005, một nghìn không trăm linh năm",
        "1010, một nghìn không trăm mười",
        "1015, một nghìn không trăm mười lăm",
        "1021, một nghìn không trăm hai mươi mốt",
        "1100, một nghìn một trăm",
        "10500, mười nghìn năm trăm",
        "15000, mười lăm nghìn",
        "21000, hai mươi mốt nghìn",
        "24000, hai mươi tư nghìn",
        "101000, một trăm linh một nghìn",
        "200000, hai trăm nghìn",
        "205000, hai trăm linh năm nghìn",
        "1000005, một triệu không trăm linh năm",
        "1005000, một triệu không trăm linh năm nghìn",
        "1010000, một triệu không trăm mười nghìn",
        "1050050, một triệu không trăm năm mươi nghìn không trăm năm mươi",
        "21000000, hai mươi mốt triệu",
        "1000000000, một tỷ",
        "1000000001, một tỷ không trăm linh một",
        "1000001000, một tỷ không trăm linh một nghìn",
        "1500000000, một tỷ năm trăm triệu",
        "24000000000, hai mươi tư tỷ",
        "1000000000000, một nghìn tỷ",
        "1000000000001, một nghìn tỷ không trăm linh một",
        "1005000000000, một nghìn không trăm linh năm tỷ",
        "9000009000009, chín nghìn tỷ không trăm linh chín triệu không trăm linh chín",
        "9999999999999, chín nghìn chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu"
                + " chín trăm chín mươi chín nghìn chín trăm chín mươi chín"
    })
    void wordsShouldFollowTheNorthernReading(long number, String words) {
        assertEquals(words, numbers.toWords(number));
        assertEquals(List.of(words.split(" ")), numbers.toClips(number));
    }

    @Test
    void wordsShouldTellEveryNumberUpToAHundredThousand() {
        LongStream.rangeClosed(0, 100_000).forEach(this::assertReadBack);
    }

    @Test
    void wordsShouldTellAnyAmountThereIs() {
        Random random = new Random(SEED);
        random.longs(RANDOM_VALUES, 0, LARGEST_AMOUNT + 1).forEach(this::assertReadBack);
        // Few digits that are not zero, where the reading is hardest.
        random.longs(RANDOM_VALUES, 0, LARGEST_AMOUNT + 1).map(VietnameseNumbersTest::thinned)
                .forEach(this::assertReadBack);
        LongStream.of(LARGEST_AMOUNT, NumberReading.MAX, 1_000_000_000_000_000L).forEach(this::assertReadBack);
    }

    @Test
    void numbersWithoutAReadingShouldBeRefused() {
        assertThrows(IllegalArgumentException.class, () -> numbers.toWords(-1));
        assertThrows(IllegalArgumentException.class, () -> numbers.toClips(NumberReading.MAX + 1));
    }

    private void assertReadBack(long number) {
        String words = numbers.toWords(number);
        assertEquals(number, heard(words), words);
        assertFalse(MISREAD.matcher(words).find(), words);
    }

    /** Most digits become zero, which ones is up to the number itself. */
    private static long thinned(long number) {
        long kept = 0;
        long place = 1;
        for (long rest = number; rest > 0; rest /= 10) {
            kept += (rest * 31 + place) % 7 < 2 ? rest % 10 * place : 0;
            place *= 10;
        }
        return kept;
    }

    /** What a listener understands, by rules of its own: units and what they multiply, not how words are chosen. */
    private static long heard(String words) {
        long billions = 0;
        long section = 0;
        long group = 0;
        long digit = 0;
        for (String word : words.split(" ")) {
            switch (word) {
                case "linh" -> assertEquals(0, digit, words);
                case "mười" -> group += 10;
                case "mươi" -> {
                    group += digit * 10;
                    digit = 0;
                }
                case "trăm" -> {
                    group += digit * 100;
                    digit = 0;
                }
                case "nghìn", "triệu" -> {
                    section += (group + digit) * ("nghìn".equals(word) ? 1_000 : 1_000_000);
                    group = 0;
                    digit = 0;
                }
                case "tỷ" -> {
                    billions = section + group + digit;
                    section = 0;
                    group = 0;
                    digit = 0;
                }
                default -> digit = digit(word);
            }
        }
        return billions * 1_000_000_000 + section + group + digit;
    }

    private static int digit(String word) {
        return WORD_TO_DIGIT.getOrDefault(word, DIGITS.indexOf(word));
    }

    @Test
    void theTestsListenerShouldTellOneNumberFromAnother() {
        // Else the tests above would hold of anything.
        assertEquals(105, heard("một trăm linh năm"));
        assertEquals(1_005_000, heard("một triệu không trăm linh năm nghìn"));
        assertEquals(2_000_000_000_000L, heard("hai nghìn tỷ"));
        assertEquals(List.of(true, true, false), Stream.of("hai mươi năm", "mười tư", "hai mươi lăm")
                .map(words -> MISREAD.matcher(words).find()).toList());
        assertEquals(10, Arrays.stream(DIGITS.toArray()).distinct().count());
    }
}
