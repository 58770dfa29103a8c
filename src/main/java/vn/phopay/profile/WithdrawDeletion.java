package vn.phopay.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Authority;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.MerchantRegistry;

/** The owner takes back his {@link RequestDeletion wish to be forgotten}, at any time before it was carried out. */
public final class WithdrawDeletion {
    private final MerchantRegistry registry;
    private final DeletionStore store;

    /** Withdraws in {@code store}. */
    public WithdrawDeletion(MerchantRegistry registry, DeletionStore store) {
        this.registry = registry;
        this.store = store;
    }

    /** What came of it. */
    public enum Outcome {
        /** It waits no more. */
        WITHDRAWN,
        /** No wish of the caller waits. */
        NOTHING_WAITS
    }

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome withdraw(SqlConnection transaction, MerchantId merchant, Caller caller) {
        Future.await(store.lockMerchant(transaction, merchant));
        Optional<Deletion> waiting = Future.await(store.latest(transaction, merchant))
                .filter(Deletion::isOpen)
                .filter(deletion -> Authority.mayActForMerchant(caller.principal(), merchant));
        if (waiting.isEmpty()) {
            return Outcome.NOTHING_WAITS;
        }
        Instant now = registry.clock().instant();
        AuditEntry.Actor actor = AuditEntry.Actor.of(caller.principal(), caller.requestId());
        Future.await(store.add(transaction, registry.ids().next(), waiting.get(),
                new DeletionStore.Act("WITHDRAW", now, actor, Optional.empty(), Optional.empty())));
        Future.await(store.end(transaction, waiting.get().id(), Deletion.Status.WITHDRAWN, now));
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(actor, "deletion.withdraw", "MERCHANT", merchant.toString())
                        .with("deletionId", waiting.get().id().toString())));
        return Outcome.WITHDRAWN;
    }
}
