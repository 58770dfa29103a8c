package vn.phopay.issuing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.identity.QrId;

/**
 * What a reference stands for: a printed code or a payment request, never both.
 *
 * @param merchant whose it is
 * @param outlet where it is paid
 * @param qrId the printed code, or null
 * @param paymentRequestId the payment request, or null
 */
record CodeTarget(MerchantId merchant, OutletId outlet, @Nullable UUID qrId, @Nullable UUID paymentRequestId) {
    static CodeTarget of(MerchantId merchant, OutletId outlet, QrId id) {
        return new CodeTarget(merchant, outlet, id.value(), null);
    }

    static CodeTarget of(MerchantId merchant, OutletId outlet, PaymentRequestId id) {
        return new CodeTarget(merchant, outlet, null, id.value());
    }
}
