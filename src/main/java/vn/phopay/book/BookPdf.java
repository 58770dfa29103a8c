package vn.phopay.book;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import vn.phopay.identity.OutletId;
import vn.phopay.time.BusinessDay;

/**
 * Form S1a-HKD as A4 pages: the head on the first page, the table's head on each, sums carried from page to page, page
 * numbers, and room for the signature. The same book gives the same bytes.
 */
final class BookPdf {
    private static final int LEFT = 48;
    private static final int RIGHT = 547;
    private static final int MIDDLE = (LEFT + RIGHT) / 2;
    /** Edges of the table's columns. */
    private static final int[] EDGES = {LEFT, 130, 427, RIGHT};
    private static final int PADDING = 6;
    private static final int SIZE = 10;
    private static final int LINE_HEIGHT = 14;
    private static final int TOP = 800;
    private static final int BOTTOM = 66;
    private static final int SIGNATURE_HEIGHT = 150;
    private static final int ROW_PADDING = 8;
    private static final int ROW_HEIGHT = LINE_HEIGHT + ROW_PADDING;

    private final S1aForm form;
    private final BookPdfFonts fonts;
    private final List<BookPdfPage> pages = new ArrayList<>();
    private BookPdfPage page;
    private int y;
    private long sumVnd;

    private BookPdf(S1aForm form, BookPdfFonts fonts) throws IOException {
        this.form = form;
        this.fonts = fonts;
        this.page = newPage();
    }

    /** The file. Takes tens of milliseconds: call it on a worker. */
    static byte[] render(BookMonth month, Optional<OutletId> outlet) {
        S1aForm form = S1aForm.of(month, outlet);
        try (PDDocument document = new PDDocument()) {
            describe(document, form, BookDocument.fingerprint(month.of(outlet)));
            new BookPdf(form, BookPdfFonts.embed(document)).draw();
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a PDF to memory failed", e);
        }
    }

    /** The id and the date would otherwise be the moment of saving. */
    private static void describe(PDDocument document, S1aForm form, String fingerprint) {
        document.setDocumentId(ByteBuffer.wrap(HexFormat.of().parseHex(fingerprint)).getLong());
        document.setVersion(1.6f);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(S1aForm.TITLE + " " + form.month());
        information.setProducer("phopay");
        information.setCreationDate(GregorianCalendar.from(form.closing().map(BookMonth.Closing::at)
                .orElse(BusinessDay.startOf(form.month().atDay(1))).atZone(ZoneOffset.UTC)));
        document.setDocumentInformation(information);
    }

    private void draw() throws IOException {
        drawHead();
        drawTableHead();
        if (form.rows().isEmpty()) {
            drawRow("", S1aForm.NOTHING, S1aForm.amount(0), false);
        }
        for (S1aForm.Row row : form.rows()) {
            turnPageFor(row);
            drawRow(S1aForm.day(row.date()), row.description(), S1aForm.amount(row.amountVnd()), false);
            sumVnd = Math.addExact(sumVnd, row.amountVnd());
        }
        drawRow("", S1aForm.TOTAL, S1aForm.amount(form.totalVnd()), true);
        drawSignature();
        for (int i = 0; i < pages.size(); i++) {
            drawFoot(pages.get(i), i + 1);
            pages.get(i).close();
        }
    }

    private BookPdfPage newPage() throws IOException {
        BookPdfPage next = fonts.newPage();
        pages.add(next);
        y = TOP;
        return next;
    }

