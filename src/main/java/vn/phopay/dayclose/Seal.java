package vn.phopay.dayclose;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The seal of one business day: the day's document, its hash and the signature over that hash. The document names the
 * hash of the seal before, so the hashes are a chain. Exact form: {@code src/docs/SEALS.md}.
 *
 * @param document the day's document in canonical form
 * @param hash {@link #hashOf} the document
 * @param signature Ed25519 (RFC 8032) over {@link #signedBytes} of the hash, 64 bytes
 */
public record Seal(String document, String hash, String signature) {
    /** What the first seal of a chain follows: the hash of nothing but its own name. */
    public static final String GENESIS = hex(sha256("phopay-seal-genesis-1\n"));
    /** Hashes of other things never meet this one: it begins with a name of its own. */
    private static final String HASH_DOMAIN = "phopay-seal-1\n";
    private static final String SIGNATURE_DOMAIN = "phopay-seal-signature-1\n";

    /** SHA-256 over {@code "phopay-seal-1\n"} and the document's UTF-8 bytes, 64 lower-case hex digits. */
    public static String hashOf(String document) {
        return hex(sha256(HASH_DOMAIN + document));
    }

    /** What is signed: {@code "phopay-seal-signature-1\n"} and the hash's hex digits, as ASCII. */
    static byte[] signedBytes(String hash) {
        return (SIGNATURE_DOMAIN + hash).getBytes(StandardCharsets.US_ASCII);
    }

    /** The seal as one line of {@code seals.jsonl}, itself in canonical form, without its line feed. */
    public String line() {
        return "{\"document\":" + document + ",\"hash\":\"" + hash + "\",\"signature\":\"" + signature + "\"}";
    }

    /** The document as JSON. */
    public JsonObject json() {
        return new JsonObject(document);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
