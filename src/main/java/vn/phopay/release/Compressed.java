package vn.phopay.release;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Smaller forms of a file, made once, when it is drafted: gzip (RFC 1952, without a time or a name) and brotli (RFC
 * 7932). A form that saves less than a tenth is left out, and so is brotli where its native part does not run.
 */
public final class Compressed {
    private static final int WORTH_TENTHS = 9;
    private static final int BROTLI_QUALITY = 9;
    private static final int GZIP_OS_BYTE = 9;
    private static final byte GZIP_OS_UNKNOWN = (byte) 0xff;

    private Compressed() {}

    /** The file as gzip. */
    public static Optional<Buffer> gzip(Buffer bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            zip.write(bytes.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        byte[] zipped = out.toByteArray();
        zipped[GZIP_OS_BYTE] = GZIP_OS_UNKNOWN;
        return worth(bytes, zipped);
    }

    /** The file as brotli. */
    public static Optional<Buffer> brotli(Buffer bytes) {
        if (!Brotli4jLoader.isAvailable()) {
            return Optional.empty();
        }
        try {
            return worth(bytes, Encoder.compress(
                    bytes.getBytes(), new Encoder.Parameters().setQuality(BROTLI_QUALITY)));
        } catch (IOException e) {
            throw new UncheckedIOException("compressing in memory failed", e);
        }
    }

    private static Optional<Buffer> worth(Buffer bytes, byte[] small) {
        return small.length < (long) bytes.length() * WORTH_TENTHS / 10
                ? Optional.of(Buffer.buffer(small)) : Optional.empty();
    }
}
