package vn.phopay.book;

import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** One A4 page that is being drawn: texts and frames, in whole points from the lower left corner. */
final class BookPdfPage implements Closeable {
    private static final int LEADING_PERCENT = 138;

    private final PDPageContentStream stream;
    private final BookPdfFonts fonts;

    private BookPdfPage(PDPageContentStream stream, BookPdfFonts fonts) {
        this.stream = stream;
        this.fonts = fonts;
    }

    /** A place on the page. */
    record Point(int x, int y) {}

    /** Where lines of text go: left edge, first baseline, width. */
    record Box(int x, int y, int width) {}

    static BookPdfPage add(PDDocument document, BookPdfFonts fonts) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDPageContentStream stream = new PDPageContentStream(document, page);
        stream.setLineWidth(0.6f);
        return new BookPdfPage(stream, fonts);
    }

    /** Writes text that begins at {@code at}. */
    void left(String text, int size, boolean bold, Point at) throws IOException {
        String line = fonts.printable(text);
        if (line.isEmpty()) {
            return;
        }
        stream.beginText();
        stream.setFont(fonts.font(bold), size);
        stream.newLineAtOffset(at.x(), at.y());
        stream.showText(line);
        stream.endText();
    }

    /** Writes text that stands centred on {@code at}. */
    void centred(String text, int size, boolean bold, Point at) throws IOException {
        left(text, size, bold, new Point(at.x() - fonts.width(fonts.printable(text), size, bold) / 2, at.y()));
    }

    /** Writes text that ends at {@code at}. */
    void right(String text, int size, boolean bold, Point at) throws IOException {
        left(text, size, bold, new Point(at.x() - fonts.width(fonts.printable(text), size, bold), at.y()));
    }

    /** Writes wrapped text; gives the baseline after its last line. */
    int wrapped(String text, int size, boolean bold, Box box) throws IOException {
        int y = box.y();
        for (String line : fonts.wrap(text, size, box.width())) {
            left(line, size, bold, new Point(box.x(), y));
            y -= size * LEADING_PERCENT / 100;
        }
        return y;
    }

    /** Writes wrapped text, each line centred in the box; gives the baseline after its last line. */
    int centredLines(String text, int size, Box box) throws IOException {
        int y = box.y();
        for (String line : fonts.wrap(text, size, box.width())) {
            centred(line, size, false, new Point(box.x() + box.width() / 2, y));
            y -= size * LEADING_PERCENT / 100;
        }
        return y;
    }

    /** Draws a row of cells between {@code edges}, from {@code top} down by {@code height}. */
    void frame(int[] edges, int top, int height) throws IOException {
        for (int i = 0; i + 1 < edges.length; i++) {
            stream.addRect(edges[i], top - height, edges[i + 1] - edges[i], height);
        }
        stream.stroke();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
