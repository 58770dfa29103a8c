package vn.phopay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoScannerTest {
    private static final ReferenceCode CODE = ReferenceCode.draw(new Random(5));
    private static final ReferenceCode OTHER = ReferenceCode.draw(new Random(6));

    private final MemoScanner scanner = new MemoScanner(8);

    /** Shapes of real memos; {@code #} is the whole code, {@code <} and {@code >} its parts before and after a wrap. */
    @ParameterizedTest
    @ValueSource(strings = {
        "#",
        "MBVCB.4125261053.047334.#.CT tu 9000123456 NGUYEN VAN A toi 0123456789",
        "CT DEN:0123 # FT26326000001",
        "#-CHUYEN TIEN-OQCH0001abc-",
        "thanh toan < > cam on",
        "MBVCB.5623.<\n>.CT tu 0987",
        "<.>",
        "< - >",
        "xin chào đã trả #đồng",
        "Thanh toán phở Hoà #, cảm ơn",
        "PP#",
        "PPP#PP",
        "QR - # - 20261122",
        "ABC#DEF",
    })
    void scanShouldFindTheCodeWhateverTheBankMadeOfTheMemo(String shape) {
        String code = CODE.value();
        String memo = shape.replace("#", code).replace("<", code.substring(0, 5)).replace(">", code.substring(5));
        assertEquals(List.of(CODE), scanner.scan(memo), memo);
        assertEquals(List.of(CODE), scanner.scan(memo.toLowerCase(Locale.ROOT)), memo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "chuyen tien", "PP", "PPPPPPPPPPPPPPPPPPPP", "PP12345678"})
    void scanShouldFindNothingWhereNoCodeStands(String memo) {
        assertEquals(List.of(), scanner.scan(memo));
    }

    @Test
    void scanShouldFindNothingInACodeThatWasCut() {
        assertEquals(List.of(), scanner.scan(CODE.value().substring(0, 10)));
        assertEquals(List.of(), scanner.scan("x " + CODE.value().substring(1)));
    }

    @Test
    void scanShouldReadLettersThatLookLikeDigitsAsThose() {
        int found = 0;
        for (int seed = 0; seed < 200; seed++) {
            ReferenceCode code = ReferenceCode.draw(new Random(seed));
            String body = code.value().substring(2);
            if (body.indexOf('0') >= 0 || body.indexOf('1') >= 0) {
                found++;
                assertEquals(List.of(code), scanner.scan("PP" + body.replace('0', 'O').replace('1', 'I')));
                assertEquals(List.of(code), scanner.scan("pp" + body.toLowerCase(Locale.ROOT).replace('0', 'o')
                        .replace('1', 'l')));
            }
        }
        assertTrue(found > 20, "codes with such digits: " + found);
    }

    @Test
    void scanShouldFindACodeThatBeginsInsideWhatLooksLikeAnother() {
        String wrong = "PP" + CODE.value().substring(0, 3);
        assertEquals(List.of(CODE), scanner.scan(wrong.substring(0, 3) + CODE));
    }

    @Test
    void scanShouldTakeTheReferenceThatIsGivenApartBeforeTheMemo() {
        assertEquals(List.of(OTHER), scanner.scan("RF " + OTHER, "ck " + CODE));
        assertEquals(List.of(CODE), scanner.scan("RF18 5390", "ck " + CODE));
        assertEquals(List.of(CODE), scanner.scan(null, "ck " + CODE));
    }

    @Test
    void scanShouldGiveDistinctCodesInTheirOrder() {
        String memo = OTHER + " va " + CODE + " va " + OTHER;
        assertEquals(List.of(OTHER, CODE), scanner.scan(memo));
        assertEquals(List.of(OTHER), new MemoScanner(1).scan(memo));
    }
}
