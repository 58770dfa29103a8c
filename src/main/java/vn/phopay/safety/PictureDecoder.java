package vn.phopay.safety;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes a picture that a stranger sent: JPEG, PNG or WebP, told by its first bytes and never by name or media type.
 * It is measured before it is decoded, and decoded no larger than needed: it takes some 30 MB at most. Any bytes give
 * an answer. Takes up to a second, so it belongs on a worker thread.
 */
final class PictureDecoder {
    /** Longer side that is enough for everything we do with a picture, in pixels. */
    static final int SIDE_PX_ENOUGH = 1_600;
    /** Largest picture that is decoded. Cameras of phones have 50 million pixels and mostly send fewer. */
    static final long PIXELS_MAX = 50_000_000;
    /** WebP is decoded whole before it is made small. */
    static final long WEBP_PIXELS_MAX = 16_000_000;

    private PictureDecoder() {}

    /** What came of it. */
    sealed interface Outcome permits Decoded, NotAPicture, TooManyPixels {}

    /**
     * The picture as the camera stored it; nobody has turned it upright.
     *
     * @param picture its longer side has less than twice {@link #SIDE_PX_ENOUGH} pixels
     * @param isJpeg whether it may tell how it was held, in its Exif segment
     */
    record Decoded(BufferedImage picture, boolean isJpeg) implements Outcome {}

    /** No JPEG, PNG or WebP, or one that cannot be decoded. */
    record NotAPicture() implements Outcome {}

    /** A picture of more pixels than are decoded. */
    record TooManyPixels() implements Outcome {}

    /** Decodes one file. */
    static Outcome decode(byte[] file) {
        Kind kind = Kind.of(file);
        if (kind == Kind.OTHER) {
            return new NotAPicture();
        }
        try {
            return decode(file, kind);
        } catch (IOException | RuntimeException e) {
            // Decoders throw whatever they like on bytes that are made to hurt; none of it is a fault of ours.
            return new NotAPicture();
        }
    }

    /** Every n-th pixel is taken of a large one, so that it never stands whole. */
    private static Outcome decode(byte[] file, Kind kind) throws IOException {
        ImageReader reader = kind.reader();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > kind.pixelsMax()) {
                return new TooManyPixels();
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(width, height) / SIDE_PX_ENOUGH);
            param.setSourceSubsampling(step, step, 0, 0);
            return new Decoded(reader.read(0, param), kind == Kind.JPEG);
        } finally {
            reader.dispose();
        }
    }

    private enum Kind {
        JPEG, PNG, WEBP, OTHER;

        static Kind of(byte[] file) {
            if (startsWith(file, 0, 0xFF, 0xD8, 0xFF)) {
                return JPEG;
            }
            if (startsWith(file, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
                return PNG;
            }
            return startsWith(file, 0, 'R', 'I', 'F', 'F') && startsWith(file, 8, 'W', 'E', 'B', 'P') ? WEBP : OTHER;
        }

        private static boolean startsWith(byte[] file, int from, int... bytes) {
            if (file.length < from + bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if ((file[from + i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }

        long pixelsMax() {
            return this == WEBP ? WEBP_PIXELS_MAX : PIXELS_MAX;
        }

        ImageReader reader() throws IOException {
            return this == WEBP
                    ? new WebPImageReaderSpi().createReaderInstance(null)
                    : ImageIO.getImageReadersByFormatName(name().toLowerCase(Locale.ROOT)).next();
        }
    }
}
