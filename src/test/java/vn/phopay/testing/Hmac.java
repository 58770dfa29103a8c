package vn.phopay.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as senders outside the service do, by the JDK and by no code of ours. */
public final class Hmac {
    private Hmac() {}

    /** Lower-case hex of HMAC-SHA256. */
    public static String sha256(String secret, String text) {
        return hex("HmacSHA256", secret, text);
    }

    /** Lower-case hex of HMAC-SHA512. */
    public static String sha512(String secret, String text) {
        return hex("HmacSHA512", secret, text);
    }

    private static String hex(String algorithm, String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
