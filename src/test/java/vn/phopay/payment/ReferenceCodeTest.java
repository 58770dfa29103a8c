package vn.phopay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferenceCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void parseShouldGiveBackEveryDrawnCode() {
        Random random = new Random(1);
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ReferenceCode code = ReferenceCode.draw(random);
            assertEquals(Optional.of(code), ReferenceCode.parse(code.value()));
            assertTrue(code.value().length() <= 12, "at most 12 characters");
            drawn.add(code.value());
        }
        assertEquals(10_000, drawn.size(), "40 random bits do not repeat within ten thousand");
    }

    @Test
    void parseShouldRefuseEverySingleWrongCharacter() {
        String code = ReferenceCode.draw(new Random(2)).value();
        for (int at = 0; at < code.length(); at++) {
            for (char c : ALPHABET.toCharArray()) {
                if (c != code.charAt(at)) {
                    String wrong = code.substring(0, at) + c + code.substring(at + 1);
                    assertEquals(Optional.empty(), ReferenceCode.parse(wrong), wrong);
                }
            }
        }
    }

    @Test
    void parseShouldRefuseEverySwapOfTwoCharacters() {
        String code = ReferenceCode.draw(new Random(3)).value();
        for (int i = 2; i < code.length(); i++) {
            for (int j = i + 1; j < code.length(); j++) {
                StringBuilder swapped = new StringBuilder(code);
                swapped.setCharAt(i, code.charAt(j));
                swapped.setCharAt(j, code.charAt(i));
                if (!swapped.toString().equals(code)) {
                    assertEquals(Optional.empty(), ReferenceCode.parse(swapped), swapped.toString());
                }
            }
        }
    }

    @Test
    void parseShouldFoldLettersThatLookLikeDigits() {
        String code = codeWith('1', '0');
        String mistyped = code.substring(0, 2) + code.substring(2).replace('1', 'I').replace('0', 'O');
        assertNotEquals(code, mistyped);
        assertEquals(Optional.of(new ReferenceCode(code)), ReferenceCode.parse(mistyped));
        assertEquals(Optional.of(new ReferenceCode(code)), ReferenceCode.parse(mistyped.replace('I', 'L')));
        assertEquals(Optional.empty(), ReferenceCode.parse(code.substring(0, 10) + 'U'));
    }

    @Test
    void newShouldRefuseWhatIsNoCode() {
        assertThrows(IllegalArgumentException.class, () -> new ReferenceCode("PP00000000"));
        assertThrows(IllegalArgumentException.class, () -> new ReferenceCode("PP000000001"));
        assertEquals("PP000000000", new ReferenceCode("PP000000000").value());
    }

    private static String codeWith(char first, char second) {
        Random random = new Random(4);
        String code = ReferenceCode.draw(random).value();
        while (code.indexOf(first) < 0 || code.indexOf(second) < 0) {
            code = ReferenceCode.draw(random).value();
        }
        return code;
    }
}
