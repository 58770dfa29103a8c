package vn.phopay.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to run the embedded server of one data directory, held by one process at a time.
 *
 * <p>The operating system gives it back when the process dies, however it dies. The set of held directories is static
 * because the lock belongs to the whole process: on POSIX, closing any channel of the file loses the lock, so a second
 * attempt of our own must be refused before it opens the file.
 */
final class DataDirLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();
    /** Far behind the text, so that others may read the holder's pid where locks are mandatory (Windows). */
    private static final long POSITION = 1L << 40;

    private final Path key;
    private final FileChannel channel;

    private DataDirLock(Path key, FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /** Takes the lock of {@code dir}, or throws {@link EmbeddedPostgresException} naming who holds it. */
    static DataDirLock take(Path dir) {
        try {
            Path key = dir.toRealPath();
            if (!HELD_HERE.add(key)) {
                throw inUse(dir, Long.toString(ProcessHandle.current().pid()));
            }
            return take(dir, key);
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot lock " + dir + ": " + e.getMessage(), e);
        }
    }

    private static DataDirLock take(Path dir, Path key) throws IOException {
        Path file = dir.resolve("pg.lock");
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(POSITION, 1, false);
            if (lock == null) {
                throw inUse(dir, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
            taken = true;
            return new DataDirLock(key, channel);
        } finally {
            if (!taken) {
                HELD_HERE.remove(key);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedPostgresException("cannot give back the lock of " + key + ": " + e.getMessage(), e);
        } finally {
            HELD_HERE.remove(key);
        }
    }

    private static EmbeddedPostgresException inUse(Path dir, String pid) {
        return new EmbeddedPostgresException("another phopay (pid " + pid + ") is using " + dir
                + "; stop it, or set PHOPAY_DATA_DIR to another directory");
    }
}
