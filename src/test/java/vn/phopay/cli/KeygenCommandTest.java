package vn.phopay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.phopay.qr.Jwks;
import vn.phopay.qr.QrKeyRing;

class KeygenCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:15:00.5Z"), ZoneOffset.UTC);

    @TempDir
    private Path temp;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console = new Console(new ByteArrayInputStream(new byte[0]),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

    @Test
    void qrShouldMakeADirectoryTheServiceCanUse() throws IOException {
        Path directory = temp.resolve("keys");
        assertEquals(0, run(new KeygenQrCommand(console, CLOCK), "--algorithm", "ed25519", "--out",
            directory.toString()));

        JsonObject answer = new JsonObject(out.toString(StandardCharsets.UTF_8));
        List<Path> files = files(answer);
        assertEquals(3, files.size());
        assertOwnerOnly(directory, files);
        assertEquals(answer.getString("keyId"), Jwks.read(Files.readString(files.get(2))).keys().getFirst().id());
        assertEquals(answer.getString("keyId"),
            QrKeyRing.open(directory, CLOCK, new SecureRandom()).signingKey().trusted().id());
    }

    @Test
    void bankShouldMakeASecretOfThirtyTwoBytes() throws IOException {
        assertEquals(0, bank("hmac-sha256"));
        List<Path> files = files(new JsonObject(out.toString(StandardCharsets.UTF_8)));
        String secret = Files.readString(files.getFirst()).strip();
        assertTrue(secret.startsWith("whsec_"));
        assertEquals(32, Base64.getDecoder().decode(secret.substring(6)).length);
        assertOwnerOnly(temp.resolve("bank"), files);
    }

    @Test
    void bankShouldMakePairs() throws IOException {
        for (String algorithm : List.of("ed25519", "rsa-sha256")) {
            out.reset();
            assertEquals(0, bank(algorithm));
            List<Path> files = files(new JsonObject(out.toString(StandardCharsets.UTF_8)));
            assertTrue(Files.readString(files.get(0)).startsWith("-----BEGIN PRIVATE KEY-----"));
            assertTrue(Files.readString(files.get(1)).startsWith("-----BEGIN PUBLIC KEY-----"));
            assertOwnerOnly(temp.resolve("bank"), files);
        }
    }

    @Test
    void keygenShouldSayWrongUseWhenAlgorithmIsUnknown() {
        assertEquals(2, bank("md5"));
        assertEquals(2, run(new KeygenQrCommand(console, CLOCK), "--algorithm", "rsa", "--out", temp.toString()));
        assertEquals(2, run(new KeygenQrCommand(console, CLOCK)));
    }

    @Test
    void keygenShouldFailWhenDirectoryIsAFile() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertEquals(1, run(new KeygenQrCommand(console, CLOCK), "--out", file.toString()));
    }

    private int bank(String algorithm) {
        return run(new KeygenBankCommand(console), "--algorithm", algorithm, "--out", temp.resolve("bank").toString());
    }

    private static int run(Object command, String... args) {
        return new CommandLine(command).setErr(new java.io.PrintWriter(java.io.Writer.nullWriter())).execute(args);
    }

    private static List<Path> files(JsonObject answer) {
        return answer.getJsonArray("files").stream().map(file -> Path.of(String.valueOf(file))).toList();
    }

    private static void assertOwnerOnly(Path directory, List<Path> files) throws IOException {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
        for (Path file : files) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }
}
