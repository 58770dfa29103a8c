package vn.phopay.http.issuing;

import vn.phopay.http.Call;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.identity.QrId;
import vn.phopay.merchant.Caller;

/** What the endpoints about codes have in common. An id of another form is nobody's. */
final class IssuingCalls {
    private IssuingCalls() {}

    static OutletId outletId(Call call) {
        return OutletId.parse(call.path("id")).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such outlet."));
    }

    static QrId qrId(Call call) {
        return QrId.parse(call.path("id")).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such code."));
    }

    static PaymentRequestId paymentRequestId(Call call) {
        return PaymentRequestId.parse(call.path("id")).orElseThrow(() -> new ProblemException(
                ProblemCode.REQUEST_NOT_FOUND, "There is no such payment request."));
    }

    static Caller caller(Call call) {
        return new Caller(call.principal(), call.requestId());
    }

    static Reply outletNotFound() {
        return Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "There is no such outlet, or none that you may see.");
    }

    static Reply codeNotFound() {
        return Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "There is no such code, or none that you may see.");
    }

    static Reply requestNotFound() {
        return Reply.problem(ProblemCode.REQUEST_NOT_FOUND, "There is no such payment request of yours.");
    }

    static Reply notApproved() {
        return Reply.problem(ProblemCode.MERCHANT_NOT_APPROVED,
                "Codes are issued once the city has approved the merchant and its account.");
    }
}
