package vn.phopay.printing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.phopay.issuing.QrCode;

/**
 * A printed code as its owner sees it.
 *
 * @param code the code
 * @param status where it stands now
 * @param outletName where it hangs
 * @param lastPaidAt when it was last paid, as far as {@link ReadMyCodes#PAID_WITHIN} back
 * @param lastPrintedAt when it was last printed
 * @param warnings what its owner should know
 */
public record MyCode(
        QrCode code,
        QrCode.Status status,
        String outletName,
        Optional<Instant> lastPaidAt,
        Optional<Instant> lastPrintedAt,
        Set<CodeWarning> warnings) {
    /** Copies {@code warnings}. */
    public MyCode {
        warnings = Set.copyOf(warnings);
    }

    /** What its owner calls it, the till it stands at, or its serial. */
    public String name() {
        return code.label().or(code::terminal).orElse(code.serial());
    }

    /** Names of its warnings, in the order in which they are said. */
    public List<String> warningNames() {
        return warnings.stream().sorted().map(CodeWarning::name).toList();
    }

    /** Whether it may be paid. */
    public boolean isActive() {
        return status == QrCode.Status.ACTIVE;
    }
}
