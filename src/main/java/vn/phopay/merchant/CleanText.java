package vn.phopay.merchant;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Names and addresses as people type them, brought to one form: Unicode NFC, no blanks at the ends, single blanks
 * inside. Control characters, direction marks and other invisible ones are refused: they make two names look alike.
 */
public final class CleanText {
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}]+");
    private static final Pattern REFUSED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_OF_BANKS = Pattern.compile("[^A-Z0-9 .,&'()/-]+");

    private CleanText() {}

    /** A reader of texts of 1 to {@code lengthMax} characters (code points of the normal form). */
    public static Function<String, Optional<String>> upTo(int lengthMax) {
        return text -> normalise(text).filter(clean -> clean.codePointCount(0, clean.length()) <= lengthMax);
    }

    /** The rule of {@link #upTo}, as said to whoever broke it. */
    public static String rule(int lengthMax) {
        return "must have 1 to " + lengthMax + " characters, none of them a control or invisible character";
    }

    /**
     * As banks write an account's name: upper-case ASCII, {@code Nguyễn Thị Hoà} becomes {@code NGUYEN THI HOA}. Empty
     * where nothing is left, or a letter has no ASCII form.
     */
    public static Optional<String> accountName(String text, int lengthMax) {
        return normalise(text)
                .map(clean -> fold(clean).toUpperCase(Locale.ROOT))
                .filter(name -> name.length() <= lengthMax && !NOT_OF_BANKS.matcher(name).find());
    }

    /** For searching: lower case, without the marks of Vietnamese, so that {@code pho} finds {@code Phở}. */
    public static String fold(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT).replace('đ', 'd');
    }

    private static Optional<String> normalise(String text) {
        String clean = BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
        return Optional.of(clean).filter(t -> !t.isEmpty() && !REFUSED.matcher(t).find());
    }
}
