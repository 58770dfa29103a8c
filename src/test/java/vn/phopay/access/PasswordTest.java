package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordTest {
    @ParameterizedTest
    @CsvSource({"7, false", "8, true", "128, true", "129, false"})
    void parseShouldHoldTheLengthWhenAtItsEdges(int length, boolean taken) {
        assertEquals(taken, Password.parse("x".repeat(length)).isPresent());
    }

    @Test
    void parseShouldCountCharactersWhenTheyTakeTwoUnits() {
        assertTrue(Password.parse("🍜".repeat(128)).isPresent());
        assertTrue(Password.parse("🍜".repeat(7)).isEmpty());
    }

    @Test
    void parseShouldMeanTheSameWhenKeyboardsComposeDifferently() {
        assertEquals(Password.parse("m\u1EADtkh\u1EA9u1"), Password.parse("ma\u0323\u0302tkha\u0302\u0309u1"));
    }

    @Test
    void parseShouldKeepBlanksWhenTheyStandAtTheEnds() {
        assertEquals(" 123456 ", Password.parse(" 123456 ").orElseThrow().text());
    }

    @Test
    void toStringShouldHideThePasswordWhenLogged() {
        assertFalse(Password.typed("pho-bo-tai").toString().contains("pho"));
    }
}
