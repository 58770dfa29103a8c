package vn.phopay.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a seed file of ours: CSV (RFC 4180) in UTF-8 with a header line, one record a line. A record whose cells do not
 * fit the header is a fault of the build and stops the start.
 */
public final class SeedFile {
    private static final char QUOTE = '"';

    private final List<Row> rows;

    private SeedFile(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Reads {@code /seed/<name>} from the class path. */
    public static SeedFile load(String name) {
        String path = "/seed/" + name;
        try (InputStream in = SeedFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing seed file " + path);
            }
            return parse(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read seed file " + path, e);
        }
    }

    /** Reads {@code text}; {@code path} names it in faults. */
    static SeedFile parse(String path, String text) {
        List<String> lines = text.lines().toList();
        List<String> header = cells(lines.getFirst());
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            if (cells.size() != header.size()) {
                throw new IllegalStateException(path + ": " + cells.size() + " cells in the row " + line);
            }
            rows.add(Row.of(header, cells));
        }
        return new SeedFile(rows);
    }

    /** The records in the order of the file. */
    public List<Row> rows() {
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = quoted && c == QUOTE && i + 1 < line.length() && line.charAt(i + 1) == QUOTE;
            if (doubled) {
                cell.append(QUOTE);
                i++;
            } else if (c == QUOTE) {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** One record, read by the names of its columns. */
    public record Row(Map<String, String> columnToCell) {
        private static Row of(List<String> header, List<String> cells) {
            Map<String, String> columnToCell = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                columnToCell.put(header.get(i), cells.get(i));
            }
            return new Row(Map.copyOf(columnToCell));
        }

        /** The cell of a column; empty where nothing is known. */
        public String get(String column) {
            String cell = columnToCell.get(column);
            if (cell == null) {
                throw new IllegalStateException("no column " + column);
            }
            return cell;
        }

        /** The members of a cell that holds several, joined by {@code +}. */
        public List<String> list(String column) {
            String cell = get(column);
            return cell.isEmpty() ? List.of() : List.of(cell.split("\\+", -1));
        }
    }
}
