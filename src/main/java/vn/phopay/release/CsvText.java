package vn.phopay.release;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file as RFC 4180 writes it, with LF line ends: equal rows give equal text. */
final class CsvText {
    private final StringBuilder text = new StringBuilder();
    private final int columns;

    CsvText(List<String> header) {
        this.columns = header.size();
        add(header.toArray(String[]::new));
    }

    /** Adds a row; a value that spreadsheets would take for a formula is of ours alone, none is anybody's free text. */
    CsvText add(String... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException("a row has " + columns + " values, not " + values.length);
        }
        text.append(Arrays.stream(values).map(CsvText::quoted).collect(Collectors.joining(","))).append('\n');
        return this;
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
