package vn.phopay.access;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What pairs a phone: a link's secret of 80 bits, which a camera reads, and a code of six digits, which a person types.
 * Stored are their hashes. A code could be guessed from its hash, by a million tries; it works for minutes, once, and
 * opens nothing but the hearing of amounts.
 *
 * @param link 16 characters of base32 in lower case, without letters that are mistaken for others
 * @param code six digits
 */
record PairingSecret(String link, String code) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LINK_CHARACTERS = 16;
    private static final int CODES = 1_000_000;
    private static final Pattern LINK = Pattern.compile("[" + ALPHABET + "]{" + LINK_CHARACTERS + "}");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s.-]");

    static PairingSecret random(SecureRandom random) {
        StringBuilder link = new StringBuilder();
        for (int i = 0; i < LINK_CHARACTERS; i++) {
            link.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new PairingSecret(link.toString(), String.format(Locale.ROOT, "%06d", random.nextInt(CODES)));
    }

    /** What is stored of a link's secret; empty where {@code link} can be none. */
    static Optional<Buffer> linkHash(String link) {
        String text = link.strip().toLowerCase(Locale.ROOT);
        return LINK.matcher(text).matches() ? Optional.of(sha256(Buffer.buffer(text))) : Optional.empty();
    }

    /** What was typed as a code, without spaces between its digits; empty where it can be none. */
    static Optional<String> typedCode(String typed) {
        String digits = BETWEEN_DIGITS.matcher(typed).replaceAll("");
        return CODE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    /** What is stored of a code: its hash together with that of its link, so that equal codes look different. */
    static Buffer codeHash(Buffer linkHash, String code) {
        return sha256(linkHash.copy().appendString(code));
    }

    Buffer linkHash() {
        return sha256(Buffer.buffer(link));
    }

    Buffer codeHash() {
        return codeHash(linkHash(), code);
    }

    private static Buffer sha256(Buffer bytes) {
        try {
            return Buffer.buffer(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Hides both. */
    @Override
    public String toString() {
        return "PairingSecret[***]";
    }
}
