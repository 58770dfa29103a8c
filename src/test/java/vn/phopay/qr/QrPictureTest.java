package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import vn.phopay.web.scan.CodePhotos;

class QrPictureTest {
    private static final long ALLOCATED_BYTES_MAX = 200_000_000;

    @Test
    void readShouldFindASignedCodeInAScreenshotAndInAPhotograph() {
        assertEquals(new QrPicture.Found(Samples.SIGNED), QrPicture.read(CodePhotos.screenshot(Samples.SIGNED)));
        assertEquals(new QrPicture.Found(Samples.SIGNED), QrPicture.read(CodePhotos.photograph(Samples.SIGNED)));
    }

    @Test
    void readShouldTakeTextAsUtf8() {
        assertEquals(new QrPicture.Found("Phở 🍜"), QrPicture.read(CodePhotos.screenshot("Phở 🍜")));
    }

    @Test
    void readShouldFindNothingWhereThereIsNothing() {
        assertEquals(new QrPicture.NoCode(), QrPicture.read(CodePhotos.withoutCode()));
        assertEquals(new QrPicture.NoCode(),
            QrPicture.read(CodePhotos.file(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png")));
    }

    @Test
    void readShouldRefuseWhatIsNoPictureOrABrokenOneWithoutThrowing() {
        assertEquals(new QrPicture.NoPicture(), QrPicture.read(new byte[0]));
        assertEquals(new QrPicture.NoPicture(), QrPicture.read("<svg/>".getBytes(StandardCharsets.UTF_8)));
        BufferedImage image = new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB);
        assertEquals(new QrPicture.NoPicture(), QrPicture.read(CodePhotos.file(image, "gif")));
        assertEquals(new QrPicture.NoPicture(), QrPicture.read(CodePhotos.file(image, "bmp")));
        byte[] photograph = CodePhotos.photograph(Samples.SIGNED);
        byte[] screenshot = CodePhotos.screenshot(Samples.SIGNED);
        for (int length = 1; length < 700; length += 7) {
            QrPicture.read(Arrays.copyOf(photograph, length));
            QrPicture.read(Arrays.copyOf(screenshot, length));
        }
    }

    @Test
    void readShouldNotOpenAPictureOfTooManyPoints() throws IOException {
        assertEquals(new QrPicture.TooLarge(), QrPicture.read(whitePng(8_001, 8_000)));
        assertEquals(new QrPicture.TooLarge(), QrPicture.read(header(Integer.MAX_VALUE, Integer.MAX_VALUE)));
    }

    @Test
    void readShouldUnpackLittleOfABombThatIsJustSmallEnough() throws IOException {
        byte[] bomb = whitePng(8_000, 8_000);
        assertTrue(bomb.length < 30_000, "a bomb is small: " + bomb.length);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(new QrPicture.NoCode(), QrPicture.read(bomb));
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < ALLOCATED_BYTES_MAX, "allocated " + allocated);
    }

    /** One bit a point, all white. */
    private static byte[] whitePng(int width, int height) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[1 + (width + 7) / 8];
            Arrays.fill(row, 1, row.length, (byte) 0xFF);
            for (int y = 0; y < height; y++) {
                deflater.write(row);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(header(width, height));
        chunk(png, "IDAT", packed.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {1, 0, 0, 0, 0});
        chunk(png, "IHDR", bytes.toByteArray());
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        DataOutputStream out = new DataOutputStream(png);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
