package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.Authority;
import vn.phopay.access.Principal;
import vn.phopay.identity.OutletId;
import vn.phopay.identity.QrId;
import vn.phopay.merchant.OutletView;
import vn.phopay.merchant.ReceivingAccount;
import vn.phopay.payment.ReferenceCode;
import vn.phopay.qr.QrPayload;
import vn.phopay.qr.SignedQr;
import vn.phopay.qr.SigningTerms;

/** Issues a printed code for an outlet: draws its reference, signs it and keeps both in one transaction. */
public final class IssueQrCode {
    private static final Logger LOG = LoggerFactory.getLogger(IssueQrCode.class);

    private final IssuingParts parts;
    private final Duration lifetime;

    /** Codes whose order names no end live for {@code lifetime}, at most 400 days. */
    public IssueQrCode(IssuingParts parts, Duration lifetime) {
        this.parts = parts;
        this.lifetime = lifetime;
    }

    /**
     * What is asked for.
     *
     * @param outlet where it will hang
     * @param label what its owner calls it; it follows the reference in the payer's memo as far as it fits
     * @param terminal the till it stands at
     * @param expiresAt the last moment at which it is good
     */
    public record Order(
            OutletId outlet, Optional<String> label, Optional<String> terminal, Optional<Instant> expiresAt) {}

    /** What came of it. */
    public sealed interface Outcome permits Issued, NotApproved, LifeOutOfRange, NotFound {}

    /** It is in force once the transaction commits. */
    public record Issued(QrCode code) implements Outcome {}

    /** The merchant, or every account of it, still waits for approval or has lost it. */
    public record NotApproved() implements Outcome {}

    /** The end asked for is not after now, or more than 400 days away. */
    public record LifeOutOfRange() implements Outcome {}

    /** There is no such outlet, or it is another merchant's. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome issue(SqlConnection transaction, Order order, Principal caller) {
        Optional<OutletView> outlet = Future.await(parts.merchants().outletWithMerchant(transaction, order.outlet()))
                .filter(view -> Authority.mayActForMerchant(caller, view.merchant().id()));
        if (outlet.isEmpty()) {
            return new NotFound();
        }
        Optional<ReceivingAccount> account = outlet.get().account();
        if (!outlet.get().mayIssueCodes() || account.isEmpty()) {
            return new NotApproved();
        }
        Instant now = parts.signer().now();
        Instant expiresAt = order.expiresAt().orElse(now.plus(lifetime));
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(SigningTerms.STATIC_LIFE_MAX))) {
            return new LifeOutOfRange();
        }
        return issue(transaction, order, new Place(outlet.get(), account.get(), now, expiresAt));
    }

    private record Place(OutletView outlet, ReceivingAccount account, Instant now, Instant expiresAt) {}

    private Outcome issue(SqlConnection transaction, Order order, Place place) {
        OutletView outlet = place.outlet();
        QrId id = new QrId(parts.ids().next());
        ReferenceCode reference = Future.await(parts.references().claim(
                transaction, CodeTarget.of(outlet.merchant().id(), outlet.outletId(), id), place.now()));
        QrPayload payload = new PayloadDraft(outlet, place.account(), reference, order.label())
                .toStatic(order.terminal());
        SignedQr signed = parts.signer().sign(payload, place.now(), place.expiresAt());
        QrCode code = new QrCode(
                id,
                new QrCode.Owner(outlet.merchant().id(), outlet.outletId(), place.account().id()),
                reference,
                signed.terms().serial(),
                signed.payload(),
                signed.keyId(),
                order.label(),
                order.terminal(),
                signed.terms().issuedAt(),
                signed.terms().expiresAt(),
                Optional.empty());
        Future.await(parts.codes().insert(transaction, code));
        LOG.info("qr issued qrId={} serial={} keyId={} outletId={}",
                id, code.serial(), code.keyId(), outlet.outletId());
        return new Issued(code);
    }
}