    private void drawHead() throws IOException {
        int side = 377;
        int left = page.wrapped(form.owner(), 11, true, new BookPdfPage.Box(LEFT, y, 300));
        left = page.wrapped(form.address(), SIZE, false, new BookPdfPage.Box(LEFT, left, 300));
        left = page.wrapped(form.taxCode(), SIZE, false, new BookPdfPage.Box(LEFT, left, 300));
        int right = y;
        page.centred(S1aForm.CODE, 11, true, new BookPdfPage.Point((side + RIGHT) / 2, right));
        for (String line : S1aForm.BASIS) {
            right -= LINE_HEIGHT;
            page.centred(line, 9, false, new BookPdfPage.Point((side + RIGHT) / 2, right));
        }
        y = Math.min(left, right - LINE_HEIGHT) - 18;
        page.centred(S1aForm.TITLE, 15, true, new BookPdfPage.Point(MIDDLE, y));
        y -= 22;
        y = page.centredLines(form.placeLine(), SIZE, new BookPdfPage.Box(LEFT, y, RIGHT - LEFT));
        page.centred(form.period(), SIZE, false, new BookPdfPage.Point(MIDDLE, y));
        y -= 20;
        page.right(S1aForm.UNIT, 9, false, new BookPdfPage.Point(RIGHT, y));
        y -= 6;
    }

    private void drawTableHead() throws IOException {
        int top = y;
        for (int i = 0; i < S1aForm.COLUMNS.size(); i++) {
            int middle = (EDGES[i] + EDGES[i + 1]) / 2;
            page.centred(S1aForm.COLUMNS.get(i), SIZE, true, new BookPdfPage.Point(middle, top - 15));
            page.centred(S1aForm.LETTERS.get(i), 9, false, new BookPdfPage.Point(middle, top - 15 - ROW_HEIGHT));
        }
        drawBorders(ROW_HEIGHT);
        drawBorders(ROW_HEIGHT);
    }

    /** Draws the frame of a row of {@code height} and goes below it. */
    private void drawBorders(int height) throws IOException {
        page.frame(EDGES, y, height);
        y -= height;
    }

    /** After a row there must be room for one that carries the sum over, or for the total. */
    private void turnPageFor(S1aForm.Row row) throws IOException {
        if (y - height(row.description()) - ROW_HEIGHT >= BOTTOM) {
            return;
        }
        drawRow("", S1aForm.CARRIED, S1aForm.amount(sumVnd), true);
        page = newPage();
        drawShortHead();
        drawTableHead();
        drawRow("", S1aForm.BROUGHT, S1aForm.amount(sumVnd), true);
    }

    private void drawShortHead() throws IOException {
        page.left(fonts.cut(form.owner(), 9, 255), 9, false, new BookPdfPage.Point(LEFT, y));
        page.right(S1aForm.CODE + " – " + form.period(), 9, false, new BookPdfPage.Point(RIGHT, y));
        y -= 12;
    }

    private int height(String description) throws IOException {
        return fonts.wrap(description, SIZE, EDGES[2] - EDGES[1] - 2 * PADDING).size() * LINE_HEIGHT + ROW_PADDING;
    }

    private void drawRow(String day, String description, String amount, boolean bold) throws IOException {
        int baseline = y - 15;
        page.centred(day, SIZE, bold, new BookPdfPage.Point((EDGES[0] + EDGES[1]) / 2, baseline));
        page.wrapped(description, SIZE, bold,
                new BookPdfPage.Box(EDGES[1] + PADDING, baseline, EDGES[2] - EDGES[1] - 2 * PADDING));
        page.right(amount, SIZE, bold, new BookPdfPage.Point(EDGES[3] - PADDING, baseline));
        drawBorders(height(description));
    }

    private void drawSignature() throws IOException {
        if (y - SIGNATURE_HEIGHT < BOTTOM) {
            page = newPage();
            drawShortHead();
        }
        int middle = 410;
        y -= 30;
        page.centred(S1aForm.SIGNED_ON, SIZE, false, new BookPdfPage.Point(middle, y));
        for (String line : S1aForm.SIGNER) {
            y -= LINE_HEIGHT;
            page.centred(line, SIZE, true, new BookPdfPage.Point(middle, y));
        }
        page.centred(S1aForm.SIGNATURE, 9, false, new BookPdfPage.Point(middle, y - LINE_HEIGHT));
    }

    private void drawFoot(BookPdfPage on, int number) throws IOException {
        on.centred(form.standing(), 8, false, new BookPdfPage.Point(MIDDLE, 46));
        on.centred("Trang " + number + "/" + pages.size(), 9, false, new BookPdfPage.Point(MIDDLE, 30));
    }
}
