package vn.phopay.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.phopay.qr.QrSymbol;

/** The papers that a code is printed on. Sizes are whole micrometres. */
public enum PrintLayout {
    /** To hang at the door or over the till: A4. */
    A4_POSTER("a4-poster", new Size(210_000, 297_000), 118_000, 1),
    /** For a stand on the counter: A5. */
    A5_STAND("a5-stand", new Size(148_000, 210_000), 86_000, 1),
    /** To hand over or to lie at the scale: A6. */
    A6_CARD("a6-card", new Size(105_000, 148_000), 66_000, 1),
    /** Nine stickers of 64 × 94 mm for tables and trays on A4, with marks to cut by. */
    STICKER_SHEET("sticker-sheet", new Size(210_000, 297_000), 58_200, 9);

    /** Smallest side of a module at which a phone reads a signed code from a hand's distance (VietQR profile, D8). */
    public static final int MODULE_UM_MIN = 600;

    private final String layoutName;
    private final Size size;
    private final int codeSideUm;
    private final int codesPerSheet;

    PrintLayout(String layoutName, Size size, int codeSideUm, int codesPerSheet) {
        this.layoutName = layoutName;
        this.size = size;
        this.codeSideUm = codeSideUm;
        this.codesPerSheet = codesPerSheet;
    }

    /** Of the paper. */
    record Size(int widthUm, int heightUm) {}

    /** The layout of a link's {@code ?layout=}. */
    public static Optional<PrintLayout> of(String layoutName) {
        return Arrays.stream(values()).filter(layout -> layout.layoutName.equals(layoutName)).findFirst();
    }

    /** The names that {@link #of} knows. */
    public static List<String> names() {
        return Arrays.stream(values()).map(PrintLayout::layoutName).toList();
    }

    /** Its name in links and in the database. */
    public String layoutName() {
        return layoutName;
    }

    /** Width of the sheet in millimetres. */
    public int widthMm() {
        return size.widthUm() / 1_000;
    }

    /** Height of the sheet in millimetres. */
    public int heightMm() {
        return size.heightUm() / 1_000;
    }

    /** How many codes one sheet holds. */
    public int codesPerSheet() {
        return codesPerSheet;
    }

    /** Whether the text of a code has room at {@link #MODULE_UM_MIN}. */
    public boolean fits(String payload) {
        return moduleUm(payload) >= MODULE_UM_MIN;
    }

    /** Side of one module where the symbol of {@code payload} and its quiet zone fill the room there is. */
    int moduleUm(String payload) {
        return codeSideUm / (QrSymbol.sizeOf(payload) + 2 * QrSymbol.QUIET_ZONE);
    }

    Size size() {
        return size;
    }

    int codeSideUm() {
        return codeSideUm;
    }
}
