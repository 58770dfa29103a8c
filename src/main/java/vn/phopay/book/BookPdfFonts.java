package vn.phopay.book;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The two fonts of a book, embedded once in one document; only the letters in use end up in the file. */
final class BookPdfFonts {
    private static final String DIRECTORY = "/vn/phopay/paper/";
    private static final int UNITS_PER_EM = 1000;

    private final PDDocument document;
    private final PDType0Font regular;
    private final PDType0Font bold;

    private BookPdfFonts(PDDocument document, PDType0Font regular, PDType0Font bold) {
        this.document = document;
        this.regular = regular;
        this.bold = bold;
    }

    static BookPdfFonts embed(PDDocument document) throws IOException {
        return new BookPdfFonts(
                document, load(document, "NotoSans-Regular.ttf"), load(document, "NotoSans-Bold.ttf"));
    }

    private static PDType0Font load(PDDocument document, String name) throws IOException {
        try (InputStream stream = BookPdfFonts.class.getResourceAsStream(DIRECTORY + name)) {
            return PDType0Font.load(document, Objects.requireNonNull(stream, name), true);
        }
    }

    /** The next page of the document. */
    BookPdfPage newPage() throws IOException {
        return BookPdfPage.add(document, this);
    }

    PDType0Font font(boolean isBold) {
        return isBold ? bold : regular;
    }

    /** The width of a printable text in points. */
    int width(String text, int size, boolean isBold) throws IOException {
        return Math.round(font(isBold).getStringWidth(text) * size / UNITS_PER_EM);
    }

    /** {@code text} in lines of at most {@code width} points in either font; a word that is wider stands alone. */
    List<String> wrap(String text, int size, int width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : printable(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size, true) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** The first line of {@code text}, with dots where there was more. */
    String cut(String text, int size, int width) throws IOException {
        List<String> lines = wrap(text, size, width);
        return lines.size() == 1 ? lines.getFirst() : lines.getFirst() + " …";
    }

    /** Composed text without the characters that the fonts lack, such as an emoji in a name. */
    String printable(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints()
                .map(character -> Character.isWhitespace(character) ? ' ' : character)
                .mapToObj(Character::toString)
                .filter(this::hasGlyph)
                .forEach(kept::append);
        return kept.toString().replaceAll(" +", " ").strip();
    }

    private boolean hasGlyph(String character) {
        try {
            return regular.encode(character).length > 0 && bold.encode(character).length > 0;
        } catch (IOException | IllegalArgumentException | IllegalStateException noGlyph) {
            return false;
        }
    }
}
