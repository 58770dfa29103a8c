package vn.phopay.qr;

/**
 * A symbol as SVG: one path in module units on a white ground, four modules of quiet zone inside, crisp at any size.
 */
public final class QrSvg {
    private QrSvg() {
    }

    /** The document; the same symbol gives the same text. */
    public static String render(QrSymbol symbol) {
        int side = symbol.size() + 2 * QrSymbol.QUIET_ZONE;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
            + "\" shape-rendering=\"crispEdges\"><rect width=\"" + side + "\" height=\"" + side
            + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path(symbol) + "\"/></svg>\n";
    }

    /** A rectangle for every horizontal run of dark modules. */
    private static String path(QrSymbol symbol) {
        return String.join("", symbol.darkRuns((column, row, length) ->
            "M" + (column + QrSymbol.QUIET_ZONE) + " " + (row + QrSymbol.QUIET_ZONE) + "h" + length + "v1h-" + length
                + "z"));
    }
}
