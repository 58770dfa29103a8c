package vn.phopay.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Year;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxCodeTest {
    private static final Year NOW = Year.of(2026);

    @ParameterizedTest
    @CsvSource({
        "8012345677, 8012345677",
        "0100047516, 0100047516",
        "0100047516-001, 0100047516-001",
        "0100047516001, 0100047516-001",
        "0100047516-999, 0100047516-999",
        "001087123456, 001087123456",
        "096199123456, 096199123456",
        "001226123456, 001226123456",
        "101087123456, 101087123456"
    })
    void parseShouldGiveTheUsualWritingWhenTheCodeIsValid(String text, String expected) {
        assertEquals(expected, TaxCode.parse(text, NOW).orElseThrow().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "801234567", "80123456771", "8012345676", "8012345678", "O100047516", "0100047516-01", "0100047516-0001",
        "0100047516-000", "0100047515-001", "0100047516 001", "01-00047516001", "0100000006", "００１０８７１２３４５６",
        "003087123456", "097087123456", "000087123456", "001227123456", "001426123456", "00108712345", "0010871234567"
    })
    void parseShouldGiveNothingWhenTheCodeIsJustOutsideTheRule(String text) {
        assertTrue(TaxCode.parse(text, NOW).isEmpty());
    }

    @Test
    void parseShouldAcceptExactlyOneCheckDigitWhenTheOtherNineDigitsStand() {
        String nine = "801234567";
        long valid = IntStream.range(0, 10)
                .filter(digit -> TaxCode.parse(nine + digit, NOW).isPresent())
                .count();

        assertEquals(1, valid);
    }

    @Test
    void parseShouldCatchEverySingleWrongDigitWhenTheCodeHasACheckDigit() {
        String code = "0100047516";
        for (int i = 0; i < code.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String changed = code.substring(0, i) + digit + code.substring(i + 1);
                assertEquals(changed.equals(code), TaxCode.parse(changed, NOW).isPresent(), changed);
            }
        }
    }

    @Test
    void toStringShouldHideThePersonWhenTheCodeIsAPersonalNumber() {
        assertFalse(TaxCode.parse("001087123456", NOW).orElseThrow().toString().contains("001087"));
    }
}
