package vn.phopay.paper;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** One font of ours: which characters it has and how much room each takes, in thousandths of the size. */
final class FontFile {
    /** Latin letters, their marks and the signs of print stand below. */
    private static final int CHARACTER_END = 0x2300;
    private static final int UNITS = 1000;
    /** To one em of an outline. */
    static final int OUTLINE_UNITS = 500;

    private final String resource;
    private final @Nullable Glyph[] glyphs = new Glyph[CHARACTER_END];

    /** Advance, highest and lowest ink, and the outline as a relative SVG path from the baseline. */
    record Glyph(int advance, int above, int below, String outline) {}

    /** Reads {@code resource} from beside this class. */
    FontFile(String resource) {
        this.resource = resource;
        try (InputStream stream = open();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream))) {
            CmapLookup characters = font.getUnicodeCmapLookup();
            for (int character : IntStream.range(' ', CHARACTER_END).toArray()) {
                int id = characters.getGlyphId(character);
                if (id > 0) {
                    glyphs[character] = glyph(font, id);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + resource + " cannot be read", e);
        }
    }

    /** The file, for embedding; the caller closes it. */
    InputStream open() {
        return Objects.requireNonNull(FontFile.class.getResourceAsStream(resource), resource);
    }

    /** Null where the font has no such character. */
    @Nullable Glyph glyph(int character) {
        return character < CHARACTER_END ? glyphs[character] : null;
    }

    private static Glyph glyph(TrueTypeFont font, int id) throws IOException {
        int unitsPerEm = font.getUnitsPerEm();
        int advance = font.getAdvanceWidth(id) * UNITS / unitsPerEm;
        GlyphData data = font.getGlyph().getGlyph(id);
        if (data == null || data.getBoundingBox() == null) {
            return new Glyph(advance, 0, 0, "");
        }
        return new Glyph(
                advance,
                ceil(data.getYMaximum(), unitsPerEm),
                ceil(-data.getYMinimum(), unitsPerEm),
                outline(data.getPath().getPathIterator(null), unitsPerEm));
    }

    private static int ceil(int units, int unitsPerEm) {
        return Math.ceilDiv(units * UNITS, unitsPerEm);
    }

    /** Relative to the point before, in {@link #OUTLINE_UNITS} of the size: short, and fine enough for a picture. */
    private static String outline(PathIterator path, int unitsPerEm) {
        StringBuilder text = new StringBuilder();
        double[] points = new double[6];
        long[] pen = new long[2];
        long[] start = new long[2];
        for (; !path.isDone(); path.next()) {
            int segment = path.currentSegment(points);
            int count = switch (segment) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CUBICTO -> 6;
                default -> 0;
            };
            text.append("mlqcz".charAt(segment));
            for (int i = 0; i < count; i++) {
                long value = Math.round(points[i] * OUTLINE_UNITS / unitsPerEm) * (i % 2 == 0 ? 1 : -1);
                long step = value - pen[i % 2];
                text.append(i == 0 || step < 0 ? "" : " ").append(step);
                points[i] = value;
            }
            if (count > 0) {
                pen = new long[] {(long) points[count - 2], (long) points[count - 1]};
            }
            if (segment == PathIterator.SEG_MOVETO) {
                start = pen;
            } else if (segment == PathIterator.SEG_CLOSE) {
                pen = start;
            }
        }
        return text.toString();
    }
}
