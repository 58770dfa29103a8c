package vn.phopay.issuing;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.money.Money;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.payment.RequestSum;

/**
 * A code for one payment of one amount.
 *
 * @param id its id
 * @param owner whose it is, where it is paid and which account it names
 * @param reference what the payment carries back
 * @param code the signed code
 * @param terms what is asked for, and until when
 * @param cancelledAt when its owner gave it up
 * @param expiredAt when the job noted that its time was over
 */
public record PaymentRequest(
        PaymentRequestId id,
        QrCode.Owner owner,
        ReferenceCode reference,
        Code code,
        Terms terms,
        Optional<Instant> cancelledAt,
        Optional<Instant> expiredAt) {

    /** The signed code: what its signature calls it, the text of the symbol, the key that signed it. */
    public record Code(String serial, String payload, String keyId) {}

    /**
     * What is asked for.
     *
     * @param amount how much
     * @param toleranceVnd how much of it the merchant lets be missing; what held when the request was made
     * @param description what for, in the merchant's words
     * @param orderRef the merchant's own name of the order
     * @param createdAt since when
     * @param expiresAt the last moment at which the code is good
     */
    public record Terms(
            Money amount,
            long toleranceVnd,
            Optional<String> description,
            Optional<String> orderRef,
            Instant createdAt,
            Instant expiresAt) {

        Terms withTolerance(long vnd) {
            return new Terms(amount, vnd, description, orderRef, createdAt, expiresAt);
        }

        RequestSum sum() {
            return new RequestSum(amount.amountVnd(), toleranceVnd);
        }
    }
}
