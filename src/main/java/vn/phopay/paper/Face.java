package vn.phopay.paper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A weight of the type that we print with: Be Vietnam Pro, and Noto Sans for the few Latin letters that it lacks. What
 * neither has, such as an emoji in a shop's name, is left out: the shop gets its paper all the same.
 */
enum Face {
    /** For reading. */
    REGULAR("BeVietnamPro-Regular.ttf", "NotoSans-Regular.ttf"),
    /** For what counts. */
    SEMIBOLD("BeVietnamPro-SemiBold.ttf", "NotoSans-Bold.ttf"),
    /** For names. */
    EXTRABOLD("BeVietnamPro-ExtraBold.ttf", "NotoSans-Bold.ttf");

    /** Height of a capital without marks, in thousandths of the size. */
    static final int CAPITAL = 740;
    private static final int UNITS = 1000;

    private final FontFile own;
    private final FontFile spare;

    Face(String own, String spare) {
        this.own = new FontFile(own);
        this.spare = new FontFile(spare);
    }

    /** Text of one font. */
    record Run(FontFile font, String text) {}

    /** Composed text in single blanks, without the characters that we cannot print. */
    String printable(String text) {
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints()
                .map(character -> Character.isWhitespace(character) || Character.isSpaceChar(character)
                        ? ' ' : character)
                .filter(character -> glyph(character) != null)
                .forEach(kept::appendCodePoint);
        return kept.toString().replaceAll(" +", " ").strip();
    }

    /** How far the pen moves. */
    int widthUm(String text, int sizeUm) {
        long units = 0;
        for (int i = 0; i < text.length(); i++) {
            units += part(text.charAt(i), FontFile.Glyph::advance);
        }
        return (int) Math.ceilDiv(units * sizeUm, UNITS);
    }

    /** How far the ink reaches above the baseline. */
    int aboveUm(String text, int sizeUm) {
        return reach(text, sizeUm, FontFile.Glyph::above);
    }

    /** How far the ink reaches below the baseline. */
    int belowUm(String text, int sizeUm) {
        return reach(text, sizeUm, FontFile.Glyph::below);
    }

    /** The text cut where the font changes. */
    List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        text.codePoints().forEach(character -> {
            FontFile font = fontOf(character);
            if (!runs.isEmpty() && runs.getLast().font() == font) {
                runs.set(runs.size() - 1, new Run(font, runs.getLast().text() + Character.toString(character)));
            } else {
                runs.add(new Run(font, Character.toString(character)));
            }
        });
        return runs;
    }

    private int reach(String text, int sizeUm, ToIntFunction<FontFile.Glyph> side) {
        int units = 0;
        for (int i = 0; i < text.length(); i++) {
            units = Math.max(units, part(text.charAt(i), side));
        }
        return Math.ceilDiv(units * sizeUm, UNITS);
    }

    private int part(int character, ToIntFunction<FontFile.Glyph> part) {
        FontFile.Glyph glyph = glyph(character);
        return glyph == null ? 0 : part.applyAsInt(glyph);
    }

    private FontFile.@Nullable Glyph glyph(int character) {
        FontFile.Glyph glyph = own.glyph(character);
        return glyph == null ? spare.glyph(character) : glyph;
    }

    private FontFile fontOf(int character) {
        return own.glyph(character) == null ? spare : own;
    }
}
