package vn.phopay.qr;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Strict reader of VietQR payloads (EMVCo merchant-presented mode, NAPAS profile on tag 38).
 *
 * <p>Any text gives an answer: nothing is thrown, and work is linear in the length. Checks run in this order: the
 * checksum, the structure, the contents; the fault told is the first of the earliest kind that fails, and among
 * contents the one that stands first. Nothing is trimmed: a line break behind the payload is a fault.
 */
public final class QrDecoder {
    private QrDecoder() {
    }

    /** Reads one payload. */
    public static DecodedQr decode(CharSequence payload) {
        return decode(QrStructure.read(payload));
    }

    static DecodedQr decode(QrStructure structure) {
        QrFault structuralFault = structure.fault();
        if (structuralFault != null) {
            return new DecodedQr.Refused(structuralFault, List.of(), Map.of());
        }
        Findings findings = ContentRules.check(structure);
        QrFault fault = findings.firstFault();
        if (fault != null) {
            return new DecodedQr.Refused(fault, findings.warnings(), structure.leafValues());
        }
        if (structure.isOtherScheme()) {
            return new DecodedQr.NotVietQr(findings.warnings(), structure.leafValues());
        }
        return new DecodedQr.Payable(vietQr(structure), findings.warnings(), structure.leafValues());
    }

    /** Only for a structure in which the content rules found no fault: the mandatory objects are there. */
    private static VietQr vietQr(QrStructure structure) {
        return new VietQr(
            Objects.requireNonNull(structure.value("01")),
            Objects.requireNonNull(structure.value("38.01.00")),
            Objects.requireNonNull(structure.value("38.01.01")),
            structure.value("38.02"),
            amountVnd(structure),
            structure.value("59"),
            structure.value("62.08"),
            structure.value("62.05"));
    }

    static @Nullable Long amountVnd(QrStructure structure) {
        String amount = structure.value("54");
        if (amount == null || !AmountRules.VND.equals(structure.value("53"))) {
            return null;
        }
        OptionalLong whole = AmountRules.wholeDong(amount);
        return whole.isPresent() ? whole.getAsLong() : null;
    }
}
