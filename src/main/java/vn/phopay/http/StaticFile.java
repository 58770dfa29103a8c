package vn.phopay.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A file that ships inside the product, in memory, and once more compressed where that is worth it. Nobody's secrets
 * are in it, so compressing it gives nothing away (BREACH); answers made for one caller stay as they are.
 *
 * @param contentType its media type
 * @param bytes what it holds
 * @param tag the entity tag of its bytes
 * @param zipped the same as gzip (RFC 1952); empty where that saves less than a tenth, as with fonts and pictures
 */
public record StaticFile(String contentType, Buffer bytes, String tag, Optional<Buffer> zipped) {
    /** Kept by caches, and asked for again at every use: the entity tag makes that cheap. */
    public static final String REVALIDATE = "no-cache";
    /** Kept for a year without asking: for addresses that change whenever the bytes do. */
    public static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private static final int WORTH_TENTHS = 9;
    private static final String ZIPPED_TAG_END = "-gzip\"";
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
        return new StaticFile(contentType, bytes, EntityTag.ofBytes(bytes), zip(bytes));
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

    /**
     * The file, compressed for a caller who takes gzip, or 304 where the caller's {@code If-None-Match} names it (RFC
     * 9110 section 13.1.2). The two forms have tags of their own (section 8.8.3.3).
     */
    public Reply reply(Call call, String cacheControl) {
        boolean small = zipped.isPresent() && AcceptEncoding.takesGzip(call);
        String formTag = small ? tag.substring(0, tag.length() - 1) + ZIPPED_TAG_END : tag;
        Reply reply = EntityTag.isCached(call, formTag)
                ? Reply.notModified()
                : Reply.bytes(200, contentType, small ? zipped.get() : bytes);
        if (small && reply.status() == 200) {
            reply = reply.with("content-encoding", "gzip");
        }
        if (zipped.isPresent()) {
            reply = reply.with("vary", "accept-encoding");
        }
        return reply.with("etag", formTag).with("cache-control", cacheControl);
    }

    private static Optional<Buffer> zip(Buffer bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size() < bytes.length() * WORTH_TENTHS / 10 ? Optional.of(Buffer.buffer(out.toByteArray()))
                : Optional.empty();
    }
}
