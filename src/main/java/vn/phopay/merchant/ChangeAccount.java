package vn.phopay.merchant;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import vn.phopay.access.AuditEntry;
import vn.phopay.access.Authority;
import vn.phopay.identity.AccountId;
import vn.phopay.identity.MerchantId;

/**
 * The owner wants his money on another account. The new one waits for staff; until they approve it the old one stays in
 * force, so that the shop can go on taking payments. Approved, it takes the old one's place ({@link DecideMerchant});
 * turned down or taken back ({@link WithdrawAccountChange}), nothing has happened.
 *
 * <p>A shop none of whose accounts is in force yet has nothing to keep: its account is corrected at once
 * ({@link EditMerchant}), and so is the holder's name of an account that stays the same.
 */
public final class ChangeAccount {
    private final MerchantRegistry registry;
    private final EditMerchant edit;

    /** Changes in {@code registry}; what needs no waiting goes through {@code edit}. */
    public ChangeAccount(MerchantRegistry registry, EditMerchant edit) {
        this.registry = registry;
        this.edit = edit;
    }

    /** What came of it; after anything but {@link Waits} and {@link Corrected} the transaction must be rolled back. */
    public sealed interface Outcome permits Waits, Corrected, SameAccount, ChangeWaits, Taken, TooMany, NotFound {}

    /** It waits for staff, and the old account stays in force. */
    public record Waits(ReceivingAccount account) implements Outcome {}

    /** No account was in force, or the number is the same: it was corrected at once and waits for staff. */
    public record Corrected(MerchantFile file) implements Outcome {}

    /** It is the account that the merchant has. */
    public record SameAccount() implements Outcome {}

    /** Another change waits already; take that back first. */
    public record ChangeWaits(ReceivingAccount waiting) implements Outcome {}

    /** A merchant has this account, perhaps this one as a further account. */
    public record Taken() implements Outcome {}

    /** The merchant has {@link AddAccount#ACCOUNTS_MAX} accounts. */
    public record TooMany() implements Outcome {}

    /** There is no such merchant, or it is not the caller. */
    public record NotFound() implements Outcome {}

    /** Writes through {@code transaction}; runs on a virtual thread. */
    public Outcome change(SqlConnection transaction, MerchantId merchant, BankAccount account, Caller caller) {
        Optional<MerchantFile> found = Future.await(registry.lock(transaction, merchant))
                .filter(file -> Authority.mayActForMerchant(caller.principal(), merchant));
        if (found.isEmpty()) {
            return new NotFound();
        }
        MerchantFile file = found.get();
        Optional<ReceivingAccount> waiting = file.waitingChange();
        if (waiting.isPresent()) {
            return new ChangeWaits(waiting.get());
        }
        Optional<ReceivingAccount> main = file.mainAccount();
        if (main.map(ReceivingAccount::account).filter(account::equals).isPresent()) {
            return new SameAccount();
        }
        boolean inForce = main.filter(old -> old.status() == AccountStatus.APPROVED).isPresent();
        return inForce && !main.get().account().isSameAccount(account)
                ? add(transaction, file, account, caller)
                : correct(transaction, file, account, caller);
    }

    private Outcome correct(SqlConnection transaction, MerchantFile file, BankAccount account, Caller caller) {
        EditMerchant.Edit asked = new EditMerchant.Edit(
                file.merchant().id(), Optional.empty(), MerchantPatch.ofAccount(account));
        return switch (edit.edit(transaction, asked, caller)) {
            case EditMerchant.Edited(MerchantFile edited) -> new Corrected(edited);
            case EditMerchant.Taken taken -> new Taken();
            case EditMerchant.NotFound none -> new NotFound();
            case EditMerchant.Stale stale -> throw unexpected();
            case EditMerchant.Fixed fixed -> throw unexpected();
            case EditMerchant.Incomplete incomplete -> throw unexpected();
        };
    }

    private Outcome add(SqlConnection transaction, MerchantFile file, BankAccount account, Caller caller) {
        if (file.accounts().size() >= AddAccount.ACCOUNTS_MAX) {
            return new TooMany();
        }
        MerchantId merchant = file.merchant().id();
        AccountId replaced = file.mainAccount().orElseThrow().id();
        Instant now = registry.clock().instant();
        AccountStore.NewAccount added = new AccountStore.NewAccount(
                new AccountId(registry.ids().next()), account, file.nextRank(), Optional.of(replaced));
        if (!Future.await(registry.accounts().add(transaction, merchant, added, now))) {
            return new Taken();
        }
        Future.await(registry.merchants().touch(transaction, merchant, now));
        ReceivingAccount kept = Future.await(registry.accounts().list(transaction, merchant)).stream()
                .filter(listed -> listed.account().isSameAccount(account))
                .findFirst()
                .orElseThrow();
        Future.await(registry.audit().record(transaction,
                AuditEntry.of(caller.actor(), "merchant.change-account", "MERCHANT", merchant.toString())
                        .with("accountId", kept.id().toString())
                        .with("replacesAccountId", replaced.toString())));
        return new Waits(kept);
    }

    /** The whole account is named, no version is, and no other field: nothing else can come of such an edit. */
    private static IllegalStateException unexpected() {
        return new IllegalStateException("an account that is given whole can only be taken or written");
    }
}
