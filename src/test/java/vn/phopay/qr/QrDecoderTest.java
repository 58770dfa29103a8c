package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.qr.Samples.beneficiary;
import static vn.phopay.qr.Samples.crc;
import static vn.phopay.qr.Samples.tlv;
import static vn.phopay.qr.Samples.with38;
import static vn.phopay.qr.Samples.withObjects;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.qr.DecodedQr.Verdict;
import vn.phopay.qr.QrFault.Code;

class QrDecoderTest {
    private static final String HEAD = "000201010211";
    private static final String BENEFICIARY = tlv("38", beneficiary("970422", "0123456789"));
    private static final String TAIL = "53037045802VN";

    @Test
    void decodeShouldReadEveryFieldWhenPayloadIsTheDynamicExample() {
        DecodedQr decoded = QrDecoder.decode(Samples.UNSIGNED_DYNAMIC);

        assertEquals(Verdict.OK, decoded.verdict());
        assertEquals(new VietQr("12", "970403", "0011012345678", "QRIBFTTA", 180000L, null, "thanh toan don hang",
            null),
            assertInstanceOf(DecodedQr.Payable.class, decoded).vietQr());
        assertEquals(List.of("00", "01", "38.00", "38.01.00", "38.01.01", "38.02", "53", "54", "58", "62.01", "62.08",
            "63"),
            List.copyOf(decoded.fields().keySet()));
        assertEquals("NPS6869", decoded.fields().get("62.01"));
    }

    @Test
    void decodeShouldRefuseNapasExampleWhenInnerLengthIsWrong() {
        String wrong = "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5";
        String right = "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F";

        assertFault(Code.BAD_TLV, wrong.indexOf("80208") + 1, wrong);
        assertEquals(Verdict.OK, QrDecoder.decode(right).verdict());
    }

    @Test
    void decodeShouldPointAtChecksumWhenOneCharacterChanged() {
        String changed = Samples.UNSIGNED_DYNAMIC.replace("180000", "190000");
        assertFault(Code.BAD_CRC, changed.length() - 3, changed);
        assertFault(Code.BAD_CRC, Samples.UNSIGNED_DYNAMIC.length() - 3,
            Samples.UNSIGNED_DYNAMIC.replace("2E2E", "2EZE"));
    }

    @Test
    void decodeShouldWarnWhenChecksumIsLowerCase() {
        assertWarning(QrWarning.Code.LOWER_CASE_CRC, Samples.UNSIGNED_DYNAMIC.replace("2E2E", "2e2E"));
    }

    @Test
    void decodeShouldRefuseForeignDigitsWhenTheyLookLikeHex() {
        String changed = Samples.UNSIGNED_DYNAMIC.replace("2E2E", "２E2E");
        assertFault(Code.BAD_CRC, changed.length() - 3, changed);
    }

    @Test
    void decodeShouldRefuseStructureWhenHeadersAreBroken() {
        assertFault(Code.BAD_TLV, 1, "");
        assertFault(Code.BAD_TLV, 7, "000201" + "x102");
        assertFault(Code.BAD_TLV, 10, "000201" + "010x");
        assertFault(Code.BAD_TLV, 7, "000201" + "010211".substring(0, 5));
        assertFault(Code.BAD_TLV, 7, "000201" + "010");
        assertFault(Code.BAD_TLV, 7, "0002010100");
        assertFault(Code.BAD_TLV, 13, crc("000201" + "010211" + "010212" + BENEFICIARY + TAIL));
        assertFault(Code.BAD_TLV, Samples.UNSIGNED_DYNAMIC.length() + 1, Samples.UNSIGNED_DYNAMIC + "\n");
        assertFault(Code.BAD_TLV, 3, "00\uD800");
    }

    @Test
    void decodeShouldRefuseTemplatesWhenTheyDoNotEndExactly() {
        int start38 = HEAD.length() + 5;
        assertFault(Code.BAD_TLV, start38 + 14, with38(tlv("00", "A000000727") + "xx"));
        assertFault(Code.BAD_TLV, start38 + 14 + 4 + 10,
            with38(tlv("00", "A000000727") + tlv("01", tlv("00", "970422") + "0105123")));
        int startOfLast = HEAD.length() + BENEFICIARY.length() + 5;
        assertFault(Code.BAD_TLV, startOfLast, withObjects(tlv("62", "abc")));
        assertFault(Code.BAD_TLV, startOfLast + 6, withObjects(tlv("64", tlv("00", "vi") + "01")));
        assertFault(Code.BAD_TLV, startOfLast + 5, withObjects(tlv("62", tlv("08", "A") + tlv("08", "B"))));
    }

