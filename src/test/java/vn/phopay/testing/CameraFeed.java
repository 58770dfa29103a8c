package vn.phopay.testing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * What Chromium's fake camera sees: pictures one after the other, a second each, over and over, as motion JPEG at 30
 * pictures a second.
 */
public record CameraFeed(Path file) {
    private static final Path DIRECTORY = Path.of("target", "camera");
    private static final int PICTURES_PER_SECOND = 30;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int CODE_PX = 360;

    /** A camera in front of these pictures, which must be of one size, each side an even number of pixels. */
    public static CameraFeed of(BufferedImage... pictures) {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        for (BufferedImage picture : pictures) {
            byte[] jpeg = jpeg(picture);
            for (int i = 0; i < PICTURES_PER_SECOND; i++) {
                film.writeBytes(jpeg);
            }
        }
        try {
            Files.createDirectories(DIRECTORY);
            return new CameraFeed(Files.write(Files.createTempFile(DIRECTORY, "feed", ".mjpeg"), film.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A printed code on a table, 640 x 480, as somebody holds the phone over it. */
    public static BufferedImage code(String text) {
        BufferedImage picture = emptyTable();
        BitMatrix matrix = matrix(text);
        Graphics2D pen = picture.createGraphics();
        int left = (WIDTH - CODE_PX) / 2;
        int top = (HEIGHT - CODE_PX) / 2;
        for (int y = 0; y < CODE_PX; y++) {
            for (int x = 0; x < CODE_PX; x++) {
                picture.setRGB(left + x, top + y, matrix.get(x, y) ? 0x1c1c22 : 0xf4f2ec);
            }
        }
        pen.dispose();
        return picture;
    }

    /** The table without a code, 640 x 480. */
    public static BufferedImage emptyTable() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x8a7a66));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return picture;
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, CODE_PX, CODE_PX);
        } catch (WriterException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static byte[] jpeg(BufferedImage picture) {
        if (picture.getWidth() % 2 != 0 || picture.getHeight() % 2 != 0) {
            throw new IllegalArgumentException("a camera's picture has even sides");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, "jpeg", bytes)) {
                throw new IllegalArgumentException("not a picture without transparency");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
