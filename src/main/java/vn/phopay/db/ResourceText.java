package vn.phopay.db;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads a UTF-8 text of the class path, alike from a directory and from inside the jar. */
final class ResourceText {
    private ResourceText() {}

    /** The text of {@code path}, or an {@link UncheckedIOException} when there is none: a fault of the build. */
    static String read(String path) {
        try (InputStream in = ResourceText.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new FileNotFoundException("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
