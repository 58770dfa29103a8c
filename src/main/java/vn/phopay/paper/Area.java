package vn.phopay.paper;

/**
 * A rectangle on a sheet, in whole micrometres from the sheet's top left corner: modules of a code are all exactly as
 * large as each other, and a test can say whether two things touch.
 */
record Area(int leftUm, int topUm, int widthUm, int heightUm) {
    /** Refuses sides below zero. */
    Area {
        if (widthUm < 0 || heightUm < 0) {
            throw new IllegalArgumentException("an area has no negative sides");
        }
    }

    int rightUm() {
        return leftUm + widthUm;
    }

    int bottomUm() {
        return topUm + heightUm;
    }

    /** Smaller by {@code byUm} on every side; larger where that is negative. */
    Area inset(int byUm) {
        return new Area(leftUm + byUm, topUm + byUm, widthUm - 2 * byUm, heightUm - 2 * byUm);
    }

    /** The part of it that begins {@code offsetUm} below its top. */
    Area slice(int offsetUm, int sliceHeightUm) {
        return new Area(leftUm, topUm + offsetUm, widthUm, sliceHeightUm);
    }

    /** As high, from {@code offsetUm} right of its left edge. */
    Area column(int offsetUm, int columnWidthUm) {
        return new Area(leftUm + offsetUm, topUm, columnWidthUm, heightUm);
    }

    /** A square in its middle. */
    Area square(int sideUm) {
        return new Area(leftUm + (widthUm - sideUm) / 2, topUm + (heightUm - sideUm) / 2, sideUm, sideUm);
    }

    boolean contains(Area other) {
        return other.leftUm >= leftUm && other.topUm >= topUm
                && other.rightUm() <= rightUm() && other.bottomUm() <= bottomUm();
    }

    boolean touches(Area other) {
        return other.leftUm < rightUm() && leftUm < other.rightUm()
                && other.topUm < bottomUm() && topUm < other.bottomUm();
    }
}
