package vn.phopay.bank;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys that a bank of one dialect can be given.
 *
 * @param algorithms those it takes; the first is what a sender gets who asks for none
 * @param secretForm how a shared secret is written
 * @param companion what stands beside the secret
 * @param mixed whether its live keys may be of different algorithms at a time
 */
public record KeyPolicy(
        List<KeyAlgorithm> algorithms, SecretForm secretForm, Companion companion, boolean mixed) {
    /** A shorter secret is refused, in bytes. */
    public static final int SECRET_BYTES_MIN = 16;
    /** A longer secret is refused, in bytes. */
    public static final int SECRET_BYTES_MAX = 512;

    private static final String WHSEC = "whsec_";

    /** Copies {@code algorithms}. */
    public KeyPolicy {
        algorithms = List.copyOf(algorithms);
    }

    /** A dialect of one algorithm whose secret is plain text with nothing beside it. */
    public static KeyPolicy ofText(KeyAlgorithm algorithm) {
        return new KeyPolicy(List.of(algorithm), SecretForm.TEXT, Companion.NONE, false);
    }

    /** How a shared secret is written. */
    public enum SecretForm {
        /** {@code whsec_} and Base64, as Standard Webhooks has it. */
        WHSEC,
        /** The bytes of the text itself, in UTF-8. */
        TEXT
    }

    /** What stands beside a shared secret and is no secret itself. */
    public enum Companion {
        /** Nothing. */
        NONE,
        /** An access key that the sender has given; part of the signed text. */
        ACCESS_KEY,
        /** A user name, which we issue together with its password; neither the sender nor staff choose a password. */
        USER
    }

    /** The bytes of a secret as people write it; empty where it is not of this form. */
    public Optional<byte[]> secretBytes(String text) {
        if (secretForm == SecretForm.TEXT) {
            return Optional.of(text.getBytes(StandardCharsets.UTF_8));
        }
        try {
            String base64 = text.startsWith(WHSEC) ? text.substring(WHSEC.length()) : text;
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A secret as people write it, made of {@code random} bytes. */
    public String secretText(byte[] random) {
        return secretForm == SecretForm.WHSEC
                ? WHSEC + Base64.getEncoder().encodeToString(random)
                : Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
