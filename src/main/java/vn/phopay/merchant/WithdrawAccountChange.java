package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Authority;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;

/** The owner takes back a {@link ChangeAccount change of account} before staff approved it; the old one just stays. */
public final class WithdrawAccountChange {
    private final MerchantRegistry registry;

    /** Withdraws in {@code registry}. */
    public WithdrawAccountChange(MerchantRegistry registry) {
        this.registry = registry;
    }

    /** What came of it. */
    public enum Outcome {
        /** It waits no more. */
        WITHDRAWN,
        /** No change of the caller's waits: none was made, or staff have decided. */
        NOTHING_WAITS
    }

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome withdraw(SqlConnection transaction, MerchantId merchant, Caller caller) {
        Optional<AccountId> withdrawn = Future.await(registry.lock(transaction, merchant))
                .filter(file -> Authority.mayActForMerchant(caller.principal(), merchant))
                .flatMap(file -> Future.await(registry.accounts().withdrawChange(transaction, merchant)));
        if (withdrawn.isEmpty()) {
            return Outcome.NOTHING_WAITS;
        }
        Future.await(registry.merchants().touch(transaction, merchant, registry.clock().instant()));
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(caller.actor(), "merchant.withdraw-account", "MERCHANT", merchant.toString())
                        .with("accountId", withdrawn.get().toString())));
        return Outcome.WITHDRAWN;
    }
}
