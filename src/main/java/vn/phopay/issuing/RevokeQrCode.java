package vn.phopay.issuing;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        if (!revoke(transaction, found.get(), reason, caller)) {
            return new RevokedBefore();
        }
        return new Revoked(Future.await(parts.codes().find(transaction, id)).orElseThrow());
    }

    /**
     * Takes codes back that all belong to the caller's merchant, as whoever asks must know; gives those that were not
     * taken back before. Serials are written in their order, so that two who take back the same codes at once wait for
     * each other instead of for ever.
     */
    public List<QrId> revokeAll(SqlConnection transaction, List<QrId> ids, String reason, Caller caller) {
        List<QrCode> codes = new ArrayList<>(Future.await(parts.codes().findAll(transaction, ids)));
        codes.sort(Comparator.comparing(QrCode::serial));
        codes.removeIf(code -> !revoke(transaction, code, reason, caller));
        return codes.stream().map(QrCode::id).toList();
    }

    /** Whether it was not taken back before. */
    private boolean revoke(SqlConnection transaction, QrCode code, String reason, Caller caller) {
        Instant now = parts.signer().clock().instant();
        AuditEntry.Actor actor = AuditEntry.Actor.of(caller.principal(), caller.requestId());
        Revocation revocation = new Revocation(code.serial(), now, code.expiresAt(), actor, reason);
        if (!Future.await(revocations.insert(transaction, revocation))) {
            return false;
        }
        AuditEntry entry = AuditEntry.of(actor, "qr.revoke", "QR", code.id().toString())
                .because(reason)
                .with("serial", code.serial());
        Future.await(audit.record(transaction, entry));
        LOG.info("qr revoked qrId={} serial={} requestId={}", code.id(), code.serial(), caller.requestId());
        return true;
    }

    private boolean isCallers(SqlConnection transaction, QrCode code, Caller caller) {
        Optional<OutletView> outlet =
                Future.await(parts.merchants().outletWithMerchant(transaction, code.owner().outlet()));
        return outlet.filter(view -> Authority.mayEditMerchant(
                caller.principal(), view.merchant().id(), Set.of(view.place().districtCode()))).isPresent();
    }
}
