package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.Authority;
import vn.phopay.access.Principal;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.merchant.OutletView;
import vn.phopay.merchant.ReceivingAccount;
import vn.phopay.money.Money;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.qr.SignedQr;

/** Asks for one payment: draws the reference, signs a dynamic code and keeps both in one transaction. */
public final class CreatePaymentRequest {
    private static final Logger LOG = LoggerFactory.getLogger(CreatePaymentRequest.class);

    private final IssuingParts parts;

    /** Creates with {@code parts}. */
    public CreatePaymentRequest(IssuingParts parts) {
        this.parts = parts;
    }

    /**
     * What is asked for.
     *
     * @param outlet where it is paid
     * @param amount how much
     * @param description what for, in the merchant's words
     * @param orderRef the merchant's own name of the order; it follows the reference in the memo as far as it fits
     * @param lifetime how long the code is good, at most 24 hours
     */
    public record Order(
            OutletId outlet,
            Money amount,
            Optional<String> description,
            Optional<String> orderRef,
            Duration lifetime) {}

    /** What came of it. */
    public sealed interface Outcome permits Created, NotApproved, NotFound {}

    /** It may be paid once the transaction commits. */
    public record Created(RequestFile file) implements Outcome {}

    /** The merchant, or every account of it, still waits for approval or has lost it. */
    public record NotApproved() implements Outcome {}

    /** There is no such outlet, or it is another merchant's. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome create(SqlConnection transaction, Order order, Principal caller) {
        Optional<OutletView> outlet = Future.await(parts.merchants().outletWithMerchant(transaction, order.outlet()))
                .filter(view -> Authority.mayActForMerchant(caller, view.merchant().id()));
        if (outlet.isEmpty()) {
            return new NotFound();
        }
        Optional<ReceivingAccount> account = outlet.get().account();
        if (!outlet.get().mayIssueCodes() || account.isEmpty()) {
            return new NotApproved();
        }
        return create(transaction, order, outlet.get(), account.get());
    }

    private Outcome create(SqlConnection transaction, Order order, OutletView outlet, ReceivingAccount account) {
        Instant now = parts.signer().now();
        PaymentRequestId id = new PaymentRequestId(parts.ids().next());
        ReferenceCode reference = Future.await(parts.references().claim(
                transaction, CodeTarget.of(outlet.merchant().id(), outlet.outletId(), id), now));
        PayloadDraft draft = new PayloadDraft(outlet, account, reference, order.orderRef().or(order::description));
        SignedQr signed = parts.signer().sign(
                draft.toDynamic(order.amount().amountVnd()), now, now.plus(order.lifetime()));
        PaymentRequest draftRequest = new PaymentRequest(
                id,
                new QrCode.Owner(outlet.merchant().id(), outlet.outletId(), account.id()),
                reference,
                new PaymentRequest.Code(signed.terms().serial(), signed.payload(), signed.keyId()),
                new PaymentRequest.Terms(order.amount(), 0, order.description(), order.orderRef(),
                        signed.terms().issuedAt(), signed.terms().expiresAt()),
                Optional.empty(),
                Optional.empty());
        PaymentRequest request = Future.await(parts.requests().insert(transaction, draftRequest));
        LOG.info("payment request created paymentRequestId={} outletId={}", id, outlet.outletId());
        return new Created(new RequestFile(request, PaymentRequestState.of(request, List.of(), now), List.of()));
    }
}
