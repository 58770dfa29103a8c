package vn.phopay.programme;

import java.util.ArrayList;
import java.util.List;

/**
 * The records of a CSV text (RFC 4180) as people's spreadsheets write it: comma or semicolon, with or without a
 * BOM.
 */
final class CsvLines {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final char QUOTE = '"';

    private CsvLines() {}

    /** All records that are not blank, the header among them; quotes may hold separators and line ends. */
    static List<List<String>> of(String text) {
        String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        char separator = separator(plain);
        List<List<String>> records = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < plain.length(); i++) {
            char sign = plain.charAt(i);
            if (sign == QUOTE && quoted && i + 1 < plain.length() && plain.charAt(i + 1) == QUOTE) {
                cell.append(QUOTE);
                i++;
            } else if (sign == QUOTE) {
                quoted = !quoted;
            } else if (sign == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (sign == '\n' && !quoted) {
                end(records, cells, cell);
                cells = new ArrayList<>();
            } else {
                cell.append(sign);
            }
        }
        end(records, cells, cell);
        return records;
    }

    private static void end(List<List<String>> records, List<String> cells, StringBuilder cell) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
        if (cells.stream().anyMatch(text -> !text.isEmpty())) {
            records.add(List.copyOf(cells));
        }
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
    }
}
