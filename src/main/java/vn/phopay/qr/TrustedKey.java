package vn.phopay.qr;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key verifiers trust, with its signing window.
 *
 * @param signFrom first instant at which it may have signed; null: no lower end
 * @param signUntil last instant at which it may have signed; null: no upper end
 */
public record TrustedKey(QrPublicKey key, @Nullable Instant signFrom, @Nullable Instant signUntil, KeyStatus status) {
    /** The id by which codes name the key. */
    public String id() {
        return key.id();
    }

    /** Whether a code issued at that instant can be this key's; both ends belong to the window. */
    public boolean maySignAt(Instant issuedAt) {
        return (signFrom == null || !issuedAt.isBefore(signFrom))
            && (signUntil == null || !issuedAt.isAfter(signUntil));
    }
}
