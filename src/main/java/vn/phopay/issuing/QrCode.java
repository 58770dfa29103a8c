package vn.phopay.issuing;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.QrId;
import vn.phopay.payment.ReferenceCode;

/**
 * A printed code, good for any number of payments.
 *
 * @param id its id
 * @param owner whose it is, where it hangs and which account it names
 * @param reference what payments to it carry back
 * @param serial what its signature calls it
 * @param payload the text of the symbol
 * @param keyId the key that signed it
 * @param label what its owner calls it
 * @param terminal the till it stands at
 * @param issuedAt when it was signed
 * @param expiresAt the last moment at which it is good
 * @param revokedAt when it was taken back
 */
public record QrCode(
        QrId id,
        Owner owner,
        ReferenceCode reference,
        String serial,
        String payload,
        String keyId,
        Optional<String> label,
        Optional<String> terminal,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Instant> revokedAt) {

    /** Whose a code is, where it is paid and which account it names. */
    public record Owner(MerchantId merchant, OutletId outlet, AccountId account) {}

    /** Where a code stands. */
    public enum Status {
        /** It may be paid. */
        ACTIVE,
        /** Its last moment has passed. */
        EXPIRED,
        /** It was taken back. */
        REVOKED
    }

    /** Where it stands at {@code now}; at its last moment itself it is still good. */
    public Status statusAt(Instant now) {
        if (revokedAt.isPresent()) {
            return Status.REVOKED;
        }
        return now.isAfter(expiresAt) ? Status.EXPIRED : Status.ACTIVE;
    }
}
