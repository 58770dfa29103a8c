package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Authority;
import vn.phopay.identity.PaymentRequestId;
import vn.phopay.merchant.Caller;

/**
 * Gives up a payment request and takes its code back. Payment and cancellation wait for each other at the request's
 * row: whichever commits first decides. Once live credits have paid it in full it cannot be given up; a part of the
 * money is no obstacle, because the merchant must be able to stop waiting for the rest.
 */
public final class CancelPaymentRequest {
    private static final Logger LOG = LoggerFactory.getLogger(CancelPaymentRequest.class);
    private static final String REASON = "payment request cancelled";

    private final IssuingParts parts;
    private final RevocationStore revocations;
    private final AuditLog audit;

    /** Takes codes back in {@code revocations} and says so in {@code audit}. */
    public CancelPaymentRequest(IssuingParts parts, RevocationStore revocations, AuditLog audit) {
        this.parts = parts;
        this.revocations = revocations;
        this.audit = audit;
    }

    /** What came of it. */
    public sealed interface Outcome permits Cancelled, AlreadyPaid, NotFound {}

    /** It is given up once the transaction commits, or was before. */
    public record Cancelled(RequestFile file) implements Outcome {}

    /** It is paid; nothing changed. */
    public record AlreadyPaid() implements Outcome {}

    /** There is no such request, or it is another merchant's. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome cancel(SqlConnection transaction, PaymentRequestId id, Caller caller) {
        Optional<PaymentRequest> found = Future.await(parts.requests().lock(transaction, id))
                .filter(request -> Authority.mayActForMerchant(caller.principal(), request.owner().merchant()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        Instant now = parts.signer().clock().instant();
        // A statement of its own: its snapshot is taken after the lock, so no payment that won the row is missed.
        List<RequestPayment> credits = Future.await(parts.requests().credits(transaction, id));
        PaymentRequest request = found.get();
        if (PaymentRequestState.of(request, credits, now).isPaid()) {
            return new AlreadyPaid();
        }
        if (request.cancelledAt().isEmpty()) {
            request = cancel(transaction, request, caller, now);
        }
        return new Cancelled(new RequestFile(request, PaymentRequestState.of(request, credits, now), credits));
    }

    private PaymentRequest cancel(SqlConnection transaction, PaymentRequest request, Caller caller, Instant now) {
        PaymentRequestId id = request.id();
        AuditEntry.Actor actor = AuditEntry.Actor.of(caller.principal(), caller.requestId());
        Future.await(parts.requests().cancel(transaction, id, now));
        Future.await(revocations.insert(transaction, new Revocation(
                request.code().serial(), now, request.terms().expiresAt(), actor, REASON)));
        Future.await(audit.record(transaction,
                AuditEntry.of(actor, "payment-request.cancel", "PAYMENT_REQUEST", id.toString())));
        LOG.info("payment request cancelled paymentRequestId={} requestId={}", id, caller.requestId());
        return new PaymentRequest(id, request.owner(), request.reference(), request.code(), request.terms(),
                Optional.of(now), request.expiredAt());
    }
}
