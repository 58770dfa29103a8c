package vn.phopay.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.phopay.payment.CsvText;

/**
 * A chart's table: what the page shows in its place and what the CSV file holds.
 *
 * @param caption what it tells
 * @param columns the first one names the rows
 * @param rows as many cells each as there are columns
 */
public record Twin(String caption, List<Column> columns, List<Row> rows) {
    /** Copies both lists. @throws IllegalArgumentException where a row has too many cells or too few */
    public Twin {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        int cells = columns.size();
        if (rows.stream().anyMatch(row -> row.cells().size() != cells)) {
            throw new IllegalArgumentException("a row of " + caption + " has not " + cells + " cells");
        }
    }

    /**
     * A column.
     *
     * @param id what files call it: the metric's id where it holds one
     * @param title what people read over it
     * @param numbers how its values are written; null for text
     */
    public record Column(String id, String title, @Nullable Numbers numbers) {
        /** A column of words. */
        public static Column text(String id, String title) {
            return new Column(id, title, null);
        }

        /** Whether it holds values. */
        public boolean isNumber() {
            return numbers != null;
        }

        /** Its head in a file: {@code activeOutlets30 (count)}. */
        String head() {
            Numbers held = numbers;
            return held == null ? id : id + " (" + held.unitName() + ")";
        }
    }

    /**
     * A row.
     *
     * @param cells one a column
     */
    public record Row(List<Cell> cells) {
        /** Copies {@code cells}. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row of these cells. */
        public static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    /**
     * A cell.
     *
     * @param text what people read
     * @param number its value; null for words, and where the value is not known
     * @param isValue whether it stands for a value, known or not
     * @param href where it leads; null for nowhere
     */
    public record Cell(String text, @Nullable BigDecimal number, boolean isValue, @Nullable String href) {
        /** Words. */
        public static Cell of(String text) {
            return new Cell(text, null, false, null);
        }

        /** Words that lead somewhere. */
        public static Cell link(String text, String href) {
            return new Cell(text, null, false, href);
        }

        /** A value, or {@code missing} in words where it is not known; files then hold nothing. */
        public static Cell of(Numbers numbers, @Nullable BigDecimal value, String missing) {
            return new Cell(numbers.text(value, missing), value, true, null);
        }

        /** A difference, with its sign. */
        public static Cell change(Numbers numbers, @Nullable BigDecimal value, String missing) {
            return new Cell(value == null ? missing : numbers.change(value), value, true, null);
        }

        private Object inFile() {
            BigDecimal value = number;
            if (isValue) {
                return value == null ? "" : value;
            }
            return text;
        }
    }

    /** The file: UTF-8 without a byte order mark, RFC 4180, one header row of ids and units, decimals with a point. */
    public String csv() {
        StringBuilder file = new StringBuilder(CsvText.line(columns.stream().map(Column::head).toList()));
        for (Row row : rows) {
            List<Object> cells = new ArrayList<>();
            row.cells().forEach(cell -> cells.add(cell.inFile()));
            file.append(CsvText.line(cells));
        }
        return file.toString();
    }
}
