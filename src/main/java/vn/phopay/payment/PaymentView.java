package vn.phopay.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.identity.PaymentId;

/**
 * A recorded payment as its merchant and staff read it.
 *
 * @param id the payment
 * @param bankCode who told us
 * @param bankReference what that bank calls the transfer
 * @param money how much, and which way
 * @param memo what the payer wrote, as the bank delivered it
 * @param outcome what became of it when it was recorded
 * @param reversed whether the bank has taken it back since
 * @param times when it was booked, seen and recorded
 * @param attribution whose it is, as far as that is known
 * @param payerAccount the payer's account, all but its last four characters hidden
 */
public record PaymentView(
        PaymentId id,
        String bankCode,
        String bankReference,
        Movement money,
        String memo,
        PaymentOutcome outcome,
        boolean reversed,
        Times times,
        Attribution attribution,
        Optional<String> payerAccount) {

    /** How much moved, in whole đồng, and which way: {@code CREDIT} or {@code DEBIT}. */
    public record Movement(long amountVnd, String direction) {}

    /** When the bank booked it, when we saw it, when the database kept it, and the business day of its booking. */
    public record Times(Instant bookedAt, Instant receivedAt, Instant recordedAt, LocalDate businessDate) {}
}