    @Test
    void decodeShouldAcceptBareValuesWhenTemplateBelongsToAnotherParty() {
        DecodedQr decoded = QrDecoder.decode(withObjects("8003046"));
        assertEquals(Verdict.OK, decoded.verdict());
        assertEquals("046", decoded.fields().get("80"));
        DecodedQr opened = QrDecoder.decode(withObjects(tlv("81", tlv("00", "vn.other") + tlv("01", "x"))));
        assertEquals("x", opened.fields().get("81.01"));
    }

    @Test
    void decodeShouldAcceptAnyOrderAndUnknownObjects() {
        String shuffled = crc("000201" + TAIL + tlv("70", "ignored") + BENEFICIARY + "010211");
        assertEquals(Verdict.OK, QrDecoder.decode(shuffled).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "38", "53", "58"})
    void decodeShouldNameTheObjectWhenAMandatoryOneIsMissing(String id) {
        String without = crc((id.equals("00") ? "" : "000201") + (id.equals("01") ? "" : "010211")
            + (id.equals("38") ? "" : BENEFICIARY) + (id.equals("53") ? "" : "5303704")
            + (id.equals("58") ? "" : "5802VN"));
        QrFault fault = assertFault(Code.MISSING_OBJECT, without.length() - 7, without);
        assertTrue(fault.detail().contains(id), fault.detail());
    }

    @Test
    void decodeShouldRefuseWhenChecksumObjectIsMissingOrNotLast() {
        String bare = HEAD + BENEFICIARY + TAIL;
        assertFault(Code.MISSING_OBJECT, bare.length() + 1, bare);
        assertFault(Code.BAD_ORDER, bare.length() + 1, bare + "6304ABCD" + tlv("70", "x"));
        assertFault(Code.BAD_ORDER, 7, crc("010211" + "000201" + BENEFICIARY + TAIL));
    }

    @ParameterizedTest
    @CsvSource({"00,02", "01,13", "53,7O4", "53,70", "58,V1", "52,581", "52,58x2"})
    void decodeShouldRefuseFormatWhenValueIsWrong(String id, String value) {
        String body = "00020101021138" + BENEFICIARY.substring(2) + "5204" + "5812" + TAIL;
        String original = switch (id) {
            case "00" -> "000201";
            case "01" -> "010211";
            case "52" -> "52045812";
            case "53" -> "5303704";
            default -> "5802VN";
        };
        String changed = crc(body.replaceFirst(original, tlv(id, value)));
        assertFault(Code.BAD_FORMAT, changed.indexOf(tlv(id, value)) + 5, changed);
    }

    @Test
    void decodeShouldReportNotVietQrWhenSchemeIsAnother() {
        assertEquals(Verdict.NOT_VIETQR,
            QrDecoder.decode(with38(tlv("00", "LA00000001") + tlv("01", "bare"))).verdict());
        String vnpay = crc("000201010211" + tlv("26", tlv("00", "A000000775") + tlv("01", "0100109106"))
            + "5204581253037045802VN"
            + tlv("59", "VNPAY") + tlv("60", "HANOI"));
        DecodedQr decoded = QrDecoder.decode(vnpay);
        assertEquals(Verdict.NOT_VIETQR, decoded.verdict());
        assertEquals("0100109106", decoded.fields().get("26.01"));
    }

