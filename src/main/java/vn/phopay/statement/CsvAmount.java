package vn.phopay.statement;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads amounts as people and spreadsheets write đồng: {@code 50000}, {@code 50,000}, {@code 50.000}, each also with
 * decimals that are zero ({@code 50000.00}, {@code 1.500,00}).
 *
 * <p>A separator before exactly three digits groups thousands; before one or two digits it is a decimal sign, and then
 * all its digits must be 0. So {@code 1.50} is refused: one đồng fifty does not exist, and 150 is a guess.
 */
final class CsvAmount {
    private static final Pattern FORM = Pattern.compile(
            "(-)?(?:([0-9]{1,15})|([0-9]{1,3}(?:,[0-9]{3}){1,4})|([0-9]{1,3}(?:\\.[0-9]{3}){1,4}))([.,]0{1,2})?");

    private CsvAmount() {}

    /** A whole number of đồng; empty where {@code text} is none, or could be read in two ways. */
    static Optional<Long> read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String decimals = matcher.group(5);
        boolean sameSign = decimals != null
                && (matcher.group(3) != null && decimals.startsWith(",")
                || matcher.group(4) != null && decimals.startsWith("."));
        if (sameSign) {
            return Optional.empty();
        }
        String whole = decimals == null ? text : text.substring(0, text.length() - decimals.length());
        return Optional.of(Long.valueOf(whole.replace(",", "").replace(".", "")));
    }
}
