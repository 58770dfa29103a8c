package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.identity.MerchantId;

/**
 * Closes a merchant for good. Whoever asks has seen to it that this may be done, and erases what is personal in the
 * same transaction: nothing of a closed merchant can be changed afterwards by any other use case.
 */
public final class CloseMerchant {
    private final MerchantRegistry registry;

    /** Closes in {@code registry}. */
    public CloseMerchant(MerchantRegistry registry) {
        this.registry = registry;
    }

    /** Writes through {@code transaction}; false where there is no such merchant or it is closed. Virtual thread. */
    public boolean close(SqlConnection transaction, MerchantId merchant, Caller caller) {
        Optional<MerchantFile> found = Future.await(registry.lock(transaction, merchant));
        if (found.isEmpty()) {
            return false;
        }
        MerchantStatus from = found.get().merchant().status();
        MerchantStatus to = MerchantTransitions.next(from, MerchantAction.CLOSE).orElseThrow();
        Instant now = registry.clock().instant();
        Future.await(registry.merchants().move(transaction, merchant,
                new Transition(Optional.of(from), to, now, caller.actor(), Optional.empty())));
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(caller.actor(), MerchantAction.CLOSE.auditName(), "MERCHANT", merchant.toString())));
        return true;
    }
}
