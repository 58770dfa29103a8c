package vn.phopay.opendata;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.phopay.release.Compressed;
import vn.phopay.release.ReleaseFile;

/**
 * A document about all releases, in memory, made whenever something is published.
 *
 * @param mediaType its media type
 * @param sha256 hash of its bytes
 * @param bytes what it holds
 * @param gzip the same as gzip, where that is worth it
 * @param brotli the same as brotli, where that is worth it
 */
public record Document(
        String mediaType, String sha256, Buffer bytes, Optional<Buffer> gzip, Optional<Buffer> brotli) {
    /** A document of {@code json}. */
    static Document of(String mediaType, JsonObject json) {
        Buffer bytes = Buffer.buffer((json.encodePrettily() + "\n").getBytes(StandardCharsets.UTF_8));
        return new Document(mediaType, ReleaseFile.sha256(bytes), bytes,
                Compressed.gzip(bytes), Compressed.brotli(bytes));
    }
}
