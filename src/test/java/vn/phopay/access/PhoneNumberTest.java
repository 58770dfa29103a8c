package vn.phopay.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "0912345678", "+84912345678", "84912345678", "0912 345 678", "+84 91 234 5678", "091-234-5678", "0912.345.678",
        "(091) 2345678", "  0912345678 ", "\u202A+84912345678\u202C", "0912\u00A0345\u00A0678", "0084912345678"
    })
    void parseShouldFindOneNumberWhenWrittenInAnyUsualWay(String text) {
        assertEquals(Optional.of(new PhoneNumber("+84912345678")), PhoneNumber.parse(text));
    }

    @Test
    void parseShouldTakeFixedLinesWhenTheyAreOfTheCity() {
        assertEquals(Optional.of(new PhoneNumber("+842438252525")), PhoneNumber.parse("024 3825 2525"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "   ", "091234567", "09123456789", "0112345678", "+14155552671", "1900 1234", "1800545455", "113",
        "0912PHOHOA", "0912345678 ext 5", "0912345678;drop", "++84912345678", "tel:0912345678", "admin"
    })
    void parseShouldRefuseWhenItIsNoVietnameseMobileOrFixedLine(String text) {
        assertEquals(Optional.empty(), PhoneNumber.parse(text));
    }

    @Test
    void toStringShouldHideTheNumberWhenLogged() {
        assertFalse(new PhoneNumber("+84912345678").toString().contains("12345"));
    }
}
