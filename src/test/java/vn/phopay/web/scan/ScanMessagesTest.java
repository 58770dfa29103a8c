package vn.phopay.web.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phopay.issuing.Verdict;
import vn.phopay.merchant.Language;
import vn.phopay.web.Words;

/** What the page may never say, and what it says with every verdict. */
class ScanMessagesTest {
    /** A signature tells who issued a code, never whether somebody should pay. */
    private static final List<String> NEVER = List.of(
            "an toàn", "yên tâm", "tin cậy", "đảm bảo", "bảo đảm",
            "safe", "secure", "trust", "guarantee", "go ahead");

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextShouldPromiseThatPayingIsSafe(Language language) {
        List<String> texts = texts(language).toList();

        assertTrue(texts.size() > 60, "texts of the page: " + texts.size());
        assertEquals(List.of(), texts.stream()
                .filter(text -> NEVER.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains)).toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyVerdictShouldHaveAWordOfItsOwn(Language language) {
        Words words = Words.load(language);
        Set<String> known = new HashSet<>();
        Stream.concat(Arrays.stream(Verdict.Status.values()).map(Enum::name), Stream.of("UNCHECKED"))
                .forEach(status -> {
                    String word = words.text("js.scan.verdict." + status);
                    assertTrue(known.add(word), word);
                    assertTrue(word.length() <= 16, word);
                    assertFalse(words.text("js.scan.verdict." + status + ".says").isBlank());
                });
    }

    @Test
    void pageShouldAlwaysAskToCompareTheNameThatTheBankShows() {
        assertTrue(Words.load(Language.EN).text("scan.compare").contains("compare the name your bank shows"));
        assertTrue(Words.load(Language.VI).text("scan.compare").contains("so tên người nhận mà ngân hàng"));
    }

    private static Stream<String> texts(Language language) {
        return Words.load(language).keyToText().entrySet().stream()
                .filter(text -> text.getKey().startsWith("scan.") || text.getKey().startsWith("js.scan."))
                .map(Map.Entry::getValue);
    }
}
