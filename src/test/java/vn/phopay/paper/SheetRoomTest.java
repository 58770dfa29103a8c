package vn.phopay.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that people must read, and no code with its quiet zone, touches anything else or leaves the paper. */
class SheetRoomTest {
    private static final int PRINTER_MARGIN_UM = 2_000;

    @ParameterizedTest
    @EnumSource
    void marksShouldKeepApartWhateverTheLengthOfNames(PrintLayout layout) {
        for (CodeFace face : faces()) {
            Drawing drawing = Drawings.first(PaperSamples.job(layout, face));
            Area paper = new Area(0, 0, drawing.widthUm(), drawing.heightUm()).inset(PRINTER_MARGIN_UM);
            List<Mark> solid = drawing.marks().stream()
                    .filter(mark -> mark instanceof Mark.Words || mark instanceof Mark.Code).toList();
            assertTrue(solid.size() > 6, "a sheet says something");
            solid.forEach(mark -> assertTrue(paper.contains(mark.area()), mark::toString));
            IntStream.range(0, solid.size()).forEach(i -> assertApart(solid.get(i), solid.subList(i + 1, solid
                    .size())));
        }
    }

    private static void assertApart(Mark mark, List<Mark> others) {
        others.forEach(other -> assertFalse(mark.area().touches(other.area()), mark + " and " + other));
    }

    @ParameterizedTest
    @EnumSource
    void quietZonesShouldStayWhite(PrintLayout layout) {
        Drawing drawing = Drawings.first(PaperSamples.job(layout, PaperSamples.longest()));
        List<Mark> marks = drawing.marks();
        for (Mark code : marks.stream().filter(Mark.Code.class::isInstance).toList()) {
            Mark ground = marks.stream().filter(mark -> mark instanceof Mark.Fill && mark.area().contains(code.area()))
                    .reduce((first, last) -> last).orElseThrow();
            assertEquals(Ink.WHITE, ((Mark.Fill) ground).ink());
            marks.subList(marks.indexOf(ground) + 1, marks.size()).stream().filter(mark -> mark != code)
                    .forEach(mark -> assertFalse(mark.area().touches(code.area()), mark::toString));
        }
    }

    @ParameterizedTest
    @EnumSource
    void longestNamesShouldBePrintedWhole(PrintLayout layout) {
        String words = words(Drawings.first(PaperSamples.job(layout, PaperSamples.longest())));
        assertTrue(words.contains(PaperSamples.LONGEST_NAME), words);
        assertTrue(words.contains(PaperSamples.LONGEST_HOLDER), words);
        if (layout != PrintLayout.STICKER_SHEET) {
            assertTrue(words.contains(PaperSamples.LONGEST_PLACE), words);
        }
    }

    @Test
    void textShouldEndInDotsWhenNoSizeHoldsIt() {
        Area small = new Area(0, 0, 20_000, 4_000);
        TextFit fit = TextFit.centred(new Mark.Type(Face.REGULAR, 4_000, Ink.BLACK), 2);
        List<Mark.Words> lines = fit.into(small, "Nguyễn".repeat(30));
        assertTrue(lines.size() <= 2 && lines.getLast().text().endsWith("…"), lines::toString);
        lines.forEach(line -> assertTrue(small.contains(line.area()), line::toString));
        assertEquals(List.of(), fit.into(small, "🍜"));
    }

    /** The model's widths are those of the file: a box of a line as PDFBox reads it back lies within the model's. */
    @Test
    void modelShouldAgreeWithTheFile() throws IOException {
        PrintRun job = PaperSamples.job(PrintLayout.A4_POSTER, PaperSamples.face());
        Mark.Words name = Drawings.first(job).marks().stream()
                .filter(Mark.Words.class::isInstance).map(Mark.Words.class::cast)
                .filter(words -> words.text().equals("Phở Hoa")).findFirst().orElseThrow();
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(SheetPdf.render(job))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    if (text.equals(name.text())) {
                        letters.addAll(positions);
                    }
                }
            }.getText(document);
        }
        assertEquals(name.area().leftUm(), um(letters.getFirst().getXDirAdj()), 20);
        assertEquals(name.area().rightUm(), um(letters.getLast().getEndX()), 60);
        assertEquals(name.start().yUm(), um(letters.getFirst().getYDirAdj()), 20);
    }

    private static int um(float points) {
        return Math.round(points * 25_400 / 72);
    }

    private static String words(Drawing drawing) {
        return drawing.marks().stream().filter(Mark.Words.class::isInstance)
                .map(mark -> ((Mark.Words) mark).text()).collect(Collectors.joining(" "));
    }

    private static List<CodeFace> faces() {
        CodeFace.Payee payee = CodeFace.Payee.of("VietCredit", "A", "1");
        return Stream.concat(
                Stream.of(PaperSamples.face(), PaperSamples.longest(),
                        new CodeFace("ỄẶ", Optional.empty(), payee, PaperSamples.SERIAL, PaperSamples.SIGNED),
                        new CodeFace("W".repeat(100), Optional.of("W".repeat(150)), CodeFace.Payee.of(
                                "W".repeat(14), "W".repeat(70), "WWWW"), PaperSamples.SERIAL, "x".repeat(900))),
                Stream.of("Phở gà Nghĩa Đô ", "Ễ ").map(part -> PaperSamples.face(
                        part.repeat(50).substring(0, 100), PaperSamples.SIGNED))).toList();
    }
}
