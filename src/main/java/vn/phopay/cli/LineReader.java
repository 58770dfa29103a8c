package vn.phopay.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads UTF-8 lines in bounded memory: of a longer line only the first {@link #LINE_BYTES_MAX} bytes are kept, far
 * more than any payload, so that what is cut off is refused for what is left.
 */
final class LineReader {
    static final int LINE_BYTES_MAX = 1 << 20;

    private final InputStream in;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line without its LF or CR LF, or null at the end. */
    @Nullable String next() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            return null;
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (octet >= 0 && octet != '\n') {
            if (line.size() < LINE_BYTES_MAX) {
                line.write(octet);
            }
            octet = in.read();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
