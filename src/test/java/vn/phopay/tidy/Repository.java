package vn.phopay.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this repository, by paths relative to its top level and with {@code /} between their parts. */
public final class Repository {
    /** Where the product's Java lives. */
    public static final String MAIN_JAVA = "src/main/java";
    /** Where the tests' Java lives. */
    public static final String TEST_JAVA = "src/test/java";
    /** Where SQL statements live. */
    public static final String SQL = "src/main/resources/sql";
    /** Where migrations live. */
    public static final String MIGRATIONS = "src/main/resources/db/migration";
    /** Where the texts of the pages live. */
    public static final String MESSAGES = "src/main/resources/messages";

    private static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private Repository() {}

    /** A text file and what stands in it. */
    public record TextFile(String path, String text) {
        /** The last part of the path. */
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** The file's lines. */
        public List<String> lines() {
            return text.lines().toList();
        }
    }

    /** Whether there is a file or directory {@code path}. */
    public static boolean has(String path) {
        return Files.exists(ROOT.resolve(path));
    }

    /** Every file below {@code directory} whose name ends in {@code suffix}, in order of path. */
    public static List<TextFile> below(String directory, String suffix) {
        try (Stream<Path> paths = Files.walk(ROOT.resolve(directory))) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> ROOT.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(suffix))
                    .sorted()
                    .map(Repository::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file that git knows or would add; where there is no git, every file outside what builds and runs leave. */
    public static List<String> everyPath() {
        List<String> known = gitFiles();
        return known.isEmpty() ? walkedFiles() : known;
    }

    /** Reads one file. */
    public static TextFile read(String path) {
        try {
            return new TextFile(path, Files.readString(ROOT.resolve(path), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static List<String> gitFiles() {
        try {
            Process git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard")
                    .directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? out.lines().filter(Repository::has).toList() : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> walkedFiles() {
        try (Stream<Path> paths = Files.walk(ROOT)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> ROOT.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.matches("(target|\\.phopay|\\.git)/.*|.*\\.log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
