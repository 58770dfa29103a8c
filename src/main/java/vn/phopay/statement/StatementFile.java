package vn.phopay.statement;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/**
 * A statement file on disk.
 *
 * @param path where it lies
 * @param format how it is written
 * @param reference identity of the statements of a file that names none
 */
public record StatementFile(Path path, Format format, String reference) {
    private static final int BUFFER_BYTES = 64 * 1024;

    /** The forms of files. */
    public enum Format {
        /** ISO 20022 XML, camt.053 or camt.054. */
        CAMT,
        /** The table of our own. */
        CSV
    }

    /**
     * Opens a reader; see {@link CamtReader} for {@code undivided}.
     *
     * @throws StatementUnreadableException where the very beginning is wrong
     */
    public StatementReader open(Set<Long> undivided) throws StatementUnreadableException, IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        try {
            refuseArchive(in);
            return format == Format.CAMT ? new CamtReader(in, undivided) : new CsvStatementReader(in, reference);
        } catch (StatementUnreadableException | IOException refused) {
            in.close();
            throw refused;
        }
    }

    /** A parser would complain too, but nobody would understand it. */
    private static void refuseArchive(InputStream in) throws IOException, StatementUnreadableException {
        in.mark(4);
        byte[] magic = in.readNBytes(4);
        in.reset();
        boolean zip = Arrays.equals(magic, new byte[] {'P', 'K', 3, 4});
        boolean gzip = magic.length > 1 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        if (zip || gzip) {
            throw new StatementUnreadableException("byte 1", "the file is compressed; send it as it is");
        }
    }
}
