package vn.phopay.qr;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Turns Vietnamese text into the ASCII that every bank app and channel carries: {@code Phở Đặc Biệt} becomes
 * {@code Pho Dac Biet}. Linear in the text: each character is decomposed by itself.
 */
public final class AsciiFolding {
    private static final String KEPT_SIGNS = " .,-/";

    private AsciiFolding() {
    }

    /**
     * Drops combining marks, maps đ and Đ, replaces everything else outside letters, digits, space, {@code . , - /}
     * by a space, collapses spaces, trims, then truncates to {@code lengthMax} characters.
     */
    public static String fold(String text, int lengthMax) {
        return truncate(collapse(toAscii(text)), lengthMax);
    }

    /** As {@link #fold}, for the transfer memo (62.08): only A-Z, 0-9 and space, since channels drop punctuation. */
    public static String foldMemo(String text, int lengthMax) {
        String upper = toAscii(text).toUpperCase(Locale.ROOT);
        return truncate(collapse(upper.replaceAll("[^A-Z0-9]", " ")), lengthMax);
    }

    private static String toAscii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> appendAscii(ascii, codePoint));
        return ascii.toString();
    }

    private static void appendAscii(StringBuilder ascii, int codePoint) {
        if (isKept(codePoint)) {
            ascii.appendCodePoint(codePoint);
            return;
        }
        if (codePoint == 'đ' || codePoint == 'Đ') {
            ascii.append(codePoint == 'đ' ? 'd' : 'D');
            return;
        }
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD).codePoints()
            .filter(part -> !isCombiningMark(part))
            .forEach(part -> ascii.append(isKept(part) ? (char) part : ' '));
    }

    private static boolean isKept(int codePoint) {
        return codePoint >= 'A' && codePoint <= 'Z' || codePoint >= 'a' && codePoint <= 'z'
            || codePoint >= '0' && codePoint <= '9' || KEPT_SIGNS.indexOf(codePoint) >= 0;
    }

    private static boolean isCombiningMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK
            || type == Character.COMBINING_SPACING_MARK;
    }

    private static String collapse(String ascii) {
        return ascii.replaceAll(" +", " ").strip();
    }

    private static String truncate(String ascii, int lengthMax) {
        return ascii.length() <= lengthMax ? ascii : ascii.substring(0, lengthMax);
    }
}
