package vn.phopay.profile;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;

/**
 * What was made to be handed out. The file has no name on disk any more: closed, or lost with this process, it is gone.
 *
 * @param channel the bytes; whoever got it closes it
 * @param sizeBytes how many
 * @param rows how many rows of all parts it tells
 */
public record ExportedFile(FileChannel channel, long sizeBytes, long rows) implements Closeable {
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
