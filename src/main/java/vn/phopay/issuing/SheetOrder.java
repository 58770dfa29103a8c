package vn.phopay.issuing;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import vn.phopay.paper.PrintLayout;
import vn.phopay.paper.PrintRun;

/**
 * Printed codes that are to be put on paper.
 *
 * @param layout on which paper
 * @param codes which codes
 * @param copies how many sheets of each
 * @param printedOn the day that the sheets name
 * @param batchNumber the shop's number of the print batch; empty where the sheets belong to none
 */
public record SheetOrder(
        PrintLayout layout, List<PrintedCode> codes, int copies, LocalDate printedOn, OptionalInt batchNumber) {
    /** Copies {@code codes}. */
    public SheetOrder {
        codes = List.copyOf(codes);
    }

    /** One sheet of one code, of no batch. */
    public static SheetOrder single(PrintLayout layout, PrintedCode code, LocalDate printedOn) {
        return new SheetOrder(layout, List.of(code), 1, printedOn, OptionalInt.empty());
    }

    /** Whether every code has room on this paper. */
    public boolean fits() {
        return codes.stream().allMatch(code -> layout.fits(code.code().payload()));
    }

    /** All that decides how the sheets look, as text that is equal exactly where they are; it may name the payee. */
    public String looks() {
        return job("").toString();
    }

    PrintRun job(String checkAddress) {
        return new PrintRun(layout, codes.stream().map(PrintedCode::face).toList(), copies,
                new PrintRun.Imprint(printedOn, batchNumber, checkAddress));
    }
}
