package vn.phopay.web.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures of codes as people send them. */
public final class CodePhotos {
    private static final int BLUR_PX = 3;

    private CodePhotos() {}

    /** A screenshot: sharp and straight, a code of 600 pixels on white. */
    public static byte[] screenshot(String text) {
        BufferedImage image = sheet(720, 1280, Color.WHITE);
        Graphics2D pen = image.createGraphics();
        pen.drawImage(code(text, 600), 60, 300, null);
        pen.dispose();
        return file(image, "png");
    }

    /** A photograph of 2,000 x 1,500: the code turned by 14 degrees on a table, blurred, in dim light, with grain. */
    public static byte[] photograph(String text) {
        BufferedImage image = sheet(2_000, 1_500, new Color(0x8a7a66));
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.rotate(Math.toRadians(14), 1_000, 750);
        pen.drawImage(code(text, 1_100), 450, 200, null);
        pen.dispose();
        float[] even = new float[BLUR_PX * BLUR_PX];
        Arrays.fill(even, 1f / even.length);
        BufferedImage blurred = new ConvolveOp(new Kernel(BLUR_PX, BLUR_PX, even), ConvolveOp.EDGE_NO_OP, null)
                .filter(image, null);
        return file(dim(blurred), "jpeg");
    }

    /** A photograph of the table. */
    public static byte[] withoutCode() {
        return file(dim(sheet(1_200, 900, new Color(0x8a7a66))), "jpeg");
    }

    /** Any picture as a file of this format. */
    public static byte[] file(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage code(String text, int side) {
        BitMatrix matrix;
        try {
            matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, side, side,
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4,
                            EncodeHintType.CHARACTER_SET, "UTF-8"));
        } catch (WriterException e) {
            throw new IllegalArgumentException(text, e);
        }
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, matrix.get(x, y) ? 0x1c1c22 : 0xf4f2ec);
            }
        }
        return image;
    }

    private static BufferedImage sheet(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    /** Two thirds of the light on the left, less to the right, and grain; the same at every call. */
    private static BufferedImage dim(BufferedImage image) {
        Random grain = new Random(20_261_123L);
        BufferedImage result =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int percent = 66 - 26 * x / image.getWidth();
                int noise = grain.nextInt(17) - 8;
                int rgb = image.getRGB(x, y);
                result.setRGB(x, y, part(rgb >> 16, percent, noise) << 16 | part(rgb >> 8, percent, noise) << 8
                        | part(rgb, percent, noise));
            }
        }
        return result;
    }

    private static int part(int colour, int percent, int noise) {
        return Math.clamp((colour & 0xFF) * percent / 100 + noise, 0, 255);
    }
}
