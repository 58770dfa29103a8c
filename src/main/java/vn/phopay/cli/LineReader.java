package vn.phopay.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 lines in bounded memory: of a longer line only the first bytes are kept, far more than any payload has,
 * so that what is cut off is refused for what is left.
 */
final class LineReader {
    static final int LINE_BYTES_MAX = 1 << 20;

    private final InputStream in;
    private final int lineBytesMax;

    LineReader(InputStream in) {
        this(in, LINE_BYTES_MAX);
    }

    LineReader(InputStream in, int lineBytesMax) {
        this.in = new BufferedInputStream(in);
        this.lineBytesMax = lineBytesMax;
    }

    /** The next line without its LF or CR LF, or null at the end. */
    @Nullable String next() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (octet >= 0 && octet != '\n') {
            if (line.size() < lineBytesMax) {
                line.write(octet);
            }
            octet = in.read();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
