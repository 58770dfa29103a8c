package vn.phopay.bank;

import java.util.Arrays;
import java.util.Optional;

/** How a bank proves that a call is its own. */
public enum KeyAlgorithm {
    /** A shared secret, RFC 2104 with SHA-256. */
    HMAC_SHA256("hmac-sha256"),
    /** A shared secret, RFC 2104 with SHA-512. */
    HMAC_SHA512("hmac-sha512"),
    /** RFC 8032. */
    ED25519("ed25519"),
    /** RFC 8017 RSASSA-PKCS1-v1_5 with SHA-256. */
    RSA_SHA256("rsa-sha256"),
    /** A secret that is sent along with every call. */
    API_KEY("api-key"),
    /** A user name and a password, RFC 7617. */
    BASIC("basic");

    private final String text;

    KeyAlgorithm(String text) {
        this.text = text;
    }

    /** The name in the API. */
    public String text() {
        return text;
    }

    /** Whether both sides hold the same secret, so that there is no public key. */
    public boolean isShared() {
        return this != ED25519 && this != RSA_SHA256;
    }

    /** The algorithm of that name. */
    public static Optional<KeyAlgorithm> parse(String text) {
        return Arrays.stream(values()).filter(algorithm -> algorithm.text.equals(text)).findFirst();
    }
}
