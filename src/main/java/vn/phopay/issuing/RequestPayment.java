package vn.phopay.issuing;

import java.time.Instant;
import vn.phopay.identity.PaymentId;
import vn.phopay.payment.PaymentOutcome;

/**
 * A credit that names a payment request, or that a person assigned to it.
 *
 * @param id the payment
 * @param bankCode who told us
 * @param bankReference what that bank calls the transfer
 * @param amountVnd whole đồng
 * @param outcome what became of it when it was recorded or assigned
 * @param reversed whether the bank has taken it back since
 * @param refundedVnd how much of it the merchant gave back since
 * @param times when the bank booked it, and when we recorded it
 */
public record RequestPayment(
        PaymentId id,
        String bankCode,
        String bankReference,
        long amountVnd,
        PaymentOutcome outcome,
        boolean reversed,
        long refundedVnd,
        Times times) {

    /** When the bank booked it, and when we recorded it. */
    public record Times(Instant bookedAt, Instant recordedAt) {}

    /** Whether it was ever meant to pay the request: a late one is listed and left to a person. */
    public boolean counts() {
        return switch (outcome) {
            case MATCHED, UNDERPAID, OVERPAID, REVERSED -> true;
            case LATE, OUTLET, ACCOUNT, UNMATCHED -> false;
        };
    }

    /** Whether it pays the request now. */
    public boolean isLive() {
        return counts() && !reversed && outcome != PaymentOutcome.REVERSED;
    }
}
