package vn.phopay.release;

import java.io.IOException;
import java.util.List;

/** A table of a report: its head is repeated on every page, names stand left, everything else right. */
final class ReportTable {
    private static final int ROW = 15;
    private static final int HEAD_ROW = 29;
    private static final PdfBook.Style HEAD = new PdfBook.Style(7, true, 60);
    private static final PdfBook.Style CELL = new PdfBook.Style(8, false, 20);
    private static final PdfBook.Colour SHADE = new PdfBook.Colour(247, 247, 245);

    private final PdfBook book;
    private final Columns columns;
    private final PageTurner turner;
    private int rows;

    /** Titles and widths, in points. */
    record Columns(List<String> titles, List<Integer> widths) {}

    /** Begins a page and gives the height at which it begins. */
    @FunctionalInterface
    interface PageTurner {
        int turn() throws IOException;
    }

    ReportTable(PdfBook book, Columns columns, PageTurner turner) {
        this.book = book;
        this.columns = columns;
        this.turner = turner;
    }

    /** Draws the head from {@code y} down; gives the height below it. */
    int head(int y) throws IOException {
        int x = PdfBook.LEFT;
        for (int i = 0; i < columns.titles().size(); i++) {
            int width = columns.widths().get(i);
            int line = y - 2;
            for (String part : book.wrap(columns.titles().get(i), HEAD, width - 6)) {
                if (isText(i)) {
                    book.text(part, HEAD, x + 3, line);
                } else {
                    book.right(part, HEAD, x + width - 3, line);
                }
                line -= 9;
            }
            x += width;
        }
        book.line(y - HEAD_ROW + 12);
        return y - HEAD_ROW;
    }

    /** Draws a row, on a new page where there is no room; gives the height below it. */
    int row(int y, List<String> values) throws IOException {
        int top = y - ROW < PdfBook.BOTTOM ? head(turner.turn()) : y;
        if (rows % 2 == 0) {
            book.fill(new PdfBook.Box(PdfBook.LEFT, top - 5, PdfBook.WIDTH, ROW), SHADE);
        }
        rows++;
        int x = PdfBook.LEFT;
        for (int i = 0; i < values.size(); i++) {
            int width = columns.widths().get(i);
            String value = book.cut(values.get(i), CELL, width - 6);
            if (isText(i)) {
                book.text(value, CELL, x + 3, top);
            } else {
                book.right(value, CELL, x + width - 3, top);
            }
            x += width;
        }
        return top - ROW;
    }

    /** Names and remarks are wide columns; of those, only the first two and the last may be such. */
    private boolean isText(int column) {
        return columns.widths().get(column) >= 100;
    }
}
