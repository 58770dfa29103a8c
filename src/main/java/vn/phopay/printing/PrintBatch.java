package vn.phopay.printing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PrintBatchId;
import vn.phopay.identity.QrId;
import vn.phopay.paper.PrintLayout;
import vn.phopay.paper.PrintRun;

/**
 * One printing: sheets that went out of the door together, and can be taken back together.
 *
 * @param id its id
 * @param owner whose it is, and where its codes hang
 * @param number what its sheets say; a merchant's batches count from 1
 * @param paper on what, and how often
 * @param codes the codes on its sheets, in order
 * @param reprintOf the batch that it repeats
 * @param printedAt when
 * @param recall that it was taken back
 */
public record PrintBatch(
        PrintBatchId id,
        Owner owner,
        int number,
        Paper paper,
        List<QrId> codes,
        Optional<PrintBatchId> reprintOf,
        Instant printedAt,
        Optional<Recall> recall) {

    /** Copies {@code codes}. */
    public PrintBatch {
        codes = List.copyOf(codes);
    }

    /** Whose a batch is, and where its codes hang. */
    public record Owner(MerchantId merchant, OutletId outlet, String outletName) {}

    /** On what, and how many sheets of each. */
    public record Paper(PrintLayout layout, int copies) {
        /** Copies that one batch may have. */
        public static final int COPIES_MAX = 20;

        /** Whether so many sheets may be printed of {@code codes} codes. */
        public boolean isInRange(int codes) {
            return copies >= 1 && copies <= COPIES_MAX && codes >= 1
                    && PrintRun.sheets(layout, codes, copies) <= PrintRun.SHEETS_MAX;
        }
    }

    /** When and why a batch was taken back. */
    public record Recall(Instant at, String reason) {}

    /** How many sheets it has. */
    public int sheets() {
        return PrintRun.sheets(paper.layout(), codes.size(), paper.copies());
    }
}
