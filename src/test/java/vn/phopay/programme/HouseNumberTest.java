package vn.phopay.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** House numbers are walked by number, not by letters. */
class HouseNumberTest {
    @Test
    void orderShouldBeOfTheWalkWhateverTheOrderOfTheList() {
        List<String> walk = List.of("1", "3", "3A", "11", "101", "2", "12", "12A", "12B", "12/3", "12/3A",
                "12/3 ngõ Tạm Thương", "12/21", "Số 14", "100", "", "Quầy A");
        long seed = 20_261_123L;
        List<HouseNumber> mixed = new ArrayList<>(walk.stream().map(HouseNumber::new).toList());
        Collections.shuffle(mixed, new Random(seed));
        mixed.sort(null);
        assertEquals(walk, mixed.stream().map(HouseNumber::text).toList(), "seed " + seed);
    }

    @ParameterizedTest
    @CsvSource({"12,EVEN", "12A,EVEN", "13/2,ODD", "số 7,ODD", "'',NONE", "Quầy A,NONE", "ngõ 12 số 3,EVEN"})
    void sideShouldFollowTheFirstNumber(String text, HouseNumber.Side side) {
        assertEquals(side, new HouseNumber(text).side());
    }

    @Test
    void keyShouldBeTheSameForTwoWritings() {
        assertEquals(new HouseNumber("12A").key(), new HouseNumber(" Số  12 a ").key());
        assertEquals(new HouseNumber("12/3 ngõ").key(), new HouseNumber("12/3 ngo\u0303").key());
        assertNotEquals(new HouseNumber("12").key(), new HouseNumber("12A").key());
    }

    @Test
    void longDigitsShouldNotOverflow() {
        assertEquals(Integer.MAX_VALUE, new HouseNumber("99999999999").number());
    }
}
