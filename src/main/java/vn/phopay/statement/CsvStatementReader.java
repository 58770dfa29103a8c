package vn.phopay.statement;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import vn.phopay.statement.StatementHead.Kind;

/**
 * Reads our CSV form of a statement: UTF-8 (a byte order mark is allowed), RFC 4180, the first row names the columns.
 * Rows of several accounts may stand in any order; each account's rows are one statement.
 */
final class CsvStatementReader implements StatementReader {
    private static final int CHARACTERS_MAX = 256 * 1024;

    private final GuardedInput in;
    private final CsvReader<CsvRecord> csv;
    private final CloseableIterator<CsvRecord> rows;
    private final String reference;
    private final Queue<StatementPart> ready = new ArrayDeque<>(2);
    private @Nullable CsvRow reader;
    private @Nullable String account;
    private long row;

    /** Reads {@code file}; {@code reference} is the identity of its statements, for the file itself has none. */
    CsvStatementReader(InputStream file, String reference) {
        this.in = new GuardedInput(file);
        this.reference = reference;
        InputStreamReader strict = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
        this.csv = CsvReader.builder()
                .maxBufferSize(CHARACTERS_MAX)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(strict);
        this.rows = csv.iterator();
    }

    @Override
    public @Nullable StatementPart next() throws StatementUnreadableException {
        if (!ready.isEmpty()) {
            return ready.poll();
        }
        if (reader == null) {
            reader = new CsvRow(CsvColumns.of(read("the file is empty; a header is required").getFields()));
            take(reader, read("there is a header and no line"));
        } else if (hasNext()) {
            take(reader, read("the row is missing"));
        }
        return ready.poll();
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was read cannot fail to close", e);
        }
    }

    private void take(CsvRow by, CsvRecord record) throws StatementUnreadableException {
        List<String> cells = record.getFields();
        String place = "row " + row;
        String own = by.account(place, cells);
        if (!own.equals(account)) {
            account = own;
            ready.add(new StatementPart.Begun(new StatementHead(Kind.CSV, reference, own, null, null, null)));
        }
        ready.add(new StatementPart.Told(by.read(place, row, cells)));
        in.progress();
    }

    private CsvRecord read(String whenMissing) throws StatementUnreadableException {
        if (!hasNext()) {
            throw new StatementUnreadableException("row " + (row + 1), whenMissing);
        }
        CsvRecord record = rows.next();
        row++;
        in.progress();
        return record;
    }

    private boolean hasNext() throws StatementUnreadableException {
        try {
            return rows.hasNext();
        } catch (CsvParseException | UncheckedIOException e) {
            throw new StatementUnreadableException(
                    "after row " + row, isBadUtf8(e) ? "is not UTF-8" : tooLargeOrBroken());
        }
    }

    private String tooLargeOrBroken() {
        return in.exceeded()
                ? "more than " + GuardedInput.BYTES_MAX + " bytes hold no row"
                : "is no row of RFC 4180, or longer than " + CHARACTERS_MAX + " characters";
    }

    private static boolean isBadUtf8(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }
}
