package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vn.phopay.qr.Samples.crc;
import static vn.phopay.qr.Samples.tlv;
import static vn.phopay.qr.Samples.withObjects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.qr.DecodedQr.Verdict;
import vn.phopay.qr.QrFault.Code;

class AmountRulesTest {
    @ParameterizedTest
    @CsvSource({"1,1", "180000,180000", "180000.,180000", "0100,100", "9999999999999,9999999999999"})
    void decodeShouldReadAmountWhenItIsWholeDong(String printed, long expected) {
        DecodedQr decoded = QrDecoder.decode(withObjects(tlv("54", printed)));
        assertEquals(expected, assertInstanceOf(DecodedQr.Payable.class, decoded).vietQr().amountVnd());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "000", "0.", ".", ".5", "1.0", "1.5", "-1", "+1", " 1", "1 ", "1,000", "1e3", "1..",
        "10000000000000.", "99999999999999", "١"})
    void decodeShouldRefuseAmountWhenItIsNoWholeDong(String printed) {
        assertFault(Code.BAD_AMOUNT, withObjects(tlv("54", printed)));
    }

    @Test
    void decodeShouldAllowCurrencyFractionWhenCurrencyHasOne() {
        String dollars = "000201010211" + tlv("38", Samples.beneficiary("970422", "1")) + "5303840" + "%s" + "5802VN";
        assertEquals(Verdict.WARNING, QrDecoder.decode(crc(dollars.formatted(tlv("54", "1.25")))).verdict());
        assertFault(Code.BAD_AMOUNT, crc(dollars.formatted(tlv("54", "1.255"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"550201", "5502025604" + "5000", "550203" + "570505.00", "550203" + "570499.9",
    "550203" + "57015"})
    void decodeShouldAcceptTipWhenItsPartsGoTogether(String objects) {
        assertEquals(Verdict.OK, QrDecoder.decode(withObjects(objects)).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"550204", "550200", "550202", "550203", "55020256045000" + "570205",
    "55020357015" + "56015",
        "550201" + "56015", "550201" + "57015", "56015", "57015", "55012"})
    void decodeShouldRefuseTipWhenItsPartsDoNotGoTogether(String objects) {
        assertFault(Code.BAD_TIP, withObjects(objects));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "00.00", "100", "5.123", "-5", "a"})
    void decodeShouldRefusePercentageWhenItIsOutOfRange(String percentage) {
        assertFault(Code.BAD_AMOUNT, withObjects("550203" + tlv("57", percentage)));
    }

    @Test
    void decodeShouldRefuseFixedFeeWhenItIsZero() {
        assertFault(Code.BAD_AMOUNT, withObjects("550202" + tlv("56", "0")));
    }

    private static void assertFault(Code code, String payload) {
        assertEquals(code, assertInstanceOf(DecodedQr.Refused.class, QrDecoder.decode(payload), payload).fault()
            .code());
    }
}
