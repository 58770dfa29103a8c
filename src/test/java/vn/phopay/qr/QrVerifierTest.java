package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.qr.Samples.SIGNED;
import static vn.phopay.qr.Samples.repairCrc;
import static vn.phopay.qr.Samples.tlv;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.phopay.qr.QrVerification.Result;

class QrVerifierTest {
    private static final TrustedKey ACTIVE = Samples.trusted(Samples.RFC_KEY, KeyStatus.ACTIVE);
    private static final String BODY_END = "85820015";

    @Test
    void verifyShouldReturnEverythingForDisplayWhenCodeIsGenuine() {
        QrVerification verification = verify(SIGNED, Samples.list(ACTIVE), Samples.WITHIN);

        assertEquals(Result.VALID, verification.result());
        assertTrue(verification.isValid());
        assertEquals(new SignatureClaims("If4x36FU", Samples.SERIAL, Samples.ISSUED_AT, Samples.EXPIRES_AT),
            verification.claims());
        assertEquals(new VietQr("11", "970436", "0011001234567", "QRIBFTTA", null, "PHO CO BUN CHA 36",
            "HNPS036 BUN CHA", null), verification.vietQr());
        assertNull(verification.fault());
    }

    @Test
    void verifyShouldBeBadCrcWhenChecksumIsWrongOrMissing() {
        assertResult(Result.BAD_CRC, SIGNED.replace("8EF7", "8EF8"));
        assertResult(Result.BAD_CRC, SIGNED.substring(0, SIGNED.length() - 8));
        assertResult(Result.BAD_CRC, SIGNED.replace("63048EF7", "7304" + "8EF7"));
    }

    @Test
    void verifyShouldBeBadTlvWhenStructureIsBroken() {
        QrVerification verification = verify(SIGNED + "x", Samples.list(ACTIVE), Samples.WITHIN);
        assertEquals(Result.BAD_TLV, verification.result());
        assertResult(Result.BAD_TLV, "");
        assertResult(Result.BAD_TLV, "\uD800");
        assertResult(Result.BAD_TLV, Samples.withObjects(tlv("54", "0")));
        assertNotNull(verify(Samples.withObjects(tlv("54", "0")), Samples.list(ACTIVE), Samples.WITHIN).fault());
    }

    @Test
    void verifyShouldBeUnsignedWhenNoTemplateIsOurs() {
        assertResult(Result.UNSIGNED, Samples.UNSIGNED_DYNAMIC);
        assertResult(Result.UNSIGNED, repairCrc(SIGNED.replace("vn.example.hnqr", "vn.example.xxqr")));
        assertResult(Result.UNSIGNED, Samples.withObjects("8003046"));
        assertNotNull(verify(Samples.UNSIGNED_DYNAMIC, Samples.list(ACTIVE), Samples.WITHIN).vietQr());
    }

    @Test
    void verifyShouldBeNotVietQrWhenSchemeIsAnotherAndNothingIsSigned() {
        assertResult(Result.NOT_VIETQR, Samples.with38(tlv("00", "LA00000001")));
        assertResult(Result.BAD_SIGNATURE, repairCrc(SIGNED.replace("A000000727", "A000000728")));
    }

    @Test
    void verifyShouldBeBadLayoutWhenTemplatesAreNotThreeLastAndWhole() {
        String meta = SIGNED.substring(SIGNED.indexOf(BODY_END), SIGNED.indexOf("8666"));
        String firstHalf = SIGNED.substring(SIGNED.indexOf("8666"), SIGNED.indexOf("8766"));
        assertResult(Result.BAD_LAYOUT, repairCrc(SIGNED.replace(meta, "")));
        assertResult(Result.BAD_LAYOUT, repairCrc(SIGNED.replace(firstHalf, "")));
        assertResult(Result.BAD_LAYOUT, repairCrc(SIGNED.replace("6304", "9003abc6304")));
        assertResult(Result.BAD_LAYOUT, repairCrc(SIGNED.replace(meta, meta + tlv("90", tlv("00", Samples.GUID)))));
        assertResult(Result.BAD_LAYOUT, repairCrc(SIGNED.replace("86660015", "86660115")));
        assertResult(Result.BAD_LAYOUT,
            repairCrc(SIGNED.replace("86660015vn.example.hnqr0143O", "86650015vn.example.hnqr0142")));
        assertResult(Result.BAD_LAYOUT, repairCrc(SIGNED.replace("05137Q4K2ZP9XD3MW", "06137Q4K2ZP9XD3MW")));
        assertResult(Result.BAD_LAYOUT, repairCrc(SIGNED.replace("8766", "8771").replace("dqBw", "dqBw02" + "01x")));
    }

