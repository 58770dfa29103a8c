package vn.phopay.event;

import java.time.Instant;
import java.util.Optional;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.payment.PaymentOutcome;
import vn.phopay.payment.PaymentView;

/**
 * Something that a merchant is told, once.
 *
 * @param position where it stands in the order of all events
 * @param kind what happened
 * @param merchant who is told
 * @param at when it was recorded
 * @param payment the payment it happened to, as it is read now; whose it is only where it is still the merchant's
 * @param request what it made of a payment request when it was recorded
 * @param shown what a person needs beside it to understand it
 */
public record MerchantEvent(
        EventPosition position,
        EventKind kind,
        MerchantId merchant,
        Instant at,
        PaymentView payment,
        Optional<RequestEffect> request,
        Shown shown) {

    /** A payment that names a request, and what became of the request's sum by it. */
    public record RequestEffect(PaymentRequestId request, PaymentOutcome outcome) {}

    /**
     * The names of what the payment is attributed to now.
     *
     * @param outletName what the owner calls the outlet
     * @param askedVnd what the payment's request asks for
     */
    public record Shown(Optional<String> outletName, Optional<Long> askedVnd) {}
}
