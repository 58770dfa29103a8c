package vn.phopay.payment;

import java.time.LocalDate;

/**
 * Where one payment stands at this moment, its row being held.
 *
 * @param told what the bank told
 * @param sequence of the assignment that holds; 0 and below where no person assigned it
 * @param outcome what became of it, after assignments
 * @param attribution whose it is, after assignments
 * @param reversed whether the bank took it back
 * @param refundedVnd how much of it the merchant gave back
 */
record PaymentStanding(
        Told told, int sequence, PaymentOutcome outcome, Attribution attribution, boolean reversed, long refundedVnd) {

    /** What the bank told of it: {@code twin} where another payment counts in its place. */
    record Told(boolean credit, boolean twin, long amountVnd, LocalDate businessDate) {}

    /** Whether it is money that came in and counts. */
    boolean isCounted() {
        return told.credit() && !told.twin();
    }

    long refundableVnd() {
        return reversed ? 0 : told.amountVnd() - refundedVnd;
    }
}
