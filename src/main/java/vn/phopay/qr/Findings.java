package vn.phopay.qr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the content rules find; faults and warnings are told in order of position, not of discovery. */
final class Findings {
    private final List<QrFault> faults = new ArrayList<>();
    private final List<QrWarning> warnings = new ArrayList<>();

    void fault(QrFault.Code code, int index, String detail) {
        faults.add(new QrFault(code, index + 1, detail));
    }

    void badFormat(DataObject object, String detail) {
        fault(QrFault.Code.BAD_FORMAT, object.valueStart(), detail);
    }

    void warn(QrWarning.Code code, int index, String detail) {
        warnings.add(new QrWarning(code, index + 1, detail));
    }

    @Nullable QrFault firstFault() {
        return faults.stream().min(Comparator.comparingInt(QrFault::position)).orElse(null);
    }

    List<QrWarning> warnings() {
        return warnings.stream().sorted(Comparator.comparingInt(QrWarning::position)).toList();
    }
}
