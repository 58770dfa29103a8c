package vn.phopay.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A temporary directory that every user may enter, gone after the class: the embedded server of a test may have to run
 * as another user, and a plain temporary directory is private.
 */
public final class SharedDirectory implements AfterAllCallback {
    private final Path path;

    public SharedDirectory() {
        try {
            path = Files.createTempDirectory("phopay-test-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        permit("rwxr-xr-x");
    }

    public Path path() {
        return path;
    }

    /** Changes who may do what with the directory itself, in the notation {@code rwxr-xr-x}. */
    public void permit(String permissions) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : deepestFirst) {
            Files.delete(one);
        }
    }
}
