package vn.phopay.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.ReaderException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.phopay.qr.CodeReader;
import vn.phopay.testing.OptionalTool;

/** Every code of every sheet reads as what was signed, whoever rasterises it and whoever reads it. */
class SheetReadTest {
    private static final int UM_PER_INCH = 25_400;

    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void everyCodeShouldReadByteForByteWhenRasterisedAt150And300Dpi(PrintLayout layout) throws Exception {
        for (CodeFace face : List.of(PaperSamples.face(), PaperSamples.longest())) {
            assertReadable(PaperSamples.job(layout, face), layout, face, 150);
            assertReadable(PaperSamples.job(layout, face), layout, face, 300);
        }
    }

    private void assertReadable(PrintRun job, PrintLayout layout, CodeFace face, int dpi) throws Exception {
        Path raster = rasterised(job, dpi).getFirst();
        BufferedImage image = ImageIO.read(raster.toFile());
        for (Mark.Code code : codes(Drawings.first(job))) {
            assertEquals(face.payload(), CodeReader.zxing(cut(image, code, dpi)).getText());
        }
        List<String> expected = Stream.generate(face::payload).limit(layout.codesPerSheet()).toList();
        assertEquals(expected, CodeReader.zbarimg(raster).lines().toList(), layout + " at " + dpi + " dpi");
    }

    @Test
    void everyStickerShouldReadAsItsOwnCodeWhenEachTableHasOne() throws Exception {
        List<CodeFace> tables = PaperSamples.tables(11);
        List<Path> sheets = rasterised(PaperSamples.job(PrintLayout.STICKER_SHEET, tables, 1), 150);
        assertEquals(2, sheets.size());
        List<String> read = Stream.of(CodeReader.zbarimg(sheets.get(0)), CodeReader.zbarimg(sheets.get(1)))
                .flatMap(String::lines).sorted().toList();
        assertEquals(tables.stream().map(CodeFace::payload).sorted().toList(), read);
    }

    /** The sheets as PNG files, in order. */
    private List<Path> rasterised(PrintRun job, int dpi) throws IOException, InterruptedException {
        Path program = OptionalTool.require("pdftoppm");
        OptionalTool.require("zbarimg");
        Path pdf = Files.write(temp.resolve("sheet.pdf"), SheetPdf.render(job));
        Path target = Files.createTempDirectory(temp, "raster");
        int exit = new ProcessBuilder(program.toString(), "-r", Integer.toString(dpi), "-png", pdf.toString(),
                target.resolve("sheet").toString()).inheritIO().start().waitFor();
        assertEquals(0, exit);
        try (Stream<Path> files = Files.list(target)) {
            return files.sorted().toList();
        }
    }

    private static BufferedImage cut(BufferedImage sheet, Mark.Code code, int dpi) throws ReaderException {
        Area area = code.area();
        int left = area.leftUm() * dpi / UM_PER_INCH;
        int top = area.topUm() * dpi / UM_PER_INCH;
        return sheet.getSubimage(left, top, area.widthUm() * dpi / UM_PER_INCH, area.heightUm() * dpi / UM_PER_INCH);
    }

    private static List<Mark.Code> codes(Drawing drawing) {
        return drawing.marks().stream().filter(Mark.Code.class::isInstance).map(Mark.Code.class::cast).toList();
    }
}
