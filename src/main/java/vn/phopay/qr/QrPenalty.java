package vn.phopay.qr;

/**
 * How hard a masked symbol is to read: the four penalties of ISO/IEC 18004. Any mask is legal; this picks a good one.
 */
final class QrPenalty {
    private static final int RUN_LENGTH = 5;
    private static final int RUN = 3;
    private static final int BLOCK = 3;
    private static final int FINDER_LIKE = 40;
    private static final int BALANCE = 10;
    /** Dark-light pattern 1:1:3:1:1 with four light modules on one side, as bits. */
    private static final int FINDER_BEFORE = 0b00001011101;
    private static final int FINDER_AFTER = 0b10111010000;
    private static final int FINDER_BITS = 11;

    private QrPenalty() {
    }

    static int of(boolean[][] dark) {
        int size = dark.length;
        int penalty = 0;
        int darkCount = 0;
        for (int line = 0; line < size; line++) {
            penalty += line(dark, line, true) + line(dark, line, false);
            for (int place = 0; place < size; place++) {
                darkCount += dark[line][place] ? 1 : 0;
                penalty += isBlock(dark, line, place) ? BLOCK : 0;
            }
        }
        int percentOff = Math.abs(darkCount * 100 / (size * size) - 50);
        return penalty + percentOff / 5 * BALANCE;
    }

    private static boolean isBlock(boolean[][] dark, int row, int column) {
        if (row + 1 >= dark.length || column + 1 >= dark.length) {
            return false;
        }
        boolean corner = dark[row][column];
        return corner == dark[row][column + 1] && corner == dark[row + 1][column]
            && corner == dark[row + 1][column + 1];
    }

    private static int line(boolean[][] dark, int line, boolean horizontal) {
        int penalty = 0;
        int run = 0;
        int window = 0;
        boolean previous = false;
        for (int place = 0; place < dark.length; place++) {
            boolean module = horizontal ? dark[line][place] : dark[place][line];
            run = place > 0 && module == previous ? run + 1 : 1;
            previous = module;
            if (run == RUN_LENGTH) {
                penalty += RUN;
            } else if (run > RUN_LENGTH) {
                penalty++;
            }
            window = (window << 1 | (module ? 1 : 0)) & (1 << FINDER_BITS) - 1;
            boolean finderLike = window == FINDER_BEFORE || window == FINDER_AFTER;
            penalty += place >= FINDER_BITS - 1 && finderLike ? FINDER_LIKE : 0;
        }
        return penalty;
    }
}
