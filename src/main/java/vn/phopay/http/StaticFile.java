package vn.phopay.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A file that ships inside the product, in memory.
 *
 * @param contentType its media type
 * @param bytes what it holds
 * @param tag the entity tag of its bytes
 */
public record StaticFile(String contentType, Buffer bytes, String tag) {
    /** Kept by caches, and asked for again at every use: the entity tag makes that cheap. */
    public static final String REVALIDATE = "no-cache";
    /** Kept for a year without asking: for addresses that change whenever the bytes do. */
    public static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final Map<String, String> SUFFIX_TO_TYPE = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "yaml", "application/yaml",
            "txt", "text/plain; charset=utf-8",
            "mp3", "audio/mpeg");

    /** A file of {@code bytes}; its media type follows from the suffix of {@code name}. */
    public static StaticFile of(String name, Buffer bytes) {
        String suffix = name.substring(name.lastIndexOf('.') + 1);
        String contentType = SUFFIX_TO_TYPE.get(suffix);
        if (contentType == null) {
            throw new IllegalArgumentException("no media type is known for " + name);
        }
        return new StaticFile(contentType, bytes, EntityTag.ofBytes(bytes));
    }

    /** The file at {@code path} of the class path; a missing one stops the start. */
    public static StaticFile load(String path) {
        return of(path, read(path));
    }

    /** The bytes at {@code path} of the class path; a missing file stops the start. */
    public static Buffer read(String path) {
        try (InputStream in = StaticFile.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the product ships no " + path);
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** The file, or 304 where the caller's {@code If-None-Match} names it (RFC 9110 section 13.1.2). */
    public Reply reply(Call call, String cacheControl) {
        Reply reply = EntityTag.isCached(call, tag)
                ? Reply.notModified()
                : Reply.bytes(200, contentType, bytes);
        return reply.with("etag", tag).with("cache-control", cacheControl);
    }
}
