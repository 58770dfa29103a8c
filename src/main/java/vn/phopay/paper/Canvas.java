package vn.phopay.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.phopay.qr.QrSymbol;

/** A sheet while it is being drawn. */
final class Canvas {
    private final PrintLayout.Size size;
    private final Function<String, QrSymbol> symbols;
    private final List<Mark> marks = new ArrayList<>();

    /** An empty sheet; {@code symbols} makes codes of payloads. */
    Canvas(PrintLayout.Size size, Function<String, QrSymbol> symbols) {
        this.size = size;
        this.symbols = symbols;
    }

    Area paper() {
        return new Area(0, 0, size.widthUm(), size.heightUm());
    }

    void fill(Area area, int radiusUm, Ink ink) {
        marks.add(new Mark.Fill(area, radiusUm, ink));
    }

    /** A polygon of corners x and y, one after the other. */
    void polygon(Ink ink, int... cornersUm) {
        List<Mark.Point> points = new ArrayList<>();
        for (int i = 0; i < cornersUm.length; i += 2) {
            points.add(new Mark.Point(cornersUm[i], cornersUm[i + 1]));
        }
        marks.add(new Mark.Polygon(points, ink));
    }

    void words(Area area, String text, TextFit fit) {
        marks.addAll(fit.into(area, text));
    }

    /** The code of a payload in the middle of {@code room}, as large as the layout has it. */
    void code(Area room, String payload, PrintLayout layout) {
        marks.add(Mark.Code.within(symbols.apply(payload), layout.moduleUm(payload), room));
    }

    Drawing done() {
        return new Drawing(size.widthUm(), size.heightUm(), marks);
    }

    /** The same marks once more on another sheet. */
    static Stream<Drawing> copies(Drawing drawing, int count) {
        return Stream.generate(() -> drawing).limit(count);
    }
}
