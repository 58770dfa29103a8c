package vn.phopay.access;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A password that may be chosen: 8 to 128 characters, of any kind. It is compared in Unicode form NFC (RFC 8265
 * section 4.2), because one Vietnamese keyboard sends {@code ệ} as one character and another as three.
 *
 * @param text the password in NFC
 */
public record Password(String text) {
    /** The rule, as said to whoever broke it. */
    public static final String RULE = "must have 8 to 128 characters";
    /** What a faulty password reads as until the faults are reported; never hashed. */
    public static final Password STAND_IN = new Password("");

    private static final int LENGTH_MIN = 8;
    private static final int LENGTH_MAX = 128;
    private static final int TEMPORARY_LENGTH = 16;
    private static final String TEMPORARY_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /** Reads a new password; empty where it breaks the {@link #RULE}. Blanks at the ends belong to it. */
    public static Optional<Password> parse(String text) {
        Password password = typed(text);
        int length = password.text.codePointCount(0, password.text.length());
        return length < LENGTH_MIN || length > LENGTH_MAX ? Optional.empty() : Optional.of(password);
    }

    /** A password that nobody knows, for somebody who will choose one later. */
    public static Password random(SecureRandom random) {
        return new Password(LinkSecret.random(random).text());
    }

    /**
     * A password to be read out once and changed at the first log-in: sixteen letters and digits in groups of four,
     * none of them easily taken for another; 79 bits.
     */
    public static Password temporary(SecureRandom random) {
        String letters = random.ints(TEMPORARY_LENGTH, 0, TEMPORARY_ALPHABET.length())
                .mapToObj(digit -> TEMPORARY_ALPHABET.substring(digit, digit + 1))
                .collect(Collectors.joining());
        return new Password(letters.replaceAll("(.{4})(?!$)", "$1-"));
    }

    /** Reads what somebody typed to log in: whatever it is, it is only compared. */
    static Password typed(String text) {
        return new Password(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /** Hides the password, so that no log ever shows it. */
    @Override
    public String toString() {
        return "Password[***]";
    }
}
