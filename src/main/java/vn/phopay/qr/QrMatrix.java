package vn.phopay.qr;

import com.google.zxing.qrcode.decoder.Version;

/** Lays codewords out as modules: function patterns, zigzag, and the mask with the least penalty (ISO/IEC 18004). */
final class QrMatrix {
    private static final int MASKS = 8;
    private static final int FORMAT_GENERATOR = 0x537;
    private static final int FORMAT_MASK = 0x5412;
    private static final int VERSION_GENERATOR = 0x1F25;
    private static final int FIRST_VERSION_WITH_NUMBER = 7;

    private final Version version;
    private final QrEcc ecc;
    private final int size;
    private final boolean[][] dark;
    private final boolean[][] function;

    private QrMatrix(Version version, QrEcc ecc) {
        this.version = version;
        this.ecc = ecc;
        this.size = version.getDimensionForVersion();
        this.dark = new boolean[size][size];
        this.function = new boolean[size][size];
    }

    /** Rows of modules, true for dark. */
    static boolean[][] build(byte[] codewords, Version version, QrEcc ecc) {
        QrMatrix matrix = new QrMatrix(version, ecc);
        matrix.drawFunctionPatterns();
        matrix.drawCodewords(codewords);
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int mask = 0; mask < MASKS; mask++) {
            matrix.applyMask(mask);
            matrix.drawFormat(mask);
            int penalty = QrPenalty.of(matrix.dark);
            if (penalty < least) {
                best = mask;
                least = penalty;
            }
            matrix.applyMask(mask);
        }
        matrix.applyMask(best);
        matrix.drawFormat(best);
        return matrix.dark;
    }

    private void drawFunctionPatterns() {
        for (int place = 0; place < size; place++) {
            set(6, place, place % 2 == 0);
            set(place, 6, place % 2 == 0);
        }
        drawFinder(3, 3);
        drawFinder(size - 4, 3);
        drawFinder(3, size - 4);
        int[] centers = version.getAlignmentPatternCenters();
        for (int column : centers) {
            for (int row : centers) {
                if (!isFinderCorner(column, row)) {
                    drawAlignment(column, row);
                }
            }
        }
        drawFormat(0);
        drawVersion();
    }

    private boolean isFinderCorner(int column, int row) {
        return column == 6 && row == 6 || column == 6 && row == size - 7 || column == size - 7 && row == 6;
    }

    private void drawFinder(int column, int row) {
        for (int dy = -4; dy <= 4; dy++) {
            for (int dx = -4; dx <= 4; dx++) {
                int ring = Math.max(Math.abs(dx), Math.abs(dy));
                if (isInside(column + dx) && isInside(row + dy)) {
                    set(column + dx, row + dy, ring != 2 && ring != 4);
                }
            }
        }
    }

    private boolean isInside(int place) {
        return place >= 0 && place < size;
    }

    private void drawAlignment(int column, int row) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                set(column + dx, row + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
            }
        }
    }

    private void drawFormat(int mask) {
        int data = ecc.level().getBits() << 3 | mask;
        int bits = (data << 10 | remainder(data, 10, FORMAT_GENERATOR)) ^ FORMAT_MASK;
        for (int bit = 0; bit < 15; bit++) {
            boolean isDark = (bits >> bit & 1) != 0;
            if (bit < 8) {
                set(8, bit < 6 ? bit : bit + 1, isDark);
                set(size - 1 - bit, 8, isDark);
            } else {
                set(bit == 8 ? 7 : 14 - bit, 8, isDark);
                set(8, size - 15 + bit, isDark);
            }
        }
        set(8, size - 8, true);
    }

    private void drawVersion() {
        int number = version.getVersionNumber();
        if (number < FIRST_VERSION_WITH_NUMBER) {
            return;
        }
        int bits = number << 12 | remainder(number, 12, VERSION_GENERATOR);
        for (int bit = 0; bit < 18; bit++) {
            boolean isDark = (bits >> bit & 1) != 0;
            set(size - 11 + bit % 3, bit / 3, isDark);
            set(bit / 3, size - 11 + bit % 3, isDark);
        }
    }

    /** Remainder of the BCH code: {@code data} times x to the {@code degree}, modulo the generator. */
    private static int remainder(int data, int degree, int generator) {
        int rest = data;
        for (int step = 0; step < degree; step++) {
            rest = rest << 1 ^ (rest >> degree - 1) * generator;
        }
        return rest;
    }

    private void set(int column, int row, boolean isDark) {
        dark[row][column] = isDark;
        function[row][column] = true;
    }

    /** From the bottom right, in columns of two, up and down in turn, leaving out the vertical timing pattern. */
    private void drawCodewords(byte[] codewords) {
        int bit = 0;
        for (int right = size - 1; right >= 1; right -= 2) {
            right = right == 6 ? 5 : right;
            boolean upward = (right + 1 & 2) == 0;
            for (int step = 0; step < size * 2; step++) {
                int row = upward ? size - 1 - step / 2 : step / 2;
                int column = right - step % 2;
                if (!function[row][column] && bit < codewords.length * 8) {
                    dark[row][column] = (codewords[bit / 8] >> 7 - bit % 8 & 1) != 0;
                    bit++;
                }
            }
        }
    }

    /** Inverts the modules the mask names; twice gives back what was there. */
    private void applyMask(int mask) {
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                dark[row][column] ^= !function[row][column] && isMasked(mask, column, row);
            }
        }
    }

    private static boolean isMasked(int mask, int column, int row) {
        int product = column * row;
        return switch (mask) {
            case 0 -> (column + row) % 2 == 0;
            case 1 -> row % 2 == 0;
            case 2 -> column % 3 == 0;
            case 3 -> (column + row) % 3 == 0;
            case 4 -> (column / 3 + row / 2) % 2 == 0;
            case 5 -> product % 2 + product % 3 == 0;
            case 6 -> (product % 2 + product % 3) % 2 == 0;
            default -> ((column + row) % 2 + product % 3) % 2 == 0;
        };
    }
}
