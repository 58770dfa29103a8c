package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrSignerTest {
    private static final QrSigner SIGNER = Samples.signer(Samples.RFC_KEY);

    @Test
    void signShouldGiveTheWorkedExampleWhenKeyAndTermsAreItsOwn() {
        SignedQr signed = SIGNER.sign(Samples.buncha(), Samples.terms());
        assertEquals(Samples.SIGNED, signed.payload());
        assertEquals("If4x36FU", signed.keyId());
        assertEquals(400, signed.payload().length());
    }

    @Test
    void signShouldRefuseWhenLifeIsTooLong() {
        Instant from = Samples.ISSUED_AT;
        QrPayload fixed = Samples.buncha();
        QrPayload dynamic = QrPayload.to("970436", "1").amountVnd(1).build();
        SIGNER.sign(fixed, new SigningTerms(from, from.plusSeconds(400 * 86_400), Samples.SERIAL));
        SIGNER.sign(dynamic, new SigningTerms(from, from.plusSeconds(86_400), Samples.SERIAL));
        assertThrows(QrInputException.class,
            () -> SIGNER.sign(fixed, new SigningTerms(from, from.plusSeconds(400 * 86_400 + 1), Samples.SERIAL)));
        assertThrows(QrInputException.class,
            () -> SIGNER.sign(dynamic, new SigningTerms(from, from.plusSeconds(86_401), Samples.SERIAL)));
    }

    @Test
    void termsShouldBeRefusedWhenTimesOrSerialAreWrong() {
        Instant from = Samples.ISSUED_AT;
        assertThrows(QrInputException.class, () -> new SigningTerms(from, from, Samples.SERIAL));
        assertThrows(QrInputException.class, () -> new SigningTerms(from, from.plusMillis(999), Samples.SERIAL));
        assertThrows(QrInputException.class, () -> new SigningTerms(Instant.EPOCH, from, Samples.SERIAL));
        assertThrows(QrInputException.class, () -> new SigningTerms(from, from.plusSeconds(9), "7Q4K2ZP9XD3M"));
        assertThrows(QrInputException.class, () -> new SigningTerms(from, from.plusSeconds(9), "7Q4K2ZP9XD3MI"));
    }

    @Test
    void signShouldRefuseWhenKeyMayNotSignThen() {
        Instant before = Instant.parse("2025-11-30T23:59:59Z");
        assertThrows(QrKeyException.class,
            () -> SIGNER.sign(Samples.buncha(), new SigningTerms(before, before.plusSeconds(60), Samples.SERIAL)));
    }

    @Test
    void signShouldGiveUpPostalCodeWhenPayloadWouldBeTooLong() {
        QrPayloadBuilder builder = QrPayload.to("970436", "1".repeat(19)).categoryCode("5812")
            .merchantName("N".repeat(25))
            .city("C".repeat(15)).storeLabel("S".repeat(25)).terminal("T".repeat(25)).reference("R".repeat(25))
            .amountVnd(QrPayloadBuilder.AMOUNT_VND_MAX).memo("M".repeat(8));
        SigningTerms day = new SigningTerms(Samples.ISSUED_AT, Samples.ISSUED_AT.plusSeconds(86_400), Samples.SERIAL);
        String without = SIGNER.sign(builder.build(), day).payload();
        assertTrue(without.length() <= 512 && without.length() > 498, "length " + without.length());
        assertEquals(without, SIGNER.sign(builder.postalCode("1000000000").build(), day).payload());

        QrSigner longGuid = new QrSigner("vn.example.a23456789.b23", () -> new SigningKey(Samples.RFC_KEY,
            Samples.trusted(Samples.RFC_KEY, KeyStatus.ACTIVE)));
        assertThrows(QrInputException.class, () -> longGuid.sign(builder.build(), day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "vn", "vn.", ".vn", "vn..x", "vn.exa mple", "VN.x", "vn.-x", "vn.ví",
    "vn.example.a23456789.b234"})
    void signerShouldBeRefusedWhenGuidIsNoReverseDomainName(String guid) {
        assertThrows(QrInputException.class, () -> new QrSigner(guid, () -> {
            throw new AssertionError("no key is asked for");
        }));
    }

    @Test
    void nextShouldGiveDistinctSerialsOfTheRightForm() {
        SerialSource source = SerialSource.random(new SecureRandom());
        Set<String> serials = new HashSet<>();
        for (int count = 0; count < 1000; count++) {
            String serial = source.next();
            assertTrue(SerialSource.isSerial(serial), serial);
            serials.add(serial);
        }
        assertEquals(1000, serials.size());
    }

    @Test
    void keyIdShouldBeTheWorkedExamplesWhenKeyIs() {
        assertEquals("If4x36FU", Samples.RFC_KEY.publicKey().id());
        assertEquals("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            java.util.HexFormat.of().formatHex(Samples.RFC_KEY.publicKey().raw()));
    }

    @Test
    void publicKeyShouldBeRefusedWhenItIsWeakOrNoKey() {
        byte[] identity = new byte[32];
        identity[0] = 1;
        for (byte[] raw : List.of(new byte[31], new byte[33], identity, new byte[32])) {
            assertThrows(QrKeyException.class, () -> new QrPublicKey(raw));
        }
    }
}
