package vn.phopay.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishNumbersTest {
    private static final long SEED = 4;
    private static final Map<String, Long> WORD_TO_VALUE = new HashMap<>();
    private static final Map<String, Long> SCALE_TO_FACTOR = Map.of(
            "thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L, "trillion", 1_000_000_000_000L,
            "quadrillion", 1_000_000_000_000_000L);

    static {
        List<String> names = List.of(("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                + " fourteen fifteen sixteen seventeen eighteen nineteen").split(" "));
        names.forEach(name -> WORD_TO_VALUE.put(name, (long) names.indexOf(name)));
        List<String> tens = List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
        tens.forEach(name -> WORD_TO_VALUE.put(name, 20L + 10 * tens.indexOf(name)));
    }

    private final EnglishNumbers numbers = new EnglishNumbers();

    @ParameterizedTest
    @CsvSource({
        "0, zero",
        "13, thirteen",
        "20, twenty",
        "21, twenty-one",
        "105, one hundred five",
        "1005, one thousand five",
        "200000, two hundred thousand",
        "1000005, one million five",
        "60099, sixty thousand ninety-nine",
        "1000000000000, one trillion"
    })
    void wordsShouldBeEnglish(long number, String words) {
        assertEquals(words, numbers.toWords(number));
        assertEquals(List.of(words.split("[ -]")), numbers.toClips(number));
    }

    @Test
    void wordsShouldTellEveryNumber() {
        LongStream.rangeClosed(0, 100_000).forEach(number -> assertEquals(number, heard(numbers.toWords(number))));
        new Random(SEED).longs(100_000, 0, NumberReading.MAX + 1)
                .forEach(number -> assertEquals(number, heard(numbers.toWords(number))));
        assertEquals(NumberReading.MAX, heard(numbers.toWords(NumberReading.MAX)));
    }

    @Test
    void numbersWithoutAReadingShouldBeRefused() {
        assertThrows(IllegalArgumentException.class, () -> numbers.toWords(-1));
    }

    private static long heard(String words) {
        long sum = 0;
        long group = 0;
        for (String word : words.split("[ -]")) {
            if (SCALE_TO_FACTOR.containsKey(word)) {
                sum += group * SCALE_TO_FACTOR.get(word);
                group = 0;
            } else if ("hundred".equals(word)) {
                group *= 100;
            } else {
                group += WORD_TO_VALUE.get(word);
            }
        }
        return sum + group;
    }
}
