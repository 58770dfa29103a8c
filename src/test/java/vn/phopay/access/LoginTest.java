package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    @ParameterizedTest
    @ValueSource(strings = {"admin", " Admin ", "ADMIN"})
    void parseShouldIgnoreCaseWhenItIsAStaffLogin(String text) {
        assertEquals(Optional.of(new Login("admin")), Login.parse(text));
    }

    @Test
    void parseShouldFindTheMerchantWhenItIsAPhoneNumber() {
        assertEquals(Optional.of(new Login("+84912345678")), Login.parse("0912 345 678"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "lan.nguyen@hanoi.gov.vn", "1st-registrar", "a_b+c"})
    void parseStaffShouldTakeWhenTheRuleHolds(String text) {
        assertTrue(Login.parseStaff(text).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-ab", "a b", "lễ", "0912345678", "+84912345678", "a\u0000b"})
    void parseStaffShouldRefuseWhenTheRuleIsBroken(String text) {
        assertTrue(Login.parseStaff(text).isEmpty());
    }

    @Test
    void parseStaffShouldHoldTheLengthWhenAtItsEdge() {
        assertTrue(Login.parseStaff("a".repeat(64)).isPresent());
        assertTrue(Login.parseStaff("a".repeat(65)).isEmpty());
    }
}
