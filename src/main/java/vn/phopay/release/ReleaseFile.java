package vn.phopay.release;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of a release.
 *
 * @param path its name inside the release's folder
 * @param mediaType its media type
 * @param bytes what it holds
 */
public record ReleaseFile(String path, String mediaType, Buffer bytes) {
    /** Comma-separated values (RFC 4180), with a header line. */
    public static final String CSV = "text/csv; charset=utf-8; header=present";
    /** JSON. */
    public static final String JSON = "application/json";
    /** A text. */
    public static final String TEXT = "text/plain; charset=utf-8";

    /** A file of characters, in UTF-8. */
    public static ReleaseFile text(String path, String mediaType, String text) {
        return new ReleaseFile(path, mediaType, Buffer.buffer(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same file under another media type. */
    ReleaseFile as(String otherType) {
        return new ReleaseFile(path, otherType, bytes);
    }

    /** SHA-256 of its bytes, in lower-case hex. */
    public String sha256() {
        return sha256(bytes);
    }

    /** SHA-256 of {@code bytes}, in lower-case hex. */
    public static String sha256(Buffer bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
