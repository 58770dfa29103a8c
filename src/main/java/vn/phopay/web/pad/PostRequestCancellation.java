package vn.phopay.web.pad;

import io.vertx.sqlclient.SqlConnection;
import vn.phopay.http.Access;
import vn.phopay.http.Call;
import vn.phopay.http.EndpointSpec;
import vn.phopay.http.ProblemCode;
import vn.phopay.http.ProblemException;
import vn.phopay.http.Reply;
import vn.phopay.http.TransactionalEndpoint;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.issuing.CancelPaymentRequest;
import vn.phopay.merchant.Caller;
import vn.phopay.web.PageKit;

/** POST /nhan-tien/{id}/huy: gives a code up, unless the money was quicker. */
public final class PostRequestCancellation implements TransactionalEndpoint {
    private static final EndpointSpec SPEC = EndpointSpec.form("/nhan-tien/{id}/huy", Access.OWNER);

    private final CancelPaymentRequest cancel;

    /** Gives up by {@code cancel}. */
    public PostRequestCancellation(CancelPaymentRequest cancel) {
        this.cancel = cancel;
    }

    @Override
    public EndpointSpec spec() {
        return SPEC;
    }

    @Override
    public Reply handle(Call call, SqlConnection transaction) {
        PaymentRequestId id = PaymentRequestId.parse(call.path("id")).orElseThrow(PostRequestCancellation::unknown);
        Caller caller = new Caller(call.principal(), call.requestId());
        return switch (cancel.cancel(transaction, id, caller)) {
            case CancelPaymentRequest.Cancelled done -> PageKit.seeOther("/nhan-tien/" + id);
            case CancelPaymentRequest.AlreadyPaid paid -> PageKit.seeOther("/nhan-tien/" + id, "pad.quicker");
            case CancelPaymentRequest.NotFound none -> throw unknown();
        };
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.REQUEST_NOT_FOUND, "There is no such payment request of yours.");
    }
}
