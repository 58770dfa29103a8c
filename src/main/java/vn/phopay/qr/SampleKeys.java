package vn.phopay.qr;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/**
 * Knows the keys that everybody has: those of {@code keys-sample/} and of RFC 8032's test vectors. A service outside a
 * demonstration must refuse to start with one. Only hashes are kept here, so this class is no key file.
 */
public final class SampleKeys {
    private static final String SECRET_PREFIX = "whsec_";
    /** SHA-256 of raw Ed25519 keys, SubjectPublicKeyInfo documents and HMAC secrets. */
    private static final Set<String> HASHES = Set.of(
        "06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9",
        "0b4df08456762feed251f64f79396c8dd106f6571ad3fc234669470adc42b865",
        "21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9",
        "39f713d0a644253f04529421b9f51b9b08979d08295959c4f3990ee617f5139f",
        "48139980d9c3ed2dbca8689d0e35d2de7becf5c04d385186644f9fac7b562e79",
        "652e57b6edb331b6e5be04ece2bcdfa4d003994efc8783ff38383a2c26b69feb",
        "6e08c0939e686ec1ebea45bd1d822ad61d238c648214ebe5624692aa73d4018c",
        "8d39ba50abe50f77b6bb8ae7b6927aff7ffbeba35ad2837c0e51e82bcbcc60d5",
        "a22f9edbc3bd373b95c1b96b11b8a2c2cfc423429bac204cb5cd1662e2bbb334",
        "bbca6d901bbd7194c35bb594fab3968aa3639747ab055d70c21dcf67001fa759",
        "dac073e0123bdea59dd9b3bda9cf6037f63aca82627d7abcd5c4ac29dd74003e",
        "deb2ded39dc26fce0e6085b6fc34bf6b5941913bbfe2ea614113cff9e004c170");

    private SampleKeys() {
    }

    /** Whether these bytes are a sample: a raw Ed25519 key, a public key as SubjectPublicKeyInfo, or an HMAC secret. */
    public static boolean isSample(byte[] keyBytes) {
        return HASHES.contains(HexFormat.of().formatHex(QrPublicKey.sha256(keyBytes)));
    }

    /** Whether this is a sample HMAC secret as text, {@code whsec_} and base64. Text of another form is none. */
    public static boolean isSampleSecret(String secret) {
        String base64 = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
        try {
            return isSample(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
