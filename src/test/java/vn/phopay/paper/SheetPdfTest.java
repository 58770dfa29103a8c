package vn.phopay.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phopay.qr.QrInputException;

class SheetPdfTest {
    private static final String ALL_LETTERS = "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
            + "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";

    /** The most that a symbol holds at error correction M (ISO/IEC 18004, version 40). */
    private static final int SYMBOL_LENGTH_MAX = 2331;

    @ParameterizedTest
    @EnumSource
    void sheetShouldSayWhoIsPaidAndWhatToCompareWhenReadAsText(PrintLayout layout) throws IOException {
        String text = text(PaperSamples.job(layout, PaperSamples.face()));

        for (String expected : new String[] {"Quét mã để trả tiền", "Scan to pay", "Phở Hoa", "Hàng Ngang · Bàn 5",
            "NGUYEN THI HOA", "MBBank •••• 6789", "So tên trước khi trả tiền", "Compare the name before you pay",
            PaperSamples.SERIAL, "Lô in / Batch: 12 · 24/11/2026", "Kiểm tra", PaperSamples.ADDRESS}) {
            assertTrue(text.contains(expected), expected + " is not in: " + text);
        }
        assertFalse(text.contains("56789") || text.contains("012345"), "only the last four characters of an account");
        assertFalse(text.contains("hãy in khổ lớn hơn"), "a code that fits needs no warning");
    }

    @ParameterizedTest
    @EnumSource
    void sheetShouldNameTheDayWhenItBelongsToNoBatch(PrintLayout layout) throws IOException {
        PrintRun batch = PaperSamples.job(layout, PaperSamples.face());
        PrintRun.Imprint imprint =
                new PrintRun.Imprint(batch.imprint().printedOn(), OptionalInt.empty(), PaperSamples.ADDRESS);
        String text = text(new PrintRun(layout, batch.faces(), 1, imprint));
        assertTrue(text.contains("Ngày in / Printed: 24/11/2026"), text);
        assertFalse(text.contains("Lô in"), text);
    }

    @ParameterizedTest
    @EnumSource
    void sheetShouldHaveEveryVietnameseLetterAndLeaveOutWhatNobodyCanPrint(PrintLayout layout) throws IOException {
        String name = ALL_LETTERS.substring(0, 45) + " " + ALL_LETTERS.substring(45, 90) + " "
                + ALL_LETTERS.substring(90);
        for (String part : name.split(" ")) {
            String text = text(PaperSamples.job(layout, PaperSamples.face(part, PaperSamples.SIGNED)));
            assertTrue(text.replaceAll("\\s", "").contains(part), text);
        }
        String text = text(PaperSamples.job(layout, PaperSamples.face("Phở 🍜 饭\tČaj Hoa", PaperSamples.SIGNED)));
        assertTrue(text.contains("Phở Čaj Hoa"), text);
    }

    @ParameterizedTest
    @EnumSource
    void sheetShouldWarnFromTheFirstCharacterThatHasNoRoom(PrintLayout layout) throws IOException {
        assertTrue(layout.fits("x".repeat(PaperSamples.PAYLOAD_LENGTH_MAX)), "the longest code we issue has room");
        int longest = PaperSamples.PAYLOAD_LENGTH_MAX;
        for (int step = 1024; step > 0; step /= 2) {
            longest += longest + step <= SYMBOL_LENGTH_MAX && layout.fits("x".repeat(longest + step)) ? step : 0;
        }
        if (longest == SYMBOL_LENGTH_MAX) {
            assertEquals(PrintLayout.A4_POSTER, layout, "only the poster holds every code there can be");
            return;
        }
        assertFalse(text(wide(layout, longest)).contains("Mã quá dày cho khổ này"));
        assertTrue(wide(layout, longest).fits());
        String dense = text(wide(layout, longest + 1));
        assertTrue(dense.replaceAll("\\s+", " ").contains("hãy in khổ lớn hơn"), dense);
        assertTrue(dense.contains("mm, cần 0,60 mm"), dense);
        assertFalse(wide(layout, longest + 1).fits());
    }

    @ParameterizedTest
    @EnumSource
    void codeShouldBeVectorsOfOneModuleSizeOf600MicrometresOrMore(PrintLayout layout) throws IOException {
        PrintRun job = PaperSamples.job(layout, PaperSamples.longest());
        List<Mark.Code> codes = codes(job);

        assertEquals(layout.codesPerSheet(), codes.size());
        codes.forEach(code -> assertTrue(code.moduleUm() >= PrintLayout.MODULE_UM_MIN, code::toString));
        try (PDDocument document = Loader.loadPDF(SheetPdf.render(job))) {
            PDPage page = document.getPage(0);
            for (COSName name : page.getResources().getXObjectNames()) {
                assertTrue(page.getResources().getXObject(name) instanceof PDFormXObject, "no raster image");
            }
        }
    }

