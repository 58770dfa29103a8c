package vn.phopay.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import vn.phopay.qr.QrInputException;

/**
 * What is to be printed.
 *
 * @param layout on which paper
 * @param faces the codes; one fills a whole sheet of stickers, several take a sticker each
 * @param copies how many sheets of each
 * @param imprint what is said of the printing
 */
public record PrintRun(PrintLayout layout, List<CodeFace> faces, int copies, Imprint imprint) {
    /** Sheets of one file, at most. */
    public static final int SHEETS_MAX = 100;

    /** Copies {@code faces}; refuses none of them, and more than {@link #SHEETS_MAX} sheets. */
    public PrintRun {
        faces = List.copyOf(faces);
        if (faces.isEmpty() || copies < 1 || sheets(layout, faces.size(), copies) > SHEETS_MAX) {
            throw new QrInputException("a print has 1 to " + SHEETS_MAX + " sheets");
        }
    }

    /**
     * What is said of the printing.
     *
     * @param printedOn the day
     * @param batchNumber the shop's number of the print batch; empty for a sheet that belongs to none
     * @param checkAddress where anyone can check a code, as people type it
     */
    public record Imprint(LocalDate printedOn, OptionalInt batchNumber, String checkAddress) {}

    /** How many sheets {@code codes} codes take. */
    public static int sheets(PrintLayout layout, int codes, int copies) {
        return Math.ceilDiv(codes, layout.codesPerSheet()) * copies;
    }

    /** Whether every code has room at {@link PrintLayout#MODULE_UM_MIN}. */
    public boolean fits() {
        return faces.stream().allMatch(face -> layout.fits(face.payload()));
    }
}
