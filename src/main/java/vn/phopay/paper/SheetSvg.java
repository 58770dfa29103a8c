package vn.phopay.paper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import vn.phopay.qr.QrSymbol;

/**
 * The first sheet of a print job as a picture: the very marks that the PDF is made of, text as outlines, so that it
 * looks as it will on paper wherever it is shown. Lengths are hundredths of a millimetre.
 */
public final class SheetSvg {
    private static final int UM_PER_UNIT = 10;

    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> shapeToId = new LinkedHashMap<>();

    private SheetSvg() {}

    /** The document; the same job gives the same text. */
    public static String render(PrintRun job) {
        Drawing drawing = Drawings.first(job);
        SheetSvg svg = new SheetSvg();
        drawing.marks().forEach(svg::draw);
        StringBuilder text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(units(drawing.widthUm())).append(' ').append(units(drawing.heightUm())).append("\"><defs>");
        svg.shapeToId.forEach((shape, id) ->
                text.append("<path id=\"").append(id).append("\" d=\"").append(shape).append("\"/>"));
        return text.append("</defs><path fill=\"#fff\" d=\"M0 0h").append(units(drawing.widthUm())).append('v')
                .append(units(drawing.heightUm())).append("H0z\"/>").append(svg.body).append("</svg>\n").toString();
    }

    private void draw(Mark mark) {
        switch (mark) {
            case Mark.Fill(Area area, int radiusUm, Ink ink) -> body.append("<rect x=\"").append(units(area.leftUm()))
                    .append("\" y=\"").append(units(area.topUm())).append("\" width=\"").append(units(area.widthUm()))
                    .append("\" height=\"").append(units(area.heightUm())).append("\" rx=\"").append(units(radiusUm))
                    .append("\" fill=\"").append(ink.css()).append("\"/>");
            case Mark.Polygon polygon -> drawPolygon(polygon);
            case Mark.Words words -> drawWords(words);
            case Mark.Code code -> drawCode(code);
        }
    }

    private void drawPolygon(Mark.Polygon polygon) {
        body.append("<path fill=\"").append(polygon.ink().css()).append("\" d=\"");
        for (Mark.Point point : polygon.points()) {
            body.append(body.charAt(body.length() - 1) == '"' ? 'M' : 'L')
                    .append(units(point.xUm())).append(' ').append(units(point.yUm()));
        }
        body.append("z\"/>");
    }

    /** One shape a letter, moved on by what the letters before it take. */
    private void drawWords(Mark.Words words) {
        String scale = decimal(words.type().sizeUm() * 10_000L / UM_PER_UNIT / FontFile.OUTLINE_UNITS);
        body.append("<g fill=\"").append(words.type().ink().css()).append("\" transform=\"translate(")
                .append(units(words.start().xUm())).append(' ').append(units(words.start().yUm()))
                .append(")scale(").append(scale).append(")\">");
        int pen = 0;
        for (Face.Run run : words.type().face().runs(words.text())) {
            for (int character : run.text().codePoints().toArray()) {
                FontFile.Glyph glyph = Objects.requireNonNull(run.font().glyph(character));
                if (!glyph.outline().isEmpty()) {
                    use(glyph.outline(), pen);
                }
                pen += glyph.advance() * FontFile.OUTLINE_UNITS / 1000;
            }
        }
        body.append("</g>");
    }

    private void use(String shape, int x) {
        body.append("<use href=\"#").append(id(shape)).append('"');
        if (x > 0) {
            body.append(" x=\"").append(x).append('"');
        }
        body.append("/>");
    }

    private void drawCode(Mark.Code code) {
        int quiet = QrSymbol.QUIET_ZONE * code.moduleUm();
        body.append("<use href=\"#").append(id(rows(code.symbol()))).append("\" stroke=\"#000\" transform=\"translate(")
                .append(units(code.area().leftUm() + quiet)).append(' ').append(units(code.area().topUm() + quiet))
                .append(")scale(").append(decimal(code.moduleUm() * 10_000L / UM_PER_UNIT)).append(")\"/>");
    }

    /** A stroke through the middle of every run of dark modules, one unit wide. */
    private static String rows(QrSymbol symbol) {
        StringBuilder path = new StringBuilder();
        int[] end = {-1, 0};
        symbol.darkRuns((column, row, length) -> {
            path.append(row == end[0] ? "m" + (column - end[1]) + " 0" : "M" + column + " " + row + ".5")
                    .append('h').append(length);
            end[0] = row;
            end[1] = column + length;
            return path;
        });
        return path.toString();
    }

    private String id(String shape) {
        return shapeToId.computeIfAbsent(shape, unknown -> "s" + shapeToId.size());
    }

    private static long units(int um) {
        return Math.round((double) um / UM_PER_UNIT);
    }

    /** Ten-thousandths as a decimal fraction. */
    private static String decimal(long tenThousandths) {
        return tenThousandths / 10_000 + "." + String.format("%04d", tenThousandths % 10_000);
    }
}
