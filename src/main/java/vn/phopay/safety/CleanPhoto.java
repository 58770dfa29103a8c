package vn.phopay.safety;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Takes a photo that a stranger sent and writes it anew: turned upright, at most {@link #SIDE_PX_MAX} pixels a side, as
 * JPEG without any metadata, so that neither where it was taken nor anything hidden behind it is kept. A few at once on
 * worker threads of its own, and past a bound of waiting work none.
 */
public final class CleanPhoto {
    /** Longer side of what is kept, in pixels: enough to read a sign behind a counter. */
    public static final int SIDE_PX_MAX = PictureDecoder.SIDE_PX_ENOUGH;

    private static final int AT_ONCE = 2;
    private static final int WAITING_MAX = 16;
    private static final float QUALITY = 0.8f;

    private final WorkerExecutor workers;
    private final AtomicInteger admitted = new AtomicInteger();

    /** What came of it. */
    public sealed interface Outcome permits Cleaned, NotAPicture, TooManyPixels, Overloaded {}

    /** The photo as it may be kept. */
    public record Cleaned(Photo photo) implements Outcome {}

    /** No JPEG, PNG or WebP, or one that cannot be decoded. */
    public record NotAPicture() implements Outcome {}

    /** A picture of more pixels than are decoded. */
    public record TooManyPixels() implements Outcome {}

    /** Too much work waits already; nothing was done. */
    public record Overloaded() implements Outcome {}

    /** Works on threads that end with {@code vertx}. */
    public CleanPhoto(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("phopay-photo-" + System.identityHashCode(this), AT_ONCE);
    }

    /** Cleans one file. Fails only on a fault of ours. */
    public Future<Outcome> clean(Buffer file) {
        if (admitted.incrementAndGet() > AT_ONCE + WAITING_MAX) {
            admitted.decrementAndGet();
            return Future.succeededFuture(new Overloaded());
        }
        Callable<Outcome> work = () -> rewrite(file.getBytes());
        return workers.executeBlocking(work, false).onComplete(done -> admitted.decrementAndGet());
    }

    private static Outcome rewrite(byte[] file) throws IOException {
        return switch (PictureDecoder.decode(file)) {
            case PictureDecoder.NotAPicture none -> new NotAPicture();
            case PictureDecoder.TooManyPixels none -> new TooManyPixels();
            case PictureDecoder.Decoded(BufferedImage picture, boolean isJpeg) ->
                rewrite(picture, isJpeg ? JpegOrientation.of(file) : JpegOrientation.UPRIGHT);
        };
    }

    private static Outcome rewrite(BufferedImage picture, int orientation) throws IOException {
        BufferedImage kept = upright(picture, orientation);
        return new Cleaned(new Photo(Buffer.buffer(encode(kept)), kept.getWidth(), kept.getHeight()));
    }

    /** Small and upright on white, so that nothing shines through. */
    private static BufferedImage upright(BufferedImage picture, int orientation) {
        boolean sideways = orientation >= 5;
        double scale = Math.min(1.0, (double) SIDE_PX_MAX / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.floor(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.floor(picture.getHeight() * scale));
        BufferedImage kept = new BufferedImage(
                sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = kept.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, kept.getWidth(), kept.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.transform(turn(orientation, width, height));
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return kept;
    }

    /** From the picture as stored, {@code width} by {@code height}, to upright, by the table of the Exif standard. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] encode(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
