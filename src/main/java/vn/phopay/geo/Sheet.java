package vn.phopay.geo;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table that somebody brought in: CSV (RFC 4180) in UTF-8 with or without a byte order mark, lines ended by LF or
 * CRLF, cells parted by commas, or by semicolons as Excel writes them in Vietnam. Cells are stripped and in normal
 * form C.
 *
 * @param rows the lines below the header; empty where the table could not be read
 * @param faults what is wrong with the table as a table
 */
public record Sheet(List<Row> rows, List<SheetFault> faults) {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** Copies both. */
    public Sheet {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
    }

    /**
     * One line.
     *
     * @param line its number in the file, from 1, the header counted
     * @param columnToCell its cells; empty where nothing was written
     */
    public record Row(int line, Map<String, String> columnToCell) {
        /** Copies the cells. */
        public Row {
            columnToCell = Map.copyOf(columnToCell);
        }

        /** A cell; empty where it is empty, or its column is not there. */
        public String get(String column) {
            return columnToCell.getOrDefault(column, "");
        }

        /** A cell that holds something. */
        public Optional<String> optional(String column) {
            return Optional.of(get(column)).filter(cell -> !cell.isEmpty());
        }

        /** The members of a cell that holds several, joined by {@code +}. */
        public List<String> list(String column) {
            return optional(column).stream()
                    .flatMap(cell -> List.of(cell.split("\\+", -1)).stream())
                    .map(String::strip)
                    .toList();
        }
    }

    /**
     * Which columns a table has.
     *
     * @param required those that must be there
     * @param optional those that may be there
     * @param rowsMax how many lines are taken at most
     */
    public record Shape(List<String> required, List<String> optional, int rowsMax) {
        /** Copies both. */
        public Shape {
            required = List.copyOf(required);
            optional = List.copyOf(optional);
        }

        boolean knows(String column) {
            return required.contains(column) || optional.contains(column);
        }
    }

    /** Reads {@code bytes} as a table of {@code shape}. */
    public static Sheet read(byte[] bytes, Shape shape) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            return refused(SheetFault.Kind.NOT_UTF8);
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.indexOf(0) >= 0) {
            return refused(SheetFault.Kind.NOT_CSV);
        }
        try {
            return read(records(text), shape);
        } catch (CsvParseException broken) {
            return refused(SheetFault.Kind.NOT_CSV);
        }
    }

    private static Sheet refused(SheetFault.Kind kind) {
        return new Sheet(List.of(), List.of(SheetFault.of(0, "", kind)));
    }

    private static List<CsvRecord> records(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)
                .stream()
                .toList();
    }

    private static Sheet read(List<CsvRecord> records, Shape shape) {
        if (records.size() < 2) {
            return refused(SheetFault.Kind.EMPTY);
        }
        if (records.size() - 1 > shape.rowsMax()) {
            return new Sheet(List.of(), List.of(
                    SheetFault.of(0, "", SheetFault.Kind.TOO_MANY, String.valueOf(shape.rowsMax()))));
        }
        List<String> header = records.getFirst().getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<SheetFault> faults = new ArrayList<>(faultsOf(header, shape));
        List<Row> rows = new ArrayList<>();
        if (faults.isEmpty()) {
            for (CsvRecord record : records.subList(1, records.size())) {
                int line = Math.toIntExact(record.getStartingLineNumber());
                if (record.getFieldCount() == header.size()) {
                    rows.add(row(line, header, record));
                } else if (!isBlank(record)) {
                    faults.add(SheetFault.of(line, "", SheetFault.Kind.CELLS,
                            String.valueOf(record.getFieldCount()), String.valueOf(header.size())));
                }
            }
        }
        return new Sheet(rows, faults);
    }

    private static List<SheetFault> faultsOf(List<String> header, Shape shape) {
        List<SheetFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!shape.knows(column)) {
                faults.add(SheetFault.of(1, column, SheetFault.Kind.COLUMN_UNKNOWN));
            } else if (!seen.add(column)) {
                faults.add(SheetFault.of(1, column, SheetFault.Kind.COLUMN_TWICE));
            }
        }
        shape.required().stream()
                .filter(column -> !seen.contains(column))
                .forEach(column -> faults.add(SheetFault.of(1, column, SheetFault.Kind.COLUMN_MISSING)));
        return faults;
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private static Row row(int line, List<String> header, CsvRecord record) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), Normalizer.normalize(record.getField(i).strip(), Normalizer.Form.NFC));
        }
        return new Row(line, cells);
    }
}
