package vn.phopay.profile;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the file that is handed out, entry by entry and page by page. Blocks: to be called on a worker. */
final class ExportZip implements Closeable {
    /** Tells spreadsheets that a CSV file is UTF-8: without it they break every Vietnamese letter. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final ZipOutputStream zip;
    private final Instant madeAt;
    private boolean first = true;

    /** Writes into {@code channel}, which stays open. */
    ExportZip(FileChannel channel, Instant madeAt) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
        this.madeAt = madeAt;
    }

    /** A whole entry. */
    void text(String name, String text) throws IOException {
        open(name);
        write(text);
        zip.closeEntry();
    }

    /** Begins a list of objects. */
    void beginJson(String part) throws IOException {
        open(part + ".json");
        write("[");
    }

    /** Some more of its objects. */
    void json(RowSet<Row> page) throws IOException {
        for (Row row : page) {
            write((first ? "\n" : ",\n") + ExportRow.json(row));
            first = false;
        }
    }

    /** Ends the list. */
    void endJson() throws IOException {
        write("\n]\n");
        zip.closeEntry();
    }

    /** Begins a table; its head comes with its first page. */
    void beginCsv(String part) throws IOException {
        open(part + ".csv");
        write(BYTE_ORDER_MARK);
    }

    /** Some more of its rows. */
    void csv(RowSet<Row> page) throws IOException {
        if (first) {
            write(ExportRow.header(page.columnsNames()));
            first = false;
        }
        for (Row row : page) {
            write(ExportRow.csv(row));
        }
    }

    /** Ends the table. */
    void endCsv() throws IOException {
        zip.closeEntry();
    }

    private void open(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(madeAt.toEpochMilli());
        zip.putNextEntry(entry);
        first = true;
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the file; the channel stays open. */
    @Override
    public void close() throws IOException {
        zip.finish();
        zip.flush();
    }
}