    @Test
    void verifyShouldAcceptOtherTemplateIdsWhenOrderHolds() {
        String moved = repairCrc(SIGNED.replace("86660015", "88660015").replace("87660015", "86660015"));
        assertResult(Result.VALID, moved);
    }

    @Test
    void verifyShouldAcceptAndProtectReservedMembersWhenMetaHasMore() {
        String body = Samples.SIGNED.substring(0, SIGNED.indexOf(BODY_END));
        String meta = tlv("00", Samples.GUID) + tlv("01", "E1") + tlv("02", "If4x36FU") + tlv("03", "1767225600")
            + tlv("04", "1798761600") + tlv("05", Samples.SERIAL) + tlv("06", "new");
        String signed = signByHand(body + tlv("85", meta));
        assertResult(Result.VALID, signed);
        assertResult(Result.BAD_SIGNATURE, repairCrc(signed.replace("0603new", "0603old")));
    }

    @Test
    void verifyShouldBeUnsupportedSchemeOrUnknownKeyBeforeItLooksAtTheSignature() {
        assertResult(Result.UNSUPPORTED_SCHEME, repairCrc(SIGNED.replace("0102E1", "0102E2")));
        assertResult(Result.UNKNOWN_KEY, repairCrc(SIGNED.replace("If4x36FU", "If4x36FV")));
        assertEquals(Result.UNKNOWN_KEY, verify(SIGNED, Samples.list(), Samples.WITHIN).result());
    }

    @Test
    void verifyShouldBeBadSignatureWhenTextOrSignatureChanged() {
        assertResult(Result.BAD_SIGNATURE, repairCrc(SIGNED.replace("0011001234567", "0011001234568")));
        assertResult(Result.BAD_SIGNATURE, repairCrc(SIGNED.replace("Oxn5", "Oxn6")));
        assertResult(Result.BAD_SIGNATURE, repairCrc(SIGNED.replace("BUN CHA 36", "BUN CHA ♥6")));
        assertResult(Result.BAD_SIGNATURE, repairCrc(SIGNED.replace("Oxn5", "Oxn=")));
        assertResult(Result.BAD_SIGNATURE, repairCrc(SIGNED.replace("Oxn5", "Oxn+")));
    }

    @Test
    void verifyShouldBeBadSignatureWhenBase64IsNotCanonical() {
        String last = "10ybj5AdqBw";
        byte[] canonical = Base64.getUrlDecoder().decode(last + "A");
        String other = last.substring(0, last.length() - 1) + "x";
        assertEquals(canonical[6], Base64.getUrlDecoder().decode(other + "A")[6], "the two decode alike");
        assertResult(Result.BAD_SIGNATURE, repairCrc(SIGNED.replace(last, other)));
    }

