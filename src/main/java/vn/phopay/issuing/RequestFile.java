package vn.phopay.issuing;

import java.util.List;

/**
 * A payment request, where it stands, and the credits that name it.
 *
 * @param request the request
 * @param state where it stands
 * @param credits in the order in which they were recorded
 */
public record RequestFile(PaymentRequest request, PaymentRequestState state, List<RequestPayment> credits) {
    /** Copies {@code credits}. */
    public RequestFile {
        credits = List.copyOf(credits);
    }
}
