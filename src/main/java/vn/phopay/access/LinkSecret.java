package vn.phopay.access;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret that opens one thing for whoever holds it, such as a link or a half-filled form: 256 random bits as 43
 * characters of base64url. Only its SHA-256 is stored; nobody can guess 256 bits.
 *
 * @param text what the holder sends
 */
public record LinkSecret(String text) {
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** A new secret. */
    public static LinkSecret random(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Reads what a holder sent; empty where it can be no secret. */
    public static Optional<LinkSecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new LinkSecret(text)) : Optional.empty();
    }

    /** What is stored of it. */
    public Buffer sha256() {
        return sha256(text);
    }

    /** What is stored of any secret text. */
    public static Buffer sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Buffer.buffer(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Hides the secret. */
    @Override
    public String toString() {
        return "LinkSecret[***]";
    }
}
