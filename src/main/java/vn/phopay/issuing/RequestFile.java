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

    /** How much of a paid request is missing and was forgiven by its tolerance. */
    public long forgivenVnd() {
        long missingVnd = request.terms().amount().amountVnd() - state.paidVnd();
        boolean isForgiven = state.isPaid() && missingVnd <= request.terms().toleranceVnd();
        return isForgiven ? Math.max(missingVnd, 0) : 0;
    }
}
