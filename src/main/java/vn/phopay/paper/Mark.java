package vn.phopay.paper;

import java.util.List;
import vn.phopay.qr.QrSymbol;

/** One thing drawn on a sheet. Those that come later lie above. */
sealed interface Mark {
    /** What it covers. */
    Area area();

    /** A filled rectangle, its corners rounded by {@code radiusUm}. */
    record Fill(Area area, int radiusUm, Ink ink) implements Mark {}

    /** A filled polygon. */
    record Polygon(List<Point> points, Ink ink) implements Mark {
        /** Copies {@code points}. */
        public Polygon {
            points = List.copyOf(points);
        }

        @Override
        public Area area() {
            int left = points.stream().mapToInt(Point::xUm).min().orElse(0);
            int top = points.stream().mapToInt(Point::yUm).min().orElse(0);
            int right = points.stream().mapToInt(Point::xUm).max().orElse(0);
            int bottom = points.stream().mapToInt(Point::yUm).max().orElse(0);
            return new Area(left, top, right - left, bottom - top);
        }
    }

    /** A corner of a polygon. */
    record Point(int xUm, int yUm) {}

    /** One line of text: its size, where it begins, and its baseline. */
    record Words(String text, Type type, Point start) implements Mark {
        /** What the ink covers, and the pen's way from end to end. */
        @Override
        public Area area() {
            int above = type.face().aboveUm(text, type.sizeUm());
            int below = type.face().belowUm(text, type.sizeUm());
            int width = type.face().widthUm(text, type.sizeUm());
            return new Area(start.xUm(), start.yUm() - above, width, above + below);
        }
    }

    /** How text looks. */
    record Type(Face face, int sizeUm, Ink ink) {
        Type sized(int otherUm) {
            return new Type(face, otherUm, ink);
        }
    }

    /** A code with its quiet zone: {@code area} is exactly its modules. */
    record Code(QrSymbol symbol, int moduleUm, Area area) implements Mark {
        /** In the middle of {@code room}, each module {@code moduleUm} wide. */
        static Code within(QrSymbol symbol, int moduleUm, Area room) {
            return new Code(symbol, moduleUm, room.square(moduleUm * (symbol.size() + 2 * QrSymbol.QUIET_ZONE)));
        }
    }
}
