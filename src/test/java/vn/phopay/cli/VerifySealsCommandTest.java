package vn.phopay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.phopay.dayclose.Seal;
import vn.phopay.dayclose.SignSeal;
import vn.phopay.qr.Jwks;
import vn.phopay.qr.KeyList;
import vn.phopay.qr.QrKeyRing;

class VerifySealsCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    private Path jwks;
    private Seal first;
    private Seal second;

    @BeforeEach
    void seal() throws IOException {
        QrKeyRing ring = QrKeyRing.openForSeals(directory.resolve("keys"), Clock.systemUTC(), new SecureRandom());
        SignSeal sign = new SignSeal(ring::signingKey);
        first = sign.sign(document("2026-11-20", Seal.GENESIS));
        ring.rotate();
        second = sign.sign(document("2026-11-21", first.hash()));
        jwks = directory.resolve("seal-keys.json");
        Files.writeString(jwks, Jwks.write(ring.keyList(Set.of(), KeyList.FRESH_FOR)));
    }

    private static JsonObject document(String day, String previous) {
        return new JsonObject().put("version", 1).put("businessDate", day).put("previous", previous)
            .put("sealedAt", Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    @Test
    void verifyShouldAnswerEverySealAndEndWellWhateverTheVerdict() {
        assertEquals(0, run("", "--jwks", jwks.toString(), "--after", "genesis", "--seals", write(first, second)));
        assertEquals(List.of(true, true), answers().stream().map(answer -> answer.getBoolean("valid")).toList());
        out.reset();
        assertEquals(0, run(second.line() + "\nrubbish\n", "--jwks", jwks.toString(), "--after", "genesis"));
        assertEquals(List.of("BROKEN_CHAIN", "MALFORMED"),
            answers().stream().map(answer -> answer.getString("reason")).toList());
    }

    @Test
    void verifyShouldSayThatAnExcerptHasNoKnownBeginning() {
        assertEquals(0, run(second.line(), "--jwks", jwks.toString()));
        JsonObject answer = answers().getFirst();
        assertTrue(answer.getBoolean("valid"));
        assertEquals("NOT_SHOWN", answer.getString("follows"));
        assertEquals("2026-11-21", answer.getString("businessDate"));
        assertEquals(second.hash(), answer.getString("hash"));
        assertFalse(answer.containsKey("reason"));
    }

    @Test
    void verifyShouldSayByItsExitCodeThatItCouldNotWork() {
        assertEquals(1, run(first.line(), "--jwks", directory.resolve("missing").toString()));
        assertEquals(1, run("", "--jwks", jwks.toString(), "--seals", directory.resolve("missing").toString()));
        assertEquals(2, run(first.line()));
        assertEquals(2, run(first.line(), "--jwks", jwks.toString(), "--after", "yesterday"));
    }

    private String write(Seal... seals) {
        Path file = directory.resolve("seals.jsonl");
        StringBuilder lines = new StringBuilder();
        for (Seal seal : seals) {
            lines.append(seal.line()).append('\n');
        }
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    private int run(String input, String... arguments) {
        Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        CommandLine command = new CommandLine(new VerifySealsCommand(console));
        command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        return command.execute(arguments);
    }

    private List<JsonObject> answers() {
        return out.toString(StandardCharsets.UTF_8).lines().map(JsonObject::new).toList();
    }
}
