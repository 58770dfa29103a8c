package vn.phopay.book;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One sheet of an Office Open XML workbook (ISO/IEC 29500, SpreadsheetML), written cell by cell, row by row. Texts are
 * inline strings, so that none is ever taken for a formula.
 */
final class XlsxSheet {
    /** How a cell looks; the place in the list is its number in {@link XlsxFile}'s table of styles. */
    enum Style {
        PLAIN, BOLD, TITLE, CENTRED, ITALIC, ITALIC_RIGHT, HEAD, TEXT, DAY, MONEY, TOTAL_TEXT, TOTAL_MONEY, NUMBER
    }

    /** Day 0 of the 1900 date system, in which 1900 wrongly is a leap year: right for every day from March 1900 on. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final String name;
    private final List<Integer> widths;
    private final StringBuilder rows = new StringBuilder();
    private final List<String> merged = new ArrayList<>();
    private String repeated = "";
    private int row;
    private int column;

    /** A sheet called {@code name} with columns of {@code widths} characters. */
    XlsxSheet(String name, List<Integer> widths) {
        this.name = name;
        this.widths = List.copyOf(widths);
    }

    String name() {
        return name;
    }

    /** The rows that are printed on every page, as a range; empty for none. */
    String repeated() {
        return repeated;
    }

    /** Begins the next row. */
    XlsxSheet row() {
        if (row > 0) {
            rows.append("</row>");
        }
        row++;
        column = 0;
        rows.append("<row r=\"").append(row).append("\">");
        return this;
    }

    /** The number of the row that is being written, from 1 on. */
    int rowNumber() {
        return row;
    }

    /** Leaves {@code cells} cells empty. */
    XlsxSheet skip(int cells) {
        column += cells;
        return this;
    }

    XlsxSheet text(String text, Style style) {
        open(style).append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">").append(escaped(text))
                .append("</t></is></c>");
        return this;
    }

    XlsxSheet number(long value, Style style) {
        open(style).append("><v>").append(value).append("</v></c>");
        return this;
    }

    XlsxSheet day(LocalDate date) {
        return number(ChronoUnit.DAYS.between(DAY_ZERO, date), Style.DAY);
    }

    /** A formula of ours with what it comes to. */
    XlsxSheet formula(String formula, long value, Style style) {
        open(style).append("><f>").append(escaped(formula)).append("</f><v>").append(value).append("</v></c>");
        return this;
    }

    /** A text over {@code cells} cells. */
    XlsxSheet across(String text, Style style, int cells) {
        merged.add(reference(column) + row + ":" + reference(column + cells - 1) + row);
        text(text, style);
        return skip(cells - 1);
    }

    /** Has the row that is being written, and {@code more} after it, printed on every page. */
    XlsxSheet repeatFromHere(int more) {
        repeated = "$" + row + ":$" + (row + more);
        return this;
    }

    private StringBuilder open(Style style) {
        rows.append("<c r=\"").append(reference(column)).append(row).append("\" s=\"").append(style.ordinal())
                .append('"');
        column++;
        return rows;
    }

    private static String reference(int column) {
        return String.valueOf((char) ('A' + column));
    }

    /** The part of the package that holds this sheet. */
    String toXml() {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < widths.size(); i++) {
            columns.append("<col min=\"").append(i + 1).append("\" max=\"").append(i + 1).append("\" width=\"")
                    .append(widths.get(i)).append("\" customWidth=\"1\"/>");
        }
        String merges = merged.isEmpty() ? "" : merged.stream().map(range -> "<mergeCell ref=\"" + range + "\"/>")
                .collect(Collectors.joining("", "<mergeCells count=\"" + merged.size() + "\">", "</mergeCells>"));
        return XlsxFile.XML + "<worksheet xmlns=\"" + XlsxFile.MAIN + "\">"
                + "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
                + "<sheetFormatPr defaultRowHeight=\"16\"/><cols>" + columns + "</cols><sheetData>" + rows
                + (row > 0 ? "</row>" : "") + "</sheetData>" + merges
                + "<pageMargins left=\"0.6\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"9\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
                + "<headerFooter><oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter></headerFooter></worksheet>";
    }

    /** XML text; characters that XML 1.0 cannot hold are left out. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(XlsxSheet::isXml).forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int point) {
        return point == '\t' || point == '\n' || point == '\r' || point >= ' ' && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD || point >= 0x10000;
    }
}
