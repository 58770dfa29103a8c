package vn.phopay.merchant;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a merchant sells, as a merchant category code (ISO 18245).
 *
 * @param value four digits
 */
public record CategoryCode(String value) {
    /** The rule, as said to whoever broke it. */
    public static final String RULE = "must be a merchant category code (ISO 18245) of 4 digits";

    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    /** Reads a code; empty where {@code text} is none. */
    public static Optional<CategoryCode> parse(String text) {
        return FOUR_DIGITS.matcher(text).matches() ? Optional.of(new CategoryCode(text)) : Optional.empty();
    }
}
