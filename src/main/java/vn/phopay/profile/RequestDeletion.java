package vn.phopay.profile;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Authority;
import vn.phopay.identity.DeletionId;
import vn.phopay.identity.MerchantId;
import vn.phopay.merchant.Caller;
import vn.phopay.merchant.MerchantRegistry;

/**
 * The owner asks that what is kept about him be deleted. The shop goes on as before until the day comes, and he may
 * take it back ({@link WithdrawDeletion}): nobody loses a shop by one tap, or by a stranger's. Who does not want to
 * wait need not: the law gives him deletion within days, and waiting is for his own sake.
 */
public final class RequestDeletion {
    private final MerchantRegistry registry;
    private final DeletionStore store;
    private final Duration wait;

    /** Wishes in {@code store} that may be carried out {@code wait} after they were made. */
    public RequestDeletion(MerchantRegistry registry, DeletionStore store, Duration wait) {
        this.registry = registry;
        this.store = store;
        this.wait = wait;
    }

    /**
     * What is wished.
     *
     * @param reason why, in the owner's words
     * @param waits whether he wants time to change his mind
     */
    public record Wish(Optional<String> reason, boolean waits) {}

    /** What came of it. */
    public sealed interface Outcome permits Requested, WaitsAlready, NotFound {}

    /** It waits. */
    public record Requested(Deletion deletion) implements Outcome {}

    /** Another one of this merchant waits; nothing was written. */
    public record WaitsAlready() implements Outcome {}

    /** There is no such merchant, or it is not the caller. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome request(SqlConnection transaction, MerchantId merchant, Wish wish, Caller caller) {
        Future.await(store.lockMerchant(transaction, merchant));
        boolean own = Authority.mayActForMerchant(caller.principal(), merchant)
                && Future.await(registry.read(transaction, merchant)).isPresent();
        if (!own) {
            return new NotFound();
        }
        Instant now = registry.clock().instant();
        Instant dueAt = wish.waits() ? now.plus(wait) : now;
        Deletion made = new Deletion(new DeletionId(registry.ids().next()), merchant, Deletion.Status.OPEN,
                wish.reason(), new Deletion.Times(now, dueAt, Optional.empty()), Optional.empty());
        if (!Future.await(store.insert(transaction, made))) {
            return new WaitsAlready();
        }
        AuditEntry.Actor actor = AuditEntry.Actor.of(caller.principal(), caller.requestId());
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(actor, "deletion.request", "MERCHANT", merchant.toString())
                        .with("deletionId", made.id().toString())
                        .with("dueAt", made.times().dueAt().toString())));
        return new Requested(made);
    }
}
