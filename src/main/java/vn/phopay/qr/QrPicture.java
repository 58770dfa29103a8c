package vn.phopay.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads the QR code in a photograph or screenshot, JPEG or PNG, in memory only. However large a picture says it is, no
 * more than about 2,400 x 2,400 points of it are ever unpacked, and one of more than 64 million points is not opened.
 */
public final class QrPicture {
    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final long POINTS_MAX = 64_000_000;
    private static final int SIDE_MAX = 2_400;
    /** Longest sides at which the picture is looked at; fewer points even out the grain of a photograph. */
    private static final List<Integer> LOOKS = List.of(1_600, 1_000, 640, SIDE_MAX);
    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
        List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);
    private static final Map<DecodeHintType, Object> HINTS =
        Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8");

    private QrPicture() {
    }

    /** What came of it. */
    public sealed interface Outcome permits Found, NoCode, NoPicture, TooLarge {
    }

    /** The text of the first code found. */
    public record Found(String text) implements Outcome {
    }

    /** A picture in which no code can be read. */
    public record NoCode() implements Outcome {
    }

    /** No JPEG and no PNG, or a broken one. */
    public record NoPicture() implements Outcome {
    }

    /** More points than are opened. */
    public record TooLarge() implements Outcome {
    }

    /** Reads {@code file}; takes up to some seconds of one processor and never throws. */
    public static Outcome read(byte[] file) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Optional<ImageReader> found = readerOf(stream);
            if (found.isEmpty()) {
                return new NoPicture();
            }
            ImageReader reader = found.get();
            try {
                reader.setInput(stream, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // Decoders of the JDK meet broken files with many kinds of RuntimeException.
            return new NoPicture();
        }
    }

    private static Optional<ImageReader> readerOf(ImageInputStream stream) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(stream); readers.hasNext();) {
            ImageReader reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return Optional.of(reader);
            }
            reader.dispose();
        }
        return Optional.empty();
    }

    private static Outcome read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > POINTS_MAX) {
            return new TooLarge();
        }
        ImageReadParam every = reader.getDefaultReadParam();
        int step = Math.max(1, (Math.max(width, height) + SIDE_MAX - 1) / SIDE_MAX);
        every.setSourceSubsampling(step, step, 0, 0);
        Grey picture = Grey.of(reader.read(0, every));
        for (int side : LOOKS) {
            Optional<String> text = look(picture.atMost(side));
            if (text.isPresent()) {
                return new Found(text.get());
            }
        }
        return new NoCode();
    }

    private static Optional<String> look(Grey picture) {
        LuminanceSource source = new PlanarYUVLuminanceSource(picture.points(), picture.width(), picture.height(),
            0, 0, picture.width(), picture.height(), false);
        for (Function<LuminanceSource, Binarizer> binarizer : BINARIZERS) {
            try {
                BinaryBitmap bitmap = new BinaryBitmap(binarizer.apply(source));
                return Optional.of(new QRCodeReader().decode(bitmap, HINTS).getText());
            } catch (ReaderException notSeen) {
                // The next way to look may see it.
            }
        }
        return Optional.empty();
    }

    /** A picture in shades of grey, a byte a point; what is transparent is white. */
    private record Grey(int width, int height, byte[] points) {
        static Grey of(BufferedImage image) {
            int width = image.getWidth();
            int height = image.getHeight();
            byte[] points = new byte[width * height];
            int[] row = new int[width];
            for (int y = 0; y < height; y++) {
                image.getRGB(0, y, width, 1, row, 0, width);
                for (int x = 0; x < width; x++) {
                    points[y * width + x] = (byte) shade(row[x]);
                }
            }
            return new Grey(width, height, points);
        }

        private static int shade(int argb) {
            int alpha = argb >>> 24;
            int shade = (299 * (argb >> 16 & 0xFF) + 587 * (argb >> 8 & 0xFF) + 114 * (argb & 0xFF)) / 1000;
            return (shade * alpha + 255 * (255 - alpha)) / 255;
        }

        /** The same picture with a longest side of at most {@code side}; each new point is the mean of the old ones. */
        Grey atMost(int side) {
            int longest = Math.max(width, height);
            if (longest <= side) {
                return this;
            }
            int newWidth = Math.max(1, (int) ((long) width * side / longest));
            int newHeight = Math.max(1, (int) ((long) height * side / longest));
            byte[] fewer = new byte[newWidth * newHeight];
            for (int y = 0; y < newHeight; y++) {
                for (int x = 0; x < newWidth; x++) {
                    fewer[y * newWidth + x] = (byte) mean(
                        new Span(x, newWidth, width), new Span(y, newHeight, height));
                }
            }
            return new Grey(newWidth, newHeight, fewer);
        }

        private int mean(Span columns, Span rows) {
            int sum = 0;
            for (int y = rows.from(); y < rows.to(); y++) {
                for (int x = columns.from(); x < columns.to(); x++) {
                    sum += points[y * width + x] & 0xFF;
                }
            }
            return sum / ((rows.to() - rows.from()) * (columns.to() - columns.from()));
        }
    }

    /** The old points that the new point {@code place} of {@code newCount} stands for, of {@code oldCount}. */
    private record Span(int place, int newCount, int oldCount) {
        int from() {
            return (int) ((long) place * oldCount / newCount);
        }

        int to() {
            return (int) ((long) (place + 1) * oldCount / newCount);
        }
    }
}
