package vn.phopay.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs to its end and keeps the end of what it said. */
final class Tool {
    private static final int OUTPUT_CHARS_MAX = 2000;

    private Tool() {}

    /** How a program ended: its exit code, or -1 when it was stopped for taking too long, and what it said last. */
    record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }

        Result orThrow(String what) {
            if (!succeeded()) {
                throw new EmbeddedPostgresException(what + " failed (exit code " + exitCode + "): " + output);
            }
            return this;
        }
    }

    /** Runs {@code command}; a program that cannot be started at all gives exit code 127. */
    static Result run(List<String> command, String input, Duration timeout) {
        Path said = null;
        try {
            // A file and not a pipe: the server inherits it and would keep a pipe open for its whole life.
            said = Files.createTempFile("phopay-tool-", ".log");
            Process process = builder(command, said).start();
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                return new Result(-1, "no end within " + timeout.toSeconds() + " s; " + tail(said));
            }
            return new Result(process.exitValue(), tail(said));
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("interrupted while running " + command.getFirst(), e);
        } finally {
            deleteQuietly(said);
        }
    }

    private static ProcessBuilder builder(List<String> command, Path said) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.directory(Path.of(System.getProperty("java.io.tmpdir")).toFile());
        Map<String, String> environment = builder.environment();
        // PGDATA, PGPORT, PGOPTIONS of the operator's shell are about another server.
        environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("PHOPAY_"));
        environment.put("LC_ALL", "C");
        return builder;
    }

    private static String tail(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8).strip();
        return text.length() <= OUTPUT_CHARS_MAX ? text : "…" + text.substring(text.length() - OUTPUT_CHARS_MAX);
    }

    private static void deleteQuietly(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
