package vn.phopay.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param status HTTP status
 * @param headers response headers, {@code content-type} among them where there is a body
 * @param body bytes; empty for none
 * @param stream writes the body bit by bit instead; never called for HEAD
 */
public record Reply(int status, Map<String, String> headers, Buffer body, @Nullable ReplyStream stream) {
    /** Media type of ordinary answers. */
    public static final String JSON = "application/json";

    /** Copies {@code headers}. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** An answer that is whole. */
    public Reply(int status, Map<String, String> headers, Buffer body) {
        this(status, headers, body, null);
    }

    /** 200 with a body that {@code stream} writes for as long as it likes; nobody on the way may keep or hold it. */
    public static Reply streaming(String contentType, ReplyStream stream) {
        Map<String, String> headers = Map.of(
                "content-type", contentType, "cache-control", "no-store", "x-accel-buffering", "no");
        return new Reply(200, headers, Buffer.buffer(), stream);
    }

    /** 200 with a JSON object. */
    public static Reply ok(JsonObject body) {
        return json(200, body);
    }

    /** 201 with a JSON object and the new resource's address. */
    public static Reply created(String location, JsonObject body) {
        return json(201, body).with("location", location);
    }

    /** Any status with a JSON object. */
    public static Reply json(int status, JsonObject body) {
        return bytes(status, JSON, body.toBuffer());
    }

    /** Any status with bytes of a media type. */
    public static Reply bytes(int status, String contentType, Buffer body) {
        return new Reply(status, Map.of("content-type", contentType), body);
    }

    /** 204. */
    public static Reply noContent() {
        return new Reply(204, Map.of(), Buffer.buffer());
    }

    /** 304: what the caller keeps is still right; add the same {@code ETag} and {@code Cache-Control} as with 200. */
    public static Reply notModified() {
        return new Reply(304, Map.of(), Buffer.buffer());
    }

    /** An RFC 9457 problem of {@code code}. */
    public static Reply problem(ProblemCode code, String detail) {
        return new Problem(code, detail).toReply();
    }

    /** The same answer with {@code Retry-After}, in whole seconds, rounded up, at least 1. */
    public Reply retryAfter(Duration wait) {
        return with("retry-after", Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds())));
    }

    /** The same answer with one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body, stream);
    }
}
