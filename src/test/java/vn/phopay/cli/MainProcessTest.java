package vn.phopay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program as a script would: what else in it writes to standard output shows only here. */
class MainProcessTest {
    @TempDir
    private Path temp;

    @Test
    void standardOutputShouldHoldAnswersOnlyWhenLocaleIsPosix() throws IOException, InterruptedException {
        String input = "{\"bin\":\"970422\",\"account\":\"1\",\"name\":\"Phở\"}\n{\"bin\":\"970422\",\"sổ\":\"1\"}\n";
        Path output = temp.resolve("out");

        assertEquals(0, run(input, output, "qr", "encode"));

        List<JsonObject> answers = Files.readAllLines(output).stream().map(JsonObject::new).toList();
        assertEquals(2, answers.size());
        assertTrue(answers.get(0).getString("payload").contains("5903Pho"));
        assertEquals("sổ: unknown field", answers.get(1).getJsonObject("error").getString("detail"));
    }

    @Test
    void exitCodeShouldSayHowItWent() throws IOException, InterruptedException {
        Path output = temp.resolve("out");
        assertEquals(2, run("", output, "no-such-command"));
        assertEquals(1, run("", output, "qr", "verify", "--jwks", "no-such-file"));
        assertEquals("", Files.readString(output));
    }

    private int run(String input, Path output, String... args) throws IOException, InterruptedException {
        Path in = Files.writeString(temp.resolve("in"), input);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(
            List.of(java, "-cp", System.getProperty("java.class.path"), "vn.phopay.cli.Main"));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(in.toFile()).redirectOutput(output.toFile())
            .redirectError(temp.resolve("err").toFile());
        builder.environment().put("LC_ALL", "POSIX");
        return builder.start().waitFor();
    }
}
