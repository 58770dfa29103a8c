package vn.phopay.qr;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Text in one font on one page: measured, wrapped and placed in whole points. */
final class PdfText {
    /** Where lines go: column edges in points from the left, and whether they stand centred in it. */
    record Column(int left, int width, boolean centred) {
    }

    private static final int UNITS_PER_EM = 1000;
    private static final int LEADING_PERCENT = 128;

    private final PDPageContentStream page;
    private final PDType0Font font;

    private PdfText(PDPageContentStream page, PDType0Font font) {
        this.page = page;
        this.font = font;
    }

    /** Embeds a font from the resources; only the letters in use end up in the file. */
    static PdfText with(PDDocument document, PDPageContentStream page, String fontResource) throws IOException {
        try (InputStream stream = PdfText.class.getResourceAsStream(fontResource)) {
            return new PdfText(page, PDType0Font.load(document, Objects.requireNonNull(stream, fontResource), true));
        }
    }

    /** Writes wrapped text whose first baseline is at {@code baseline}; returns the baseline after the last line. */
    int write(String text, int size, int baseline, Column column) throws IOException {
        int y = baseline;
        for (String line : wrap(printable(text), size, column.width())) {
            int x = column.left() + (column.centred() ? (column.width() - width(line, size)) / 2 : 0);
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(x, y);
            page.showText(line);
            page.endText();
            y -= size * LEADING_PERCENT / 100;
        }
        return y;
    }

    /**
     * The largest size from {@code sizeMax} down to {@code sizeMin} at which the text takes at most {@code linesMax}.
     */
    int sizeThatFits(String text, int sizeMax, int sizeMin, Limits limits) throws IOException {
        String line = printable(text);
        for (int size = sizeMax; size > sizeMin; size--) {
            if (wrap(line, size, limits.width()).size() <= limits.linesMax()) {
                return size;
            }
        }
        return sizeMin;
    }

    /** Room for a text: points wide, lines high. */
    record Limits(int width, int linesMax) {
    }

    private List<String> wrap(String text, int size, int width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private int width(String line, int size) throws IOException {
        return Math.round(font.getStringWidth(line) * size / UNITS_PER_EM);
    }

    /**
     * Composed text without the characters the font lacks: a shop with an emoji in its name gets its poster all the
     * same.
     */
    private String printable(String text) {
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
            return font.encode(character).length > 0;
        } catch (IOException | IllegalArgumentException | IllegalStateException noGlyph) {
            return false;
        }
    }
}
