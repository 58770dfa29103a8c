package vn.phopay.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.phopay.identity.PaymentId;
import vn.phopay.identity.PaymentRequestId;

/**
 * A recorded payment as its merchant and staff read it.
 *
 * @param id the payment
 * @param bankCode who told us
 * @param bankReference what that bank calls the transfer
 * @param money how much, and which way
 * @param memo what the payer wrote, as the bank delivered it
 * @param outcome what became of it when it was recorded or, since, assigned
 * @param reversed whether the bank has taken it back since
 * @param times when it was booked, seen and recorded
 * @param evidence how it was told
 * @param later what people did about it since
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
        Evidence evidence,
        Later later,
        Attribution attribution,
        Optional<String> payerAccount) {

    /** How much moved, in whole đồng, and which way: {@code CREDIT} or {@code DEBIT}. */
    public record Movement(long amountVnd, String direction) {}

    /**
     * How it was told.
     *
     * @param source by callback or by statement
     * @param bankTrace the transfer's number between the banks
     * @param virtualAccount the virtual account that was paid into
     * @param twinOf the payment that counts in its place: another sender told the same transfer
     */
    public record Evidence(
            PaymentFact.Source source,
            Optional<String> bankTrace,
            Optional<String> virtualAccount,
            Optional<PaymentId> twinOf) {}

    /**
     * What people did about it, and what they might.
     *
     * @param assigned whether a person decided whose it is
     * @param refundedVnd how much the merchant gave back
     * @param suggestedRequest the one open request of the account that this payment without a code would fit; for a
     *     person to look at, never acted upon
     */
    public record Later(boolean assigned, long refundedVnd, Optional<PaymentRequestId> suggestedRequest) {}

    /** When the bank booked it, when we saw it, when the database kept it, and the business day of its booking. */
    public record Times(Instant bookedAt, Instant receivedAt, Instant recordedAt, LocalDate businessDate) {}
}
