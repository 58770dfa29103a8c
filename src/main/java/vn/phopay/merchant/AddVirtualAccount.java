package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;
import vn.phopay.identity.OutletId;

/**
 * Registers a number under which a bank lets payers pay into a merchant's account. Staff do it, having seen the bank's
 * paper: it decides whose money is from then on, so nobody may claim one for himself.
 */
public final class AddVirtualAccount {
    /** Most virtual accounts of one merchant. */
    public static final int ACCOUNTS_MAX = 500;

    private final MerchantRegistry registry;
    private final VirtualAccountStore virtualAccounts;

    /** Adds in {@code virtualAccounts} for merchants of {@code registry}. */
    public AddVirtualAccount(MerchantRegistry registry, VirtualAccountStore virtualAccounts) {
        this.registry = registry;
        this.virtualAccounts = virtualAccounts;
    }

    /**
     * What is asked for.
     *
     * @param merchant whose
     * @param number the number
     * @param account the account behind it
     * @param outlet the outlet that it stands for
     */
    public record Order(MerchantId merchant, String number, AccountId account, Optional<OutletId> outlet) {}

    /** What came of it. */
    public sealed interface Outcome permits Added, Taken, TooMany, NotItsOwn, NotFound {}

    /** It decides from now on. */
    public record Added(VirtualAccount account) implements Outcome {}

    /** A merchant has this number, perhaps this one. */
    public record Taken() implements Outcome {}

    /** The merchant has {@link #ACCOUNTS_MAX} of them. */
    public record TooMany() implements Outcome {}

    /** {@code field} names what is not this merchant's. */
    public record NotItsOwn(String field) implements Outcome {}

    /** There is no such merchant, or none the caller may see. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome add(SqlConnection transaction, Order order, Caller caller) {
        Optional<MerchantFile> found = Future.await(registry.lock(transaction, order.merchant()))
                .filter(file -> file.isVisibleTo(caller.principal()));
        if (found.isEmpty()) {
            return new NotFound();
        }
        MerchantFile file = found.get();
        Optional<ReceivingAccount> account = file.accounts().stream()
                .filter(own -> own.id().equals(order.account()))
                .findFirst();
        if (account.isEmpty()) {
            return new NotItsOwn("accountId");
        }
        boolean ownOutlet = order.outlet()
                .map(outlet -> file.outlets().stream().anyMatch(own -> own.id().equals(outlet)))
                .orElse(true);
        return ownOutlet ? add(transaction, order, account.get(), caller) : new NotItsOwn("outletId");
    }

    private Outcome add(SqlConnection transaction, Order order, ReceivingAccount account, Caller caller) {
        if (Future.await(virtualAccounts.list(transaction, order.merchant())).size() >= ACCOUNTS_MAX) {
            return new TooMany();
        }
        VirtualAccount added = new VirtualAccount(account.account().bankBin(), order.number(), order.account(),
                order.outlet(), registry.clock().instant());
        if (!Future.await(virtualAccounts.add(transaction, order.merchant(), added, caller.actor().id()))) {
            return new Taken();
        }
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(caller.actor(), "merchant.add-virtual-account", "MERCHANT", order.merchant().toString())
                        .with("accountId", order.account().toString())));
        return new Added(added);
    }
}
