package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Authority;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;

/** Adds a further receiving account, which waits until staff approve it ({@link DecideMerchant}). */
public final class AddAccount {
    /** Most accounts of one merchant, closed ones included. */
    public static final int ACCOUNTS_MAX = 20;

    private final MerchantRegistry registry;

    /** Adds in {@code registry}. */
    public AddAccount(MerchantRegistry registry) {
        this.registry = registry;
    }

    /** What came of it. */
    public sealed interface Outcome permits Added, Taken, TooMany, NotFound {}

    /** It waits for staff. */
    public record Added(ReceivingAccount account) implements Outcome {}

    /** A merchant has this account, perhaps this one. */
    public record Taken() implements Outcome {}

    /** The merchant has {@link #ACCOUNTS_MAX} accounts. */
    public record TooMany() implements Outcome {}

    /** There is no such merchant, or it is not the caller. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome add(SqlConnection transaction, MerchantId merchant, BankAccount account, Caller caller) {
        Optional<MerchantFile> found = Future.await(registry.lock(transaction, merchant))
                .filter(file -> Authority.mayActForMerchant(caller.principal(), merchant));
        if (found.isEmpty()) {
            return new NotFound();
        }
        if (found.get().accounts().size() >= ACCOUNTS_MAX) {
            return new TooMany();
        }
        Instant now = registry.clock().instant();
        AccountStore.NewAccount added = new AccountStore.NewAccount(
                new AccountId(registry.ids().next()), account, found.get().nextRank());
        if (!Future.await(registry.accounts().add(transaction, merchant, added, now))) {
            return new Taken();
        }
        Future.await(registry.merchants().touch(transaction, merchant, now));
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(caller.actor(), "merchant.add-account", "MERCHANT", merchant.toString())));
        return new Added(Future.await(registry.accounts().list(transaction, merchant)).stream()
                .filter(listed -> listed.account().isSameAccount(account))
                .findFirst()
                .orElseThrow());
    }
}
