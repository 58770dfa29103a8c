package vn.phopay.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose payment it is, as far as that is known.
 *
 * @param merchantId the payee; null while it is nobody's
 * @param outletId the place; null where the merchant has several and no code names one
 * @param qrId the static code that the memo names
 * @param paymentRequestId the request that the memo names
 */
public record Attribution(
        @Nullable UUID merchantId, @Nullable UUID outletId, @Nullable UUID qrId, @Nullable UUID paymentRequestId) {
    /** Nobody's. */
    public static final Attribution NONE = new Attribution(null, null, null, null);
}
