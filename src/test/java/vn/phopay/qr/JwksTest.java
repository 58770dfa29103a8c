package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwksTest {
    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    @Test
    void readShouldGiveBackWhatWasWritten() {
        KeyList list = new KeyList(List.of(Samples.trusted(Samples.RFC_KEY, KeyStatus.RETIRED),
                Samples.trusted(Samples.OTHER_KEY, KeyStatus.COMPROMISED),
                new TrustedKey(Samples.key("00".repeat(32)).publicKey(), null, null, KeyStatus.ACTIVE)),
            Samples.WITHIN, Samples.WITHIN.plusSeconds(86_400), Set.of("7Q4K2ZP9XD3MW", "0000000000000"));
        assertEquals(list, Jwks.read(Jwks.write(list)));
    }

    @Test
    void writeShouldHaveTheMembersOfTheStandardsAndOurs() {
        String json = Jwks.write(new KeyList(List.of(Samples.trusted(Samples.RFC_KEY, KeyStatus.ACTIVE)),
            Samples.ISSUED_AT,
            Samples.WITHIN, Set.of("B", "A")));
        assertEquals("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + X
            + "\",\"use\":\"sig\",\"kid\":\"If4x36FU\","
            + "\"signFrom\":\"2025-12-01T00:00:00Z\",\"signUntil\":\"2026-12-01T00:00:00Z\",\"status\":\"active\"}],"
            + "\"issuedAt\":\"2026-01-01T00:00:00Z\","
            + "\"nextUpdate\":\"2026-06-01T00:00:00Z\",\"revokedSerials\":[\"A\",\"B\"]}",
            json);
    }

    @Test
    void readShouldAcceptPlainKeysAndUnixTimes() {
        KeyList list = Jwks.read("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + X
            + "\",\"kid\":\"whatever\",\"signFrom\":1767225600,"
            + "\"signUntil\":\"2026-12-01T07:00:00+07:00\"}],\"more\":[1.5,null]}");
        assertEquals(List.of(new TrustedKey(Samples.RFC_KEY.publicKey(), Samples.ISSUED_AT,
            Instant.parse("2026-12-01T00:00:00Z"), KeyStatus.ACTIVE)), list.keys());
        assertEquals("If4x36FU", list.keys().getFirst().id());
        assertNull(list.nextUpdate());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
        "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"" + X + "\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"use\":\"enc\",\"x\":\"" + X + "\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + X + "\",\"status\":\"new\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}", "7", "null"})
    void readShouldLeaveOutKeysWhenTheyCannotBeUsed(String jwk) {
        assertTrue(Jwks.read("{\"keys\":[" + jwk + "]}").keys().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[]", "{\"keys\":[]}x",
    "{\"keys\":[],\"keys\":[]}",
        "{\"keys\":[],\"nextUpdate\":\"tomorrow\"}", "{\"keys\":[],\"issuedAt\":99999999999999999999}"})
    void readShouldRefuseWhenDocumentIsNoKeyList(String json) {
        assertThrows(QrKeyException.class, () -> Jwks.read(json));
    }
}
