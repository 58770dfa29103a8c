package vn.phopay.qr;

import java.util.List;
import java.util.Map;

/** What came out of reading one payload; exactly one of three. */
public sealed interface DecodedQr {
    /** The one word of the answer. */
    enum Verdict { OK, WARNING, NOT_VIETQR, ERROR }

    /** Whether it may be paid, in one word. */
    Verdict verdict();

    /** Findings that do not forbid the payload, in order of position. */
    List<QrWarning> warnings();

    /**
     * The values that could be read, by path: {@code "54"}, a template's members as {@code "62.08"}, the
     * beneficiary's as {@code "38.01.00"}; in payload order. Empty when the text could not be taken apart.
     */
    Map<String, String> fields();

    /** A VietQR that may be paid. */
    record Payable(VietQr vietQr, List<QrWarning> warnings, Map<String, String> fields) implements DecodedQr {
        @Override
        public Verdict verdict() {
            return warnings.isEmpty() ? Verdict.OK : Verdict.WARNING;
        }
    }

    /** A well-formed payload of another scheme, such as VNPAY-QR (tag 26) or another country's tag 38. */
    record NotVietQr(List<QrWarning> warnings, Map<String, String> fields) implements DecodedQr {
        @Override
        public Verdict verdict() {
            return Verdict.NOT_VIETQR;
        }
    }

    /** A payload that breaks a rule; the fault is the first one. */
    record Refused(QrFault fault, List<QrWarning> warnings, Map<String, String> fields) implements DecodedQr {
        @Override
        public Verdict verdict() {
            return Verdict.ERROR;
        }
    }
}
