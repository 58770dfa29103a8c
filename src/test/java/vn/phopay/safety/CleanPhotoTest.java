package vn.phopay.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.phopay.testing.TestPostgres.await;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.phopay.testing.TestPostgres;

/** A stranger's photo becomes pixels and nothing else, or is refused. */
class CleanPhotoTest {
    private static final CleanPhoto CLEAN = new CleanPhoto(TestPostgres.vertx());

    @Test
    void photoShouldLoseEverythingButItsPixels() throws Exception {
        Buffer sent = PhotoFiles.fromPhone(400, 300, 1);
        assertTrue(text(sent).contains("Exif") && text(sent).contains("GPS 21.0352"));
        Photo photo = cleaned(sent);
        assertFalse(text(photo.jpeg()).contains("Exif"));
        assertFalse(text(photo.jpeg()).contains("GPS"));
        assertEquals("400x300", photo.widthPx() + "x" + photo.heightPx());
        assertEquals("RBBB", quarters(photo));
    }

    @Test
    void whatIsHiddenBehindThePictureShouldBeGone() {
        Buffer sent = PhotoFiles.file("png", 40, 30).appendString("<script>alert(1)</script>");
        assertFalse(text(cleaned(sent).jpeg()).contains("script"));
    }

    /** The red quarter is the upper left one of what the camera stored; where it belongs is told by the tag. */
    @ParameterizedTest
    @CsvSource({"1, RBBB, 400x300", "2, BRBB, 400x300", "3, BBBR, 400x300", "4, BBRB, 400x300",
        "5, RBBB, 300x400", "6, BRBB, 300x400", "7, BBBR, 300x400", "8, BBRB, 300x400",
        "0, RBBB, 400x300", "9, RBBB, 400x300"})
    void photoShouldBeTurnedUpright(int orientation, String quarters, String size) throws Exception {
        Photo photo = cleaned(PhotoFiles.fromPhone(400, 300, orientation));
        assertEquals(size, photo.widthPx() + "x" + photo.heightPx());
        assertEquals(quarters, quarters(photo));
    }

    @ParameterizedTest
    @CsvSource({"1600, 1200, 1600x1200", "1601, 800, 1600x799", "4000, 3000, 1600x1200", "3000, 4000, 1200x1600",
        "8000, 6000, 1600x1200", "5000, 3, 1600x1", "1, 1, 1x1"})
    void photoShouldBeMadeSmall(int width, int height, String size) throws Exception {
        Photo photo = cleaned(PhotoFiles.file("png", width, height));
        assertEquals(size, photo.widthPx() + "x" + photo.heightPx());
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(photo.jpeg().getBytes()));
        assertEquals(size, kept.getWidth() + "x" + kept.getHeight());
        assertTrue(photo.jpeg().length() < 400_000);
    }

    @Test
    void jpegPngAndWebpShouldBeReadWhateverTheyAreCalled() throws Exception {
        assertEquals("RBBB", quarters(cleaned(PhotoFiles.file("jpg", 64, 48))));
        assertEquals("RBBB", quarters(cleaned(PhotoFiles.file("png", 64, 48))));
        Photo webp = cleaned(PhotoFiles.WEBP);
        assertEquals("64x48", webp.widthPx() + "x" + webp.heightPx());
        assertEquals("RBRB", quarters(webp));
    }

    @Test
    void aSeeThroughPictureShouldStandOnWhite() throws Exception {
        BufferedImage glass = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        ImageIO.write(glass, "png", bytes);
        Photo photo = cleaned(Buffer.buffer(bytes.toByteArray()));
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(photo.jpeg().getBytes()));
        assertEquals(0xFFFFFFFF, kept.getRGB(20, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html><script>1</script></html>",
        "%PDF-1.7", "GIF89a\u0001\u0000\u0001\u0000", "BM", "RIFF0000WAVE", "\u00ff\u00d8\u00ff\u00e0 no jpeg",
        "\u0089PNG\r\n\u001a\n no png", "RIFF\u0010\u0000\u0000\u0000WEBPVP8 no webp"})
    void whatIsNoPictureShouldBeRefused(String text) {
        assertInstanceOf(CleanPhoto.NotAPicture.class, clean(Buffer.buffer(text, "ISO-8859-1")));
    }

    /** A header may promise any size; nothing of it is made before it was measured. */
    @Test
    void aPictureOfTooManyPixelsShouldBeRefusedByItsHeader() {
        byte[] png = PhotoFiles.file("png", 10, 10).getBytes();
        Buffer bomb = Buffer.buffer(png).setInt(16, 60_000).setInt(20, 60_000);
        // The header's checksum is wrong now; it is made right, so that only the size can be why.
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bomb.getBytes(12, 29));
        bomb.setInt(29, (int) crc.getValue());
        assertInstanceOf(CleanPhoto.TooManyPixels.class, clean(bomb));
    }

    @Test
    void aBrokenPhotoShouldBeRefusedOrReadNeverFail() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Buffer> sound = List.of(PhotoFiles.fromPhone(200, 150, 6), PhotoFiles.file("png", 200, 150),
                PhotoFiles.WEBP);
        for (int round = 0; round < 300; round++) {
            byte[] file = sound.get(round % sound.size()).getBytes();
            int cut = random.nextInt(4) == 0 ? random.nextInt(file.length) : file.length;
            byte[] broken = java.util.Arrays.copyOf(file, cut);
            for (int i = 0; i < random.nextInt(8) && cut > 16; i++) {
                broken[12 + random.nextInt(cut - 12)] = (byte) random.nextInt();
            }
            CleanPhoto.Outcome outcome = clean(Buffer.buffer(broken));
            assertFalse(outcome instanceof CleanPhoto.Overloaded, () -> "seed " + seed);
        }
    }

    @Test
    void pastItsBoundWorkShouldBeRefusedAtOnce() {
        Buffer large = PhotoFiles.file("jpg", 4000, 3000);
        List<Future<CleanPhoto.Outcome>> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(CLEAN.clean(large));
        }
        List<CleanPhoto.Outcome> outcomes = all.stream().map(TestPostgres::await).toList();
        assertEquals(12, outcomes.stream().filter(CleanPhoto.Overloaded.class::isInstance).count());
        assertEquals(18, outcomes.stream().filter(CleanPhoto.Cleaned.class::isInstance).count());
        assertInstanceOf(CleanPhoto.Cleaned.class, clean(PhotoFiles.file("jpg", 40, 30)));
    }

    private static CleanPhoto.Outcome clean(Buffer file) {
        return await(CLEAN.clean(file));
    }

    private static Photo cleaned(Buffer file) {
        return assertInstanceOf(CleanPhoto.Cleaned.class, clean(file)).photo();
    }

    private static String text(Buffer file) {
        return file.toString(StandardCharsets.ISO_8859_1);
    }

    /** R for red and B for blue: upper left, upper right, lower left, lower right. */
    private static String quarters(Photo photo) throws Exception {
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(photo.jpeg().getBytes()));
        StringBuilder found = new StringBuilder();
        for (int y = 1; y <= 3; y += 2) {
            for (int x = 1; x <= 3; x += 2) {
                int rgb = kept.getRGB(kept.getWidth() * x / 4, kept.getHeight() * y / 4);
                found.append((rgb >> 16 & 0xFF) > (rgb & 0xFF) ? 'R' : 'B');
            }
        }
        return found.toString();
    }
}
