package vn.phopay.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** An A4 document that is being drawn from top to bottom, in whole points; the same calls give the same bytes. */
final class PdfBook {
    static final int LEFT = 48;
    static final int RIGHT = 547;
    static final int WIDTH = RIGHT - LEFT;
    static final int TOP = 786;
    static final int BOTTOM = 64;
    private static final int UNITS_PER_EM = 1_000;
    private static final int LEADING_PERCENT = 142;
    private static final int GREY = 110;

    private final PDDocument document;
    private final PDType0Font regular;
    private final PDType0Font bold;
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private PDPageContentStream page;

    /** How a text looks. */
    record Style(int size, boolean bold, int grey) {
        static final Style BODY = new Style(10, false, 30);
        static final Style SMALL = new Style(8, false, GREY);
        static final Style STRONG = new Style(10, true, 20);
        static final Style HEADING = new Style(14, true, 20);
        static final Style TITLE = new Style(22, true, 20);

        Style ofSize(int other) {
            return new Style(other, bold, grey);
        }
    }

    /** A colour, each part 0 to 255. */
    record Colour(int red, int green, int blue) {}

    /** A rectangle: left and lower edge, width and height. */
    record Box(int x, int y, int width, int height) {}

    PdfBook(PDDocument document) throws IOException {
        this.document = document;
        this.regular = load(document, "NotoSans-Regular.ttf");
        this.bold = load(document, "NotoSans-Bold.ttf");
        this.page = turn();
    }

    /** Names the document; its id and date would otherwise be the moment of saving. */
    void describe(String title, String sha256, LocalDate day) {
        document.setDocumentId(ByteBuffer.wrap(HexFormat.of().parseHex(sha256)).getLong());
        document.setVersion(1.6f);
        document.getDocumentCatalog().setLanguage("vi");
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setProducer("phopay");
        information.setCreationDate(GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC)));
        document.setDocumentInformation(information);
    }

    /** Begins another page. */
    PDPageContentStream turn() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        page.setLineWidth(0.5f);
        pages.add(page);
        return page;
    }

    void text(String text, Style style, int x, int y) throws IOException {
        String line = printable(text);
        if (line.isEmpty()) {
            return;
        }
        page.setNonStrokingColor(style.grey() / 255f, style.grey() / 255f, style.grey() / 255f);
        page.beginText();
        page.setFont(font(style), style.size());
        page.newLineAtOffset(x, y);
        page.showText(line);
        page.endText();
    }

    void right(String text, Style style, int x, int y) throws IOException {
        text(text, style, x - width(text, style), y);
    }

    void centred(String text, Style style, int x, int y) throws IOException {
        text(text, style, x - width(text, style) / 2, y);
    }

    /** Writes wrapped text from {@code y} down; gives the baseline after its last line. */
    int wrapped(String text, Style style, Box box) throws IOException {
        int y = box.y();
        for (String line : wrap(text, style, box.width())) {
            text(line, style, box.x(), y);
            y -= leading(style);
        }
        return y;
    }

    static int leading(Style style) {
        return style.size() * LEADING_PERCENT / 100;
    }

    int width(String text, Style style) throws IOException {
        return Math.round(font(style).getStringWidth(printable(text)) * style.size() / UNITS_PER_EM);
    }

    List<String> wrap(String text, Style style, int width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : printable(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, style) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** The text, shortened with dots where it is wider. */
    String cut(String text, Style style, int width) throws IOException {
        String cut = printable(text);
        if (width(cut, style) <= width) {
            return cut;
        }
        while (!cut.isEmpty() && width(cut + "…", style) > width) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.strip() + "…";
    }

    void fill(Box box, Colour colour) throws IOException {
        page.setNonStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
        page.addRect(box.x(), box.y(), box.width(), box.height());
        page.fill();
    }

    void frame(Box box) throws IOException {
        page.setStrokingColor(0.6f, 0.6f, 0.6f);
        page.addRect(box.x(), box.y(), box.width(), box.height());
        page.stroke();
    }

    void line(int y) throws IOException {
        page.setStrokingColor(0.75f, 0.75f, 0.75f);
        page.moveTo(LEFT, y);
        page.lineTo(RIGHT, y);
        page.stroke();
    }

    /** Writes {@code foot} and the page's number under every page, and gives the file. */
    byte[] close(String foot) throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            page = pages.get(i);
            text(foot, Style.SMALL, LEFT, 40);
            right("Trang " + (i + 1) + "/" + pages.size(), Style.SMALL, RIGHT, 40);
            page.close();
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    private PDType0Font font(Style style) {
        return style.bold() ? bold : regular;
    }

    /** Composed text without the characters that the fonts lack. */
    private String printable(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints()
                .map(character -> Character.isWhitespace(character) ? ' ' : character)
                .mapToObj(Character::toString)
                .filter(this::hasGlyph)
                .forEach(kept::append);
        return kept.toString().strip();
    }

    private boolean hasGlyph(String character) {
        try {
            return regular.encode(character).length > 0 && bold.encode(character).length > 0;
        } catch (IOException | IllegalArgumentException | IllegalStateException noGlyph) {
            return false;
        }
    }

    private static PDType0Font load(PDDocument document, String name) throws IOException {
        try (InputStream stream = PdfBook.class.getResourceAsStream("/vn/phopay/paper/" + name)) {
            return PDType0Font.load(document, Objects.requireNonNull(stream, name), true);
        }
    }
}
