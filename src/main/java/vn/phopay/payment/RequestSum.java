package vn.phopay.payment;

/**
 * What a request asks for and what came. The rule of amounts stands here and nowhere else.
 *
 * @param askedVnd what it asks for
 * @param toleranceVnd how much of that its merchant lets be missing; 0 unless the merchant said so
 */
public record RequestSum(long askedVnd, long toleranceVnd) {
    /**
     * What a request is once its live credits sum up to {@code paidVnd}: one đồng short is underpaid unless its
     * merchant forgives it; one đồng over is overpaid, because what is over is the payer's.
     */
    public PaymentOutcome outcomeOf(long paidVnd) {
        if (paidVnd > askedVnd) {
            return PaymentOutcome.OVERPAID;
        }
        return paidVnd >= askedVnd - toleranceVnd && paidVnd > 0 ? PaymentOutcome.MATCHED : PaymentOutcome.UNDERPAID;
    }
}
