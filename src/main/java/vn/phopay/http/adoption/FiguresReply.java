package vn.phopay.http.adoption;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import vn.phopay.adoption.Viewer;
import vn.phopay.http.Call;
import vn.phopay.http.Reply;

/**
 * Answers with figures. What anyone may see may be kept by caches for a short time and is not sent again where the
 * client has it (RFC 9110 section 13.1.2); what only staff may see is kept nowhere.
 */
final class FiguresReply {
    private static final int ETAG_BYTES = 16;

    private final String publicCacheControl;

    /** Lets caches keep outsiders' answers for {@code maxAge}. */
    FiguresReply(Duration maxAge) {
        this.publicCacheControl = "public, max-age=" + maxAge.toSeconds();
    }

    Reply of(Call call, Viewer viewer, JsonObject body) {
        if (!viewer.isOutsider()) {
            return Reply.ok(body).with("cache-control", "private, no-store");
        }
        Reply full = Reply.ok(body);
        String etag = etag(full.body());
        boolean known = call.header("if-none-match").filter(sent -> names(sent, etag)).isPresent();
        Reply reply = known ? new Reply(304, Map.of(), Buffer.buffer()) : full;
        return reply.with("etag", etag)
                .with("cache-control", publicCacheControl)
                .with("vary", "Authorization, Cookie");
    }

    private static boolean names(String ifNoneMatch, String etag) {
        return ifNoneMatch.strip().equals("*")
                || Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(etag::equals);
    }

    private static String etag(Buffer body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return '"' + HexFormat.of().formatHex(hash, 0, ETAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
