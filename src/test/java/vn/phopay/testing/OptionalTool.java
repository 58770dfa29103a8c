package vn.phopay.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/**
 * A program some tests can use but need not find. Where it is missing the test is aborted with a message that says
 * so; with {@code REQUIRE_OPTIONAL_TESTS=true} (environment or system property) it fails instead.
 */
public final class OptionalTool {
    private static final String REQUIRE = "REQUIRE_OPTIONAL_TESTS";

    private OptionalTool() {
    }

    /** The program's path. */
    public static Path require(String program) {
        Optional<Path> found = find(program);
        if (found.isPresent()) {
            return found.get();
        }
        String message = "the program \"" + program + "\" is not installed: this part was not tested";
        if (isRequired()) {
            Assertions.fail(message + ", and " + REQUIRE + " is set");
        }
        throw new TestAbortedException(message);
    }

    private static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
            .filter(directory -> !directory.isEmpty())
            .map(directory -> Path.of(directory, program))
            .filter(Files::isExecutable)
            .findFirst();
    }

    private static boolean isRequired() {
        return Boolean.parseBoolean(System.getenv(REQUIRE)) || Boolean.getBoolean(REQUIRE);
    }
}
