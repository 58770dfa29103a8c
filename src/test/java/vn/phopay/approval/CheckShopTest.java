package vn.phopay.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.registration.Trade;

/** What is held against each other before a person looks. */
class CheckShopTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hộ kinh doanh Nguyễn Thị Hoa | NGUYEN THI HOA | true",
        "Nguyễn Thị Hoa | HOA NGUYEN THI | true",
        "Hộ kinh doanh Nguyễn Thị Hoa | NGUYEN THI HOA PHO CO | true",
        "Công ty TNHH Bún Chả Đắc Kim | CONG TY TNHH BUN CHA DAC KIM | true",
        "Hộ kinh doanh Nguyễn Thị Hoa | NGUYEN THI HONG | false",
        "Hộ kinh doanh Nguyễn Thị Hoa | TRAN VAN TU | false",
        "Đặng Đình Đức | DANG DINH DUC | true"})
    void holderShouldFitTheRegistrationWordByWord(String legal, String holder, boolean same) {
        assertEquals(same, CheckShop.isSameHolder(legal, holder));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "12 Hàng Ngang | Hàng Ngang | true",
        "12 phố hàng ngang, tầng 2 | Phố Hàng Ngang | true",
        "12 HÀNG NGANG | Phố đi bộ Hàng Ngang | true",
        "số 5, ngõ 12 Hàng Đào | Hàng Ngang | false",
        "12 Hàng Ngangs | Hàng Ngang | false"})
    void addressShouldNameItsStreet(String address, String street, boolean named) {
        assertEquals(named, CheckShop.namesStreet(address, street));
    }

    @Test
    void categoryShouldBeKnownByItsTrade() {
        assertEquals(Trade.FOOD, CheckShop.trade("5812").orElseThrow());
        assertTrue(CheckShop.trade("9999").isEmpty());
        assertFalse(CheckShop.trade("7011").isEmpty());
    }
}
