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
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < symbol.size(); row++) {
            int column = 0;
            while (column < symbol.size()) {
                int end = endOfRun(symbol, column, row);
                if (end > column) {
                    int width = end - column;
                    path.append('M').append(column + QrSymbol.QUIET_ZONE).append(' ').append(row + QrSymbol.QUIET_ZONE)
                        .append('h').append(width).append("v1h-").append(width).append('z');
                }
                column = end + 1;
            }
        }
        return path.toString();
    }

    /** The first column from {@code column} on that is not dark. */
    static int endOfRun(QrSymbol symbol, int column, int row) {
        int end = column;
        while (end < symbol.size() && symbol.isDark(end, row)) {
            end++;
        }
        return end;
    }
}
