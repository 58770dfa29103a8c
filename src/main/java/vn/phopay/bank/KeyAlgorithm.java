package vn.phopay.bank;

import java.util.Arrays;
import java.util.Optional;

/** How a bank signs. */
public enum KeyAlgorithm {
    /** A shared secret, RFC 2104 with SHA-256. */
    HMAC_SHA256("hmac-sha256"),
    /** RFC 8032. */
    ED25519("ed25519"),
    /** RFC 8017 RSASSA-PKCS1-v1_5 with SHA-256. */
    RSA_SHA256("rsa-sha256");

    private final String text;

    KeyAlgorithm(String text) {
        this.text = text;
    }

    /** The name in the API. */
    public String text() {
        return text;
    }

    /** The algorithm of that name. */
    public static Optional<KeyAlgorithm> parse(String text) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.text.equals(text)).findFirst();
    }
}