    @Test
    void decodeShouldRefuseWhenBeneficiaryIsWrong() {
        assertFaultCode(Code.MISSING_OBJECT, with38(tlv("01", "x")));
        assertFaultCode(Code.MISSING_OBJECT, with38(tlv("00", "A000000727")));
        assertFaultCode(Code.MISSING_OBJECT, with38(tlv("00", "A000000727") + tlv("01", tlv("00", "970422"))));
        assertFaultCode(Code.BAD_FORMAT, with38(beneficiary("97042", "1")));
        assertFaultCode(Code.BAD_FORMAT, with38(beneficiary("97042x", "1")));
        assertFaultCode(Code.BAD_FORMAT, with38(beneficiary("970422", "x".repeat(20))));
        assertEquals(Verdict.OK, QrDecoder.decode(with38(beneficiary("970422", "x".repeat(19)))).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VQRQADAIJ5512", "V3CASLRPR13MT76", "99MM24011M34875080", "0000000001"})
    void decodeShouldKeepAccountAsPrintedWhenItIsNotANumber(String account) {
        DecodedQr decoded = QrDecoder.decode(with38(beneficiary("970422", account)));
        assertEquals(account, assertInstanceOf(DecodedQr.Payable.class, decoded).vietQr().account());
    }

    @Test
    void decodeShouldWarnWhenValuesAreUnusual() {
        assertWarning(QrWarning.Code.UNKNOWN_BIN, with38(beneficiary("999999", "1")));
        assertWarning(QrWarning.Code.UNUSUAL_SERVICE,
            with38(beneficiary("970422", "1").replace("08QRIBFTTA", "06QRPUSH")));
        assertWarning(QrWarning.Code.UNUSUAL_SERVICE,
            with38(beneficiary("970422", "1").replace("08QRIBFTTA", "06QRCASH")));
        assertWarning(QrWarning.Code.NO_SERVICE, with38(beneficiary("970422", "1").replace("0208QRIBFTTA", "")));
        assertWarning(QrWarning.Code.OVERLONG, withObjects(tlv("59", "x".repeat(26))));
        assertWarning(QrWarning.Code.OVERLONG, withObjects(tlv("60", "x".repeat(16))));
        assertWarning(QrWarning.Code.OVERLONG, withObjects(tlv("61", "x".repeat(11))));
        assertWarning(QrWarning.Code.OVERLONG, withObjects(tlv("62", tlv("08", "X".repeat(26)))));
        assertWarning(QrWarning.Code.NON_ANS, withObjects(tlv("59", "Phở Hoa")));
        assertWarning(QrWarning.Code.NOT_NFC, withObjects(tlv("64", tlv("00", "vi") + tlv("01", "Pho\u031b"))));
        assertWarning(QrWarning.Code.BAD_LANGUAGE, withObjects(tlv("64", tlv("01", "Phở"))));
        assertWarning(QrWarning.Code.FOREIGN_CURRENCY, crc(HEAD + BENEFICIARY + "53038405802VN"));
        assertWarning(QrWarning.Code.FOREIGN_COUNTRY, crc(HEAD + BENEFICIARY + "53037045802LA"));
    }

    @Test
    void decodeShouldCountCharactersNotBytesWhenTextIsVietnamese() {
        DecodedQr decoded = QrDecoder.decode(withObjects(tlv("64", tlv("00", "vi") + tlv("01", "Phở 🍜"))));
        assertEquals(Verdict.OK, decoded.verdict());
        assertEquals("Phở 🍜", decoded.fields().get("64.01"));
    }

    @Test
    void decodeShouldBeSilentWhenValuesAreJustInside() {
        String limits = tlv("59", "x".repeat(25)) + tlv("60", "x".repeat(15)) + tlv("61", "x".repeat(10))
            + tlv("62", tlv("08", "X".repeat(25)) + tlv("09", "AME"));
        assertEquals(Verdict.OK, QrDecoder.decode(withObjects(limits)).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "AMEA", "B", "a"})
    void decodeShouldRefuseDataRequestWhenItIsNoSubset(String request) {
        assertFaultCode(Code.BAD_FORMAT, withObjects(tlv("62", tlv("09", request))));
    }

    @Test
    void decodeShouldTellTheFirstFaultWhenThereAreSeveral() {
        String payload = crc("000201010213" + BENEFICIARY + "53037045402-15802VN");
        assertFault(Code.BAD_FORMAT, 11, payload);
    }

    private static QrFault assertFault(Code code, int position, String payload) {
        DecodedQr.Refused refused = assertInstanceOf(DecodedQr.Refused.class, QrDecoder.decode(payload), payload);
        assertEquals(code, refused.fault().code(), refused.fault().detail());
        assertEquals(position, refused.fault().position(), refused.fault().detail());
        return refused.fault();
    }

    private static void assertFaultCode(Code code, String payload) {
        assertEquals(code, assertInstanceOf(DecodedQr.Refused.class, QrDecoder.decode(payload), payload).fault()
            .code());
    }

    private static void assertWarning(QrWarning.Code code, String payload) {
        DecodedQr decoded = QrDecoder.decode(payload);
        assertEquals(Verdict.WARNING, decoded.verdict(), decoded.toString());
        assertEquals(List.of(code), decoded.warnings().stream().map(QrWarning::code).toList());
    }
}