    @Test
    void verifyShouldBeKeyRevokedWhenKeyIsCompromisedWhateverTheTimes() {
        KeyList list = Samples.list(Samples.trusted(Samples.RFC_KEY, KeyStatus.COMPROMISED));
        assertEquals(Result.KEY_REVOKED, verify(SIGNED, list, Samples.WITHIN).result());
        assertEquals(Result.KEY_REVOKED, verify(SIGNED, list, Samples.EXPIRES_AT.plusSeconds(9)).result());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, VALID", "1, 9, KEY_REVOKED", "-9, -1, KEY_REVOKED", "-9, 0, VALID"})
    void verifyShouldBeKeyRevokedWhenIssuedOutsideTheWindow(long from, long until, Result expected) {
        KeyList list = Samples.list(new TrustedKey(Samples.RFC_KEY.publicKey(), Samples.ISSUED_AT.plusSeconds(from),
            Samples.ISSUED_AT.plusSeconds(until), KeyStatus.RETIRED));
        assertEquals(expected, verify(SIGNED, list, Samples.ISSUED_AT.plusSeconds(60)).result());
    }

    @ParameterizedTest
    @CsvSource({"-301, NOT_YET_VALID", "-300, VALID", "31536000, VALID", "31536001, EXPIRED"})
    void verifyShouldHoldTimesToTheSecond(long secondsAfterIssue, Result expected) {
        Instant now = Samples.ISSUED_AT.plusSeconds(secondsAfterIssue);
        KeyList fresh = new KeyList(List.of(ACTIVE), now, now.plusSeconds(60), Set.of());
        assertEquals(expected, verify(SIGNED, fresh, now).result());
    }

    @Test
    void verifyShouldBeRevokedWhenSerialIsInListOrElsewhere() {
        KeyList list = new KeyList(List.of(ACTIVE), null, null, Set.of(Samples.SERIAL));
        assertEquals(Result.REVOKED, verify(SIGNED, list, Samples.WITHIN).result());
        QrVerifier verifier = new QrVerifier(Samples.GUID, () -> Samples.list(ACTIVE), Samples.SERIAL::equals);
        assertEquals(Result.REVOKED, verifier.verify(SIGNED, Samples.WITHIN).result());
        assertEquals(Result.EXPIRED, verify(SIGNED, list, Samples.EXPIRES_AT.plusSeconds(1)).result());
    }

    @Test
    void verifyShouldBeValidStaleListWhenNewerListIsDue() {
        Instant now = Samples.WITHIN;
        assertEquals(Result.VALID, verify(SIGNED, new KeyList(List.of(ACTIVE), now, now, Set.of()), now).result());
        KeyList stale = new KeyList(List.of(ACTIVE), now, now.minusSeconds(1), Set.of());
        assertEquals(Result.VALID_STALE_LIST, verify(SIGNED, stale, now).result());
        KeyList dayOld = new KeyList(List.of(ACTIVE), now.minusSeconds(86_401), null, Set.of());
        assertEquals(Result.VALID_STALE_LIST, verify(SIGNED, dayOld, now).result());
        assertEquals(Result.VALID, verify(SIGNED, new KeyList(List.of(ACTIVE), null, null, Set.of()), now).result());
    }

    @Test
    void verifyShouldBeBadTlvWhenSignedContentBreaksARule() {
        String body = SIGNED.substring(0, SIGNED.indexOf("8666")).replace("5802VN", "5802V1");
        assertResult(Result.BAD_TLV, signByHand(body));
    }

    @Test
    void verifyShouldBeBadLayoutWhenSignedTimesAreNoTimes() {
        String body = SIGNED.substring(0, SIGNED.indexOf("8666"));
        assertResult(Result.BAD_LAYOUT, signByHand(body.replace("1798761600", "179876160x")));
        assertResult(Result.BAD_LAYOUT, signByHand(body.replace("1798761600", "1767225600")));
    }

    /** A text up to the first half with a true signature behind it, whatever the text says. */
    private static String signByHand(String signedText) {
        String signature = Base64.getUrlEncoder().withoutPadding()
            .encodeToString(Samples.RFC_KEY.sign(SignatureLayout.signedBytes(signedText)));
        return Samples.crc(signedText + tlv("86", tlv("00", Samples.GUID) + tlv("01", signature.substring(0, 43)))
            + tlv("87", tlv("00", Samples.GUID) + tlv("01", signature.substring(43))));
    }

    private static QrVerification verify(String payload, KeyList list, Instant now) {
        return new QrVerifier(Samples.GUID, () -> list).verify(payload, now);
    }

    private static void assertResult(Result expected, String payload) {
        KeyList list = Samples.list(Samples.trusted(Samples.OTHER_KEY, KeyStatus.RETIRED), ACTIVE);
        QrVerification verification = verify(payload, list, Samples.WITHIN);
        assertEquals(expected, verification.result(), verification.detail() + " " + payload);
    }
}
