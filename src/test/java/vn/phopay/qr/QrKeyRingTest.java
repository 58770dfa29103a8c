package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.phopay.qr.QrVerification.Result;

class QrKeyRingTest {
    private static final Instant START = Instant.parse("2026-11-22T02:15:00.987654321Z");

    @TempDir
    private Path temp;

    @Test
    void openShouldMakeAFirstKeyOnlyTheOwnerCanReadWhenDirectoryIsMissing() throws IOException {
        Path directory = temp.resolve("a/keys");
        QrKeyRing ring = open(directory, START);

        String id = ring.signingKey().trusted().id();
        assertEquals(id, ring.createdKeyId().orElseThrow());
        assertEquals("rwx------", mode(directory));
        assertEquals("rw-------", mode(directory.resolve("qr-" + id + ".pem")));
        assertEquals("rw-------", mode(directory.resolve("keyring.json")));
        assertEquals(ring.signingKey().privateKey().publicKey(),
            Pem.readPrivate(Files.readString(directory.resolve("qr-" + id + ".pem"))).publicKey());
    }

    @Test
    void openShouldKeepTheKeyWhenOpenedAgain() {
        QrKeyRing first = open(temp, START);
        QrKeyRing second = open(temp, START.plusSeconds(60));
        assertEquals(first.keys(), second.keys());
        assertTrue(second.createdKeyId().isEmpty());
    }

    @Test
    void signedCodeShouldVerifyWhenIssuedInTheKeysFirstSecond() {
        QrKeyRing ring = open(temp, START);
        String payload = sign(ring, START);
        assertEquals(Result.VALID, verify(ring, payload, START));
    }

    @Test
    void rotateShouldKeepOldCodesGoodAndSignWithTheNewKey() {
        QrKeyRing ring = open(temp, START);
        String old = ring.signingKey().trusted().id();
        String before = sign(ring, START);
        Instant later = START.plus(Duration.ofDays(30));

        QrKeyRing rotated = open(temp, later);
        String fresh = rotated.rotate();

        assertFalse(fresh.equals(old));
        assertEquals(List.of(KeyStatus.RETIRED, KeyStatus.ACTIVE),
            rotated.keys().stream().map(TrustedKey::status).toList());
        assertEquals(Result.VALID, verify(rotated, before, later));
        assertEquals(Result.VALID, verify(rotated, sign(rotated, later), later));
        assertEquals(fresh, open(temp, later).signingKey().trusted().id());
    }

    @Test
    void openShouldRotateWhenTheKeysYearIsOver() {
        String old = open(temp, START).signingKey().trusted().id();
        QrKeyRing ring = open(temp, START.plus(QrKeyRing.SIGNING_LIFE));
        assertFalse(ring.signingKey().trusted().id().equals(old));
        assertEquals(2, ring.keys().size());
        assertTrue(ring.createdKeyId().isPresent());
    }

    @Test
    void markCompromisedShouldRevokeAllItSignedAndReplaceTheActiveKey() {
        QrKeyRing ring = open(temp, START);
        String stolen = ring.signingKey().trusted().id();
        String payload = sign(ring, START);
        ring.markCompromised(stolen);

        assertEquals(Result.KEY_REVOKED, verify(ring, payload, START));
        assertFalse(ring.signingKey().trusted().id().equals(stolen));
        assertEquals(Result.KEY_REVOKED, verify(open(temp, START), payload, START));
        assertThrows(QrKeyException.class, () -> ring.markCompromised("AAAAAAAA"));
    }

    @Test
    void openShouldTakeASingleKeyFileWhenThereIsNoState() throws IOException {
        Files.writeString(temp.resolve("mine.pem"), Pem.writePrivate(Samples.RFC_KEY));
        Files.writeString(temp.resolve("mine.pub.pem"), Pem.writePublic(Samples.RFC_KEY.publicKey()));
        QrKeyRing ring = open(temp, START);
        assertEquals("If4x36FU", ring.signingKey().trusted().id());
        assertTrue(ring.createdKeyId().isEmpty());
        assertEquals("If4x36FU", open(temp, START).signingKey().trusted().id());
    }

    @Test
    void openShouldRefuseWhenFilesDoNotSayWhichKeySigns() throws IOException {
        Files.writeString(temp.resolve("a.pem"), Pem.writePrivate(Samples.RFC_KEY));
        Files.writeString(temp.resolve("b.pem"), Pem.writePrivate(Samples.OTHER_KEY));
        assertThrows(QrKeyException.class, () -> open(temp, START));
    }

    @Test
    void openShouldRefuseWhenStateAndFilesDoNotGoTogether() throws IOException {
        QrKeyRing ring = open(temp, START);
        Path keyFile = temp.resolve("qr-" + ring.signingKey().trusted().id() + ".pem");
        Path state = temp.resolve("keyring.json");
        String json = Files.readString(state);

        Files.writeString(state, json.replace("active", "retired"));
        assertThrows(QrKeyException.class, () -> open(temp, START));
        Files.writeString(state, json.replace("Ed25519", "Ed448"));
        assertThrows(QrKeyException.class, () -> open(temp, START));
        Files.writeString(state, json);
        Files.writeString(keyFile, Pem.writePrivate(Samples.RFC_KEY));
        assertThrows(QrKeyException.class, () -> open(temp, START));
        Files.delete(keyFile);
        assertThrows(QrKeyException.class, () -> open(temp, START));
    }

    @Test
    void keyListShouldBeFreshForADay() {
        KeyList list = open(temp, START).keyList(Set.of("7Q4K2ZP9XD3MW"), KeyList.FRESH_FOR);
        assertFalse(list.isStaleAt(START.plus(Duration.ofHours(23))));
        assertTrue(list.isStaleAt(START.plus(Duration.ofHours(25))));
        assertEquals(Set.of("7Q4K2ZP9XD3MW"), list.revokedSerials());
    }

    @Test
    void openShouldLeaveNoHalfWrittenFilesBehind() throws IOException {
        open(temp, START).rotate();
        try (Stream<Path> files = Files.list(temp)) {
            assertEquals(4, files.count(), "two keys, state, lock");
        }
    }

    private static QrKeyRing open(Path directory, Instant now) {
        return QrKeyRing.open(directory, Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
    }

    private static String sign(QrKeyRing ring, Instant now) {
        return new QrSigner(Samples.GUID, ring::signingKey)
            .sign(Samples.buncha(), new SigningTerms(now, now.plus(Duration.ofDays(300)), Samples.SERIAL)).payload();
    }

    private static Result verify(QrKeyRing ring, String payload, Instant now) {
        KeyList list = ring.keyList(Set.of(), KeyList.FRESH_FOR);
        return new QrVerifier(Samples.GUID, () -> list).verify(payload, now).result();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
