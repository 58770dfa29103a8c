package vn.phopay.http;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags (RFC 9110 section 8.8.3): of a version that is edited under a lock, and of bytes that are cached. */
public final class EntityTag {
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");
    private static final String ANY = "*";
    private static final int DIGEST_LENGTH = 16;

    private EntityTag() {}

    /** The strong tag of a version, {@code "7"}. */
    public static String ofVersion(long version) {
        return "\"" + version + '"';
    }

    /** The strong tag of an answer's bytes. */
    public static String ofBytes(Buffer body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return '"' + HexFormat.of().formatHex(digest, 0, DIGEST_LENGTH) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The version that {@code If-Match} names; empty for {@code *}. Refuses a call without it by
     * {@code REQUEST_PRECONDITION_REQUIRED}, and a tag that can be none of ours, a weak one among them, by
     * {@code REQUEST_PRECONDITION_FAILED}.
     */
    public static Optional<Long> requiredVersion(Call call) {
        String header = call.header("if-match").map(String::strip).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_PRECONDITION_REQUIRED, "Send the ETag that you read as If-Match."));
        if (header.equals(ANY)) {
            return Optional.empty();
        }
        Matcher version = VERSION.matcher(header);
        if (!version.matches()) {
            throw new ProblemException(
                    ProblemCode.REQUEST_PRECONDITION_FAILED, "If-Match must be one ETag as it was read, or *.");
        }
        return Optional.of(Long.valueOf(version.group(1)));
    }

    /** Whether {@code If-None-Match} names {@code tag}, so that 304 is enough; compared weakly, as the RFC asks. */
    public static boolean isCached(Call call, String tag) {
        return call.header("if-none-match")
                .filter(header -> Arrays.stream(header.split(",", -1))
                        .map(sent -> sent.strip().replaceFirst("^W/", ""))
                        .anyMatch(sent -> sent.equals(tag) || sent.equals(ANY)))
                .isPresent();
    }
}
