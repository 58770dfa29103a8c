package vn.phopay.qr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.ReaderException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QrPosterPdfTest {
    private static final Instant CREATED_AT = Instant.parse("2026-11-22T02:15:00Z");
    private static final String ALL_LETTERS = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
        + "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    @TempDir
    private Path temp;

    @Test
    void posterShouldSayWhoIsPaidAndHowWhenReadAsText() throws IOException {
        String text = text(content("Phở Hoa Hàng Ngang", Samples.SIGNED));
        for (String expected : new String[] {"Phở Hoa Hàng Ngang", "MBBank", "6789", "NGUYEN THI HOA", Samples.SERIAL,
            "QUÉT MÃ ĐỂ THANH TOÁN", "Scan to pay", "Mở ứng dụng ngân hàng", "Open your bank",
            "tên trên điện thoại giống tên người nhận", "the name on your phone is the payee's name",
            "https://qr.example"}) {
            assertTrue(text.contains(expected), expected + " is not in: " + text);
        }
        assertFalse(text.contains("012345"), "only the last four characters of an account");
    }

    @Test
    void posterShouldHaveEveryVietnameseLetter() throws IOException {
        String shopName = ALL_LETTERS.substring(0, 67) + " " + ALL_LETTERS.substring(67);
        String text = text(content(shopName, Samples.SIGNED)).replaceAll("\\s", "");
        assertTrue(text.contains(ALL_LETTERS), text);
    }

    @Test
    void posterShouldBeMadeWhenShopNameHasLettersTheFontLacks() throws IOException {
        assertTrue(text(content("Phở 🍜 饭\tHoa", Samples.SIGNED)).contains("Phở Hoa"));
        assertTrue(text(content("Quán ăn ".repeat(20), Samples.SIGNED)).contains("Quán ăn"));
    }

    @Test
    void posterShouldReadBackWhenRasterised() throws IOException, ReaderException, InterruptedException {
        BufferedImage image = image(content("Phở Hoa", Samples.SIGNED), 150);
        assertEquals(Samples.SIGNED, CodeReader.zxing(image).getText());
        assertEquals(Samples.SIGNED, CodeReader.zbarimg(image, temp));
    }

    @Test
    void posterShouldReadBackWhenPayloadIsAsLongAsItGets() throws IOException, ReaderException {
        String longest = "x".repeat(512);
        assertEquals(longest, CodeReader.zxing(image(content("Phở Hoa", longest), 150)).getText());
    }

    @Test
    void posterShouldBeOneA4PageWithAVectorCode() throws IOException {
        try (PDDocument document = Loader.loadPDF(QrPosterPdf.render(content("Phở Hoa", Samples.SIGNED), CREATED_AT))) {
            assertEquals(1, document.getNumberOfPages());
            PDPage page = document.getPage(0);
            assertEquals(595, Math.round(page.getMediaBox().getWidth()));
            assertEquals(842, Math.round(page.getMediaBox().getHeight()));
            assertFalse(page.getResources().getXObjectNames().iterator().hasNext(), "no raster image");
        }
    }

    @Test
    void posterShouldBeTheSameBytesWhenContentAndTimeAreTheSame() {
        byte[] first = QrPosterPdf.render(content("Phở Hoa", Samples.SIGNED), CREATED_AT);
        assertArrayEquals(first, QrPosterPdf.render(content("Phở Hoa", Samples.SIGNED), CREATED_AT));
        assertTrue(first.length < 100_000, "size " + first.length);
        assertFalse(new String(first, StandardCharsets.ISO_8859_1).contains("0123456789"), "no account in metadata");
    }

    @Test
    void contentShouldBeRefusedWhenItShowsMoreThanFourCharactersOfTheAccount() {
        assertThrows(QrInputException.class,
            () -> new PosterContent("Phở Hoa", "MBBank", "HOA", "56789", Samples.SERIAL, Samples.SIGNED, null));
    }

    private static PosterContent content(String shopName, String payload) {
        return new PosterContent(shopName, "MBBank", "NGUYEN THI HOA", "6789", Samples.SERIAL, payload,
            "https://qr.example");
    }

    private static String text(PosterContent content) throws IOException {
        try (PDDocument document = Loader.loadPDF(QrPosterPdf.render(content, CREATED_AT))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static BufferedImage image(PosterContent content, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(QrPosterPdf.render(content, CREATED_AT))) {
            return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.RGB);
        }
    }
}
