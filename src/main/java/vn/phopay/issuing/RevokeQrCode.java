package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.AuditLog;
import vn.phopay.access.Authority;
import vn.phopay.identity.QrId;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.OutletView;

/** Takes a printed code back, for good: from COMMIT on it verifies as revoked and stands in the published list. */
public final class RevokeQrCode {
    /** Longest reason, in characters. */
    public static final int REASON_LENGTH_MAX = 500;

    private static final Logger LOG = LoggerFactory.getLogger(RevokeQrCode.class);

    private final IssuingParts parts;
    private final RevocationStore revocations;
    private final AuditLog audit;

    /** Takes back in {@code revocations} and says so in {@code audit}. */
    public RevokeQrCode(IssuingParts parts, RevocationStore revocations, AuditLog audit) {
        this.parts = parts;
        this.revocations = revocations;
        this.audit = audit;
    }

    /** What came of it. */
    public sealed interface Outcome permits Revoked, RevokedBefore, NotFound {}

    /** It is taken back once the transaction commits. */
    public record Revoked(QrCode code) implements Outcome {}

    /** It was taken back before; nothing changed. */
    public record RevokedBefore() implements Outcome {}

    /** There is no such code, or none that the caller may see. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome revoke(SqlConnection transaction, QrId id, String reason, Caller caller) {
        Optional<QrCode> found = Future.await(parts.codes().find(transaction, id))
                .filter(code -> isCallers(transaction, code, caller));
        if (found.isEmpty()) {
            return new NotFound();
        }
        QrCode code = found.get();
        Instant now = parts.signer().clock().instant();
        AuditEntry.Actor actor = AuditEntry.Actor.of(caller.principal(), caller.requestId());
        Revocation revocation = new Revocation(code.serial(), now, code.expiresAt(), actor, reason);
        if (!Future.await(revocations.insert(transaction, revocation))) {
            return new RevokedBefore();
        }
        AuditEntry entry = AuditEntry.of(actor, "qr.revoke", "QR", id.toString())
                .because(reason)
                .with("serial", code.serial());
        Future.await(audit.record(transaction, entry));
        LOG.info("qr revoked qrId={} serial={} requestId={}", id, code.serial(), caller.requestId());
        return new Revoked(Future.await(parts.codes().find(transaction, id)).orElseThrow());
    }

    private boolean isCallers(SqlConnection transaction, QrCode code, Caller caller) {
        Optional<OutletView> outlet =
                Future.await(parts.merchants().outletWithMerchant(transaction, code.owner().outlet()));
        return outlet.filter(view -> Authority.mayEditMerchant(
                caller.principal(), view.merchant().id(), Set.of(view.place().districtCode()))).isPresent();
    }
}
