package vn.phopay.registration;

import io.vertx.core.buffer.Buffer;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.phopay.access.LinkSecret;

/**
 * What moves a draft to another phone: eight characters of Crockford's base32, 40 random bits, good for one use within
 * {@link ResumeDraft#CODE_LIFETIME}. Read aloud and typed by hand, so that letters which look like digits are forgiven.
 *
 * @param text eight characters
 */
public record ResumeCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");

    static ResumeCode random(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ResumeCode(text.toString());
    }

    /** Reads what somebody typed; empty where it can be no code. */
    public static Optional<ResumeCode> parse(String typed) {
        String text = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT)
                .replace('O', '0').replace('I', '1').replace('L', '1');
        return FORM.matcher(text).matches() ? Optional.of(new ResumeCode(text)) : Optional.empty();
    }

    /** As it is shown: {@code K7M3-9QX2}. */
    public String grouped() {
        return text.substring(0, LENGTH / 2) + '-' + text.substring(LENGTH / 2);
    }

    /** What is stored of it. */
    Buffer sha256() {
        return LinkSecret.sha256(text);
    }

    /** Hides the code. */
    @Override
    public String toString() {
        return "ResumeCode[***]";
    }
}
