package vn.phopay.http.issuing;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.issuing.CancelPaymentRequest;
import vn.phopay.issuing.RequestFile;

/** POST /api/v1/payment-requests/{id}/cancel: gives a payment request up, unless it is paid. */
public final class PostPaymentRequestCancellation implements TransactionalEndpoint {
    private static final EndpointSpec SPEC =
            EndpointSpec.post("/api/v1/payment-requests/{id}/cancel", Access.OWNER);

    private final CancelPaymentRequest cancel;
    private final IssuingJson json;

    /** Gives up by {@code cancel}, writes by {@code json}. */
    public PostPaymentRequestCancellation(CancelPaymentRequest cancel, IssuingJson json) {
        this.cancel = cancel;
        this.json = json;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        return switch (cancel.cancel(transaction, IssuingCalls.paymentRequestId(call), IssuingCalls.caller(call))) {
            case CancelPaymentRequest.Cancelled(RequestFile file) -> Reply.ok(json.request(file));
            case CancelPaymentRequest.AlreadyPaid none ->
                Reply.problem(ProblemCode.PAYMENT_REQUEST_NOT_OPEN, "It is paid already.");
            case CancelPaymentRequest.NotFound none -> IssuingCalls.requestNotFound();
        };
    }
}
