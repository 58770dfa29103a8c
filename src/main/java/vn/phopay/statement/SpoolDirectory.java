package vn.phopay.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where uploaded files lie until they are imported. Several instances import each other's uploads only where they share
 * this directory; else each its own. All methods block.
 */
public final class SpoolDirectory {
    private static final String RECEIVING = ".part";
    private static final String RECEIVED = ".statement";

    private final Path dir;

    /** Opens {@code dir}, which is made for its owner alone where it is missing. */
    public SpoolDirectory(Path dir) {
        this.dir = dir;
        try {
            if (!Files.isDirectory(dir)) {
                Files.createDirectories(dir);
                Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + dir, e);
        }
    }

    /** Where a body is written while it comes in. */
    public Path receiving(UUID name) {
        return dir.resolve(name + RECEIVING);
    }

    /** Bytes that are free for further files. */
    public long usableBytes() {
        try {
            return Files.getFileStore(dir).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for the room in " + dir, e);
        }
    }

    /** Removes what a client that went away left behind before {@code before}. */
    public void sweep(Instant before) {
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.filter(path -> path.toString().endsWith(RECEIVING)).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot sweep " + dir, e);
        }
    }

    /** Removes a body that is not wanted. */
    public void discard(Path received) {
        try {
            Files.deleteIfExists(received);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + received, e);
        }
    }

    void keep(Path received, UUID upload) {
        try {
            Files.move(received, path(upload), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + received, e);
        }
    }

    boolean has(UUID upload) {
        return Files.exists(path(upload));
    }

    Path path(UUID upload) {
        return dir.resolve(upload + RECEIVED);
    }
}