    @Test
    void fileShouldHaveTheSizeOfItsPaperAndAskToBePrintedAtIt() throws IOException {
        assertSize(PrintLayout.A4_POSTER, 595, 842);
        assertSize(PrintLayout.A5_STAND, 420, 595);
        assertSize(PrintLayout.A6_CARD, 298, 420);
        assertSize(PrintLayout.STICKER_SHEET, 595, 842);
    }

    @Test
    void fileShouldBeTheSameBytesWhenTheJobIsTheSameAndHoldNoWholeAccount() {
        PrintRun job = PaperSamples.job(PrintLayout.STICKER_SHEET, PaperSamples.face());
        byte[] first = SheetPdf.render(job);
        assertArrayEquals(first, SheetPdf.render(job));
        assertTrue(first.length < 100_000, "size " + first.length);
        assertFalse(new String(first, StandardCharsets.ISO_8859_1).contains("0123456789"), "no account in metadata");
    }

    @Test
    void jobShouldTakeAStickerForEachOfSeveralCodesAndASheetForOne() throws IOException {
        assertEquals(2, pages(PaperSamples.job(PrintLayout.STICKER_SHEET, PaperSamples.tables(11), 1)));
        assertEquals(6, pages(PaperSamples.job(PrintLayout.STICKER_SHEET, PaperSamples.tables(11), 3)));
        assertEquals(2, pages(PaperSamples.job(PrintLayout.STICKER_SHEET, PaperSamples.tables(1), 2)));
        assertEquals(6, pages(PaperSamples.job(PrintLayout.A6_CARD, PaperSamples.tables(2), 3)));
        String text = text(PaperSamples.job(PrintLayout.STICKER_SHEET, PaperSamples.tables(11), 1));
        assertTrue(text.contains("Bàn 1\n") && text.contains("Bàn 11\n"), text);
    }

    @Test
    void jobShouldBeRefusedWhenItIsEmptyOrTooLarge() {
        PrintRun.Imprint imprint = PaperSamples.job(PrintLayout.A6_CARD, PaperSamples.face()).imprint();
        List<CodeFace> faces = List.of(PaperSamples.face());
        int most = PrintRun.SHEETS_MAX;
        assertEquals(most, new PrintRun(PrintLayout.A6_CARD, faces, most, imprint).copies());
        assertThrows(QrInputException.class, () -> new PrintRun(PrintLayout.A6_CARD, faces, most + 1, imprint));
        assertThrows(QrInputException.class, () -> new PrintRun(PrintLayout.A6_CARD, faces, 0, imprint));
        assertThrows(QrInputException.class, () -> new PrintRun(PrintLayout.A6_CARD, List.of(), 1, imprint));
        assertThrows(QrInputException.class, () -> new CodeFace.Payee("MBBank", "HOA", "56789"));
        assertEquals(Optional.empty(), PrintLayout.of("a3-poster"));
    }

    private static PrintRun wide(PrintLayout layout, int payloadLength) {
        return PaperSamples.job(layout, PaperSamples.face("Phở Hoa", "x".repeat(payloadLength)));
    }

    private static List<Mark.Code> codes(PrintRun job) {
        return Drawings.first(job).marks().stream()
                .filter(Mark.Code.class::isInstance).map(Mark.Code.class::cast).toList();
    }

    private static void assertSize(PrintLayout layout, int width, int height) throws IOException {
        try (PDDocument document = Loader.loadPDF(SheetPdf.render(PaperSamples.job(layout, PaperSamples.face())))) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(width, Math.round(document.getPage(0).getMediaBox().getWidth()));
            assertEquals(height, Math.round(document.getPage(0).getMediaBox().getHeight()));
            PDViewerPreferences preferences = document.getDocumentCatalog().getViewerPreferences();
            assertEquals("None", preferences.getPrintScaling());
            assertTrue(preferences.displayDocTitle());
            assertEquals("vi-VN", document.getDocumentCatalog().getLanguage());
            assertEquals("Phở Hoa – VietQR " + PaperSamples.SERIAL, document.getDocumentInformation().getTitle());
        }
    }

    private static int pages(PrintRun job) throws IOException {
        try (PDDocument document = Loader.loadPDF(SheetPdf.render(job))) {
            return document.getNumberOfPages();
        }
    }

    private static String text(PrintRun job) throws IOException {
        try (PDDocument document = Loader.loadPDF(SheetPdf.render(job))) {
            return new PDFTextStripper().getText(document).replaceAll(" +", " ");
        }
    }
}
